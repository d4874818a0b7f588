import {css} from 'lit';

/** What stands below the bar: the open panel, and the filters that are in force. */
export const panelStyles = css`
  .tool-panel {
    position: relative;
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  .tool-panel > :not(.close) {
    justify-self: stretch;
    min-inline-size: 0;
  }

  .tool-panel fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    border: 0;
    min-inline-size: 0;
  }

  .tool-panel legend {
    font-weight: 600;
    padding: 0;
    padding-block-end: 0.375rem;
  }

  .active {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    list-style: none;
  }

  .active .icon {
    inline-size: 1rem;
    block-size: 1rem;
  }

  @container (min-width: 46rem) {
    .tool-panel,
    .active {
      grid-column: 1 / -1;
    }
  }
`;
