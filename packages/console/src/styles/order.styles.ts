import {css} from 'lit';

/** One order. */
export const order = css`
  .order {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 0.875rem;
    border: 1px solid var(--_border);
    border-inline-start: 0.375rem solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }

  .order[data-state='received'] {
    border-inline-start-color: var(--_alert);
  }

  .order[data-state='accepted'] {
    border-inline-start-color: var(--_accent);
  }

  .order[data-state='ready'] {
    border-inline-start-color: var(--_open);
  }

  .order[data-arrived] {
    outline: 2px solid var(--_open);
    outline-offset: -1px;
  }

  /* on its way; text stays as legible as ever */
  .order[data-busy] {
    border-style: dashed;
    border-inline-start-style: solid;
  }

  .order-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75rem;
  }

  .when {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 600;
  }

  .code {
    font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
    font-size: 1.75rem;
    letter-spacing: 0.06em;
    line-height: 1.1;
  }

  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    padding: 0.0625rem 0.5rem;
    border: 1px solid var(--_border);
    border-radius: 1em;
    font-size: 0.875em;
    font-weight: 600;
  }

  .badge.urgent {
    border-color: var(--_alert);
    background: color-mix(in srgb, var(--_alert) 12%, var(--_surface));
    color: var(--_alert);
  }

  .badge.here {
    border-color: var(--_open);
    background: color-mix(in srgb, var(--_open) 12%, var(--_surface));
    color: var(--_open);
  }

  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1rem;
  }

  .who > p {
    min-inline-size: 8rem;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    margin-block-end: -0.375rem;
  }

  .mode {
    margin-inline-start: 0.5em;
    color: var(--_muted);
  }

  .reach {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.75rem;
  }

  .lines {
    display: grid;
    gap: 0.125rem;
    padding-block: 0.5rem;
    border-block: 1px solid var(--_border);
  }

  .lines li {
    display: flex;
    gap: 0.6em;
  }

  .lines b {
    min-inline-size: 2.25em;
  }

  .order-note {
    padding: 0.375rem 0.625rem;
    border-radius: calc(var(--_radius) / 2);
    background: color-mix(in srgb, var(--_alert) 10%, var(--_surface));
  }

  .sum {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
  }

  .sum span {
    color: var(--_muted);
  }

  .order .next {
    flex: 1 1 9rem;
    min-block-size: 3rem;
  }

  .history summary {
    min-block-size: 2.75rem;
    align-content: center;
    color: var(--_muted);
    font-size: 0.9375em;
    cursor: pointer;
  }

  .history li {
    font-size: 0.9375em;
  }

  .refusal {
    gap: 0.5rem;
    padding-block-start: 0.25rem;
  }

  .refusal fieldset {
    gap: 0;
  }

  .refusal .other {
    display: grid;
    gap: 0.25rem;
  }

  .refusal .other > span {
    font-size: 0.9375em;
  }
`;
