import {css} from 'lit';

export const imagesStyles = css`
  .chosen {
    display: grid;
    grid-template-columns: 4.5rem 1fr;
    gap: 0.25rem 0.75rem;
    align-items: start;
  }

  .chosen canvas {
    inline-size: 4.5rem;
    block-size: 4.5rem;
    border-radius: var(--_radius);
    object-fit: cover;
  }

  .chosen .button {
    grid-column: 2;
    justify-self: start;
    min-block-size: 2rem;
  }

  .large {
    inline-size: auto;
    max-inline-size: 100%;
    block-size: auto;
    margin-inline: auto;
    border-radius: var(--_radius);
  }
`;
