import {css} from 'lit';

/** The room that the map takes, before it is there. */
export const mapFrame = css`
  .map {
    position: relative;
    isolation: isolate;
    block-size: var(--_height, clamp(20rem, 60vh, 40rem));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
    color: #26302c;
  }

  .canvas {
    position: absolute;
    inset: 0;
    background: #f1eee4;
    overflow: hidden;
    outline-offset: -4px;
    -webkit-tap-highlight-color: transparent;
  }

  .map > .note {
    position: absolute;
    inset-block-start: 1rem;
    inset-inline: 1rem;
    text-align: center;
  }
`;
