import {css} from 'lit';

export const filters = css`
  .filters {
    display: grid;
    gap: 0.75rem;
  }

  .search {
    position: relative;
  }

  .search .icon {
    position: absolute;
    inset-inline-start: 0.75rem;
    inset-block-start: calc(50% - 0.625rem);
    color: var(--_muted);
    pointer-events: none;
  }

  .search .field {
    padding-inline-start: 2.5rem;
  }

  .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .choices .field {
    inline-size: auto;
    flex: 1 1 10rem;
  }

  .choices:empty {
    display: none;
  }

  .categories {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    border: 0;
    min-inline-size: 0;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.875rem 0.25rem 0.625rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    cursor: pointer;
  }

  .chip:hover {
    border-color: var(--_accent);
  }

  .chip:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .chip:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .chip input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
    outline: none;
  }

  .chip .symbol {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }

  .count {
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  @container (min-width: 46rem) {
    .filters {
      grid-template-columns: minmax(16rem, 1fr) auto;
    }

    .categories {
      grid-column: 1 / -1;
    }
  }
`;
