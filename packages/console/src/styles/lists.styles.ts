import {css} from 'lit';

/** The preparation list, the slots, the products, the rows of settings. */
export const lists = css`
  .view {
    display: grid;
    gap: 1rem;
  }

  .day-picker {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .day-picker > .button {
    min-inline-size: 2.75rem;
    padding-inline: 0.5rem;
    font-size: 1.25rem;
    line-height: 1;
  }

  .day-picker h3 {
    flex: 1 1 10rem;
  }

  .day-picker h3::first-letter,
  .slot-day h3::first-letter,
  .week dt::first-letter {
    text-transform: uppercase;
  }

  .day-picker .field {
    inline-size: auto;
  }

  .preparation > li,
  .rows > li,
  .product-row {
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .preparation > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 1rem;
  }

  .preparation .quantity {
    min-inline-size: 2.5ch;
    font-size: 1.5rem;
    line-height: 1;
    text-align: end;
  }

  .preparation .choice:has(:checked) .product,
  .preparation .choice:has(:checked) .quantity {
    color: var(--_muted);
    text-decoration: line-through;
  }

  .by-slot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    justify-content: end;
  }

  .by-slot li {
    padding: 0.0625rem 0.5rem;
    border-radius: 1em;
    background: var(--_soft);
    font-size: 0.9375em;
    white-space: nowrap;
  }

  .preparation .badge {
    grid-column: 1 / -1;
    justify-self: start;
  }

  .slot-day {
    display: grid;
    gap: 0.25rem;
  }

  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
    gap: 0.5rem;
  }

  .slots > li {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    justify-content: space-between;
    gap: 0.25rem 0.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .slots .load {
    text-align: end;
  }

  .bar {
    flex: 1 1 100%;
    block-size: 0.625rem;
    border: 1px solid var(--_border);
    border-radius: 1em;
    overflow: hidden;
  }

  .bar span {
    display: block;
    block-size: 100%;
    background: var(--_accent);
  }

  [data-full] .bar span {
    background: var(--_alert);
  }

  .category h3 {
    padding-block-end: 0.25rem;
    border-block-end: 2px solid var(--_border);
  }

  .product-row {
    display: grid;
    gap: 0.375rem 1rem;
  }

  .product-row[data-hidden] .product-name b {
    color: var(--_muted);
  }

  .product-row[data-busy] {
    border-block-end-style: dashed;
  }

  .product-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.5rem;
  }

  .quick {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem;
  }

  .quick-field {
    display: grid;
    flex: 1 1 5rem;
    max-inline-size: 6.5rem;
  }

  .quick .button {
    flex: none;
    padding-inline: 0.625rem;
  }

  .quick-field > span {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .field.cell {
    text-align: end;
  }

  .report {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    font-weight: 600;
  }

  .rejected,
  .attempts {
    display: grid;
    gap: 0.25rem;
    max-block-size: 20rem;
    overflow: auto;
  }

  .rows > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    overflow-wrap: anywhere;
  }

  .rows > li > p {
    flex: 1 1 12rem;
  }

  .endpoint .attempts {
    flex: 1 1 100%;
  }

  .attempts li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.5rem;
  }

  .attempts [data-done='false'] span {
    color: var(--_alert);
  }

  .week {
    display: grid;
    gap: 0.125rem;
  }

  .week > div {
    display: grid;
    grid-template-columns: 7rem 1fr;
  }

  .shop {
    max-inline-size: 46rem;
  }

  @container (min-width: 44rem) {
    .product-row {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }

    .product-row > .problem {
      grid-column: 1 / -1;
    }
  }

  @container (max-width: 34rem) {
    .preparation > li {
      grid-template-columns: minmax(0, 1fr);
    }

    .quick {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }

    .quick-field {
      max-inline-size: none;
    }

    .by-slot {
      justify-content: start;
      padding-inline-start: 2rem;
    }
  }
`;
