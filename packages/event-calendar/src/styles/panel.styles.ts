import {css} from 'lit';

/** The panel below the bar, whatever is in it; comes with the first of them. */
export const panelStyles = css`
  .panel > :not(.quiet) {
    justify-self: stretch;
    min-inline-size: 0;
  }

  .panel fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    border: 0;
    min-inline-size: 0;
  }

  .panel fieldset > * {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .panel legend {
    padding: 0;
    padding-block-end: 0.375rem;
    font-weight: 600;
  }

  .panel .meta {
    flex-basis: 100%;
  }
`;
