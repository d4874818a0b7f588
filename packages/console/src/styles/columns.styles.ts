import {css} from 'lit';

/** The orders: one below the other where it is narrow, beside each other where there is room. */
export const columns = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-block-end: 1rem;
  }

  .toolbar.end {
    align-items: center;
    justify-content: start;
    margin-block: 0.5rem 0;
  }

  .find {
    display: grid;
    flex: 1 1 12rem;
    max-inline-size: 22rem;
  }

  .find > span {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .columns {
    display: grid;
    gap: 1.5rem 1rem;
    align-items: start;
  }

  .column {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
  }

  .column > h3 {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .column[data-section='received']:has(.order) > h3 .count {
    background: var(--_alert);
    color: var(--_surface);
  }

  .day {
    margin-block-start: 0.5rem;
    color: var(--_muted);
    font-weight: 600;
    font-size: 0.9375em;
  }

  .day::first-letter {
    text-transform: uppercase;
  }

  .orders {
    display: grid;
    gap: 0.75rem;
  }

  .done {
    margin-block-start: 1.5rem;
    border-block-start: 1px solid var(--_border);
  }

  .done > summary {
    min-block-size: 2.75rem;
    padding-block: 0.75rem;
    font-weight: 600;
    cursor: pointer;
  }

  .done .orders {
    grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
  }

  @container (min-width: 56rem) {
    .panel > .columns {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }

    .column {
      padding: 0.75rem;
      border-radius: var(--_radius);
      background: var(--_soft);
    }
  }
`;
