import {css} from 'lit';

/** Lists of events, day by day. */
export const agenda = css`
  .list {
    list-style: none;
  }

  .group {
    padding-block: 1rem;
    border-block-start: 1px solid var(--_border);
  }

  .heading {
    padding-block-end: 0.25rem;
    font-size: 1em;
    line-height: 1.35;
  }

  .heading .relative {
    color: var(--_accent);
  }

  .heading .weekday {
    text-transform: capitalize;
  }

  .event {
    position: relative;
    padding-block: 0.5rem;
    padding-inline-start: 0.875rem;
  }

  .event::before {
    content: '';
    position: absolute;
    inset-block: 0.625rem;
    inset-inline-start: 0;
    inline-size: 0.25rem;
    border-radius: 0.25rem;
    background: var(--_mark);
  }

  .event:hover {
    background: rgb(128 128 128 / 8%);
  }

  .what {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .times {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .until {
    color: var(--_muted);
  }

  .on-now {
    color: var(--_open);
    font-weight: 600;
  }

  .name {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }

  /* the whole row is the target */
  .name::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .name:hover {
    text-decoration: underline;
  }

  .name:focus-visible {
    outline: none;
  }

  .name:focus-visible::after {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
    border-radius: var(--_radius);
  }

  .meta {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .source {
    color: var(--_mark);
  }

  .badge {
    display: inline-block;
    margin-inline-end: 0.375rem;
    padding-inline: 0.375rem;
    border: 1px solid currentColor;
    border-radius: 0.25rem;
    color: var(--_closed);
    font-size: 0.8125em;
    line-height: 1.5;
  }

  .badge[data-status='cancelled'] ~ .name {
    text-decoration: line-through;
  }

  .more {
    inline-size: 100%;
    margin-block-start: 0.5rem;
  }

  .skeleton {
    display: grid;
    gap: 0.5rem;
    padding-block: 0.875rem;
  }

  .skeleton span {
    block-size: 0.875rem;
    inline-size: 60%;
    border-radius: var(--_radius);
    background: rgb(128 128 128 / 20%);
  }

  .skeleton span:last-child {
    inline-size: 35%;
  }

  :host([compact]) .group {
    padding-block: 0.5rem;
  }

  :host([compact]) .event {
    padding-block: 0.25rem;
    font-size: 0.9375em;
  }

  @container (min-width: 34rem) {
    .event {
      display: grid;
      grid-template-columns: 8.5rem 1fr;
      gap: 0.75rem;
    }

    .times {
      flex-direction: column;
    }
  }

  @container (min-width: 46rem) {
    .agenda > .group {
      display: grid;
      grid-template-columns: 11rem 1fr;
      gap: 1rem;
    }

    .agenda .heading {
      padding-block: 0.5rem;
    }

    .agenda .heading span {
      display: block;
    }

    .agenda .heading .comma {
      display: none;
    }

    .ongoing .quiet {
      grid-column: 2;
      justify-self: start;
    }
  }

  @media (forced-colors: active) {
    .event::before {
      background: CanvasText;
    }
  }
`;
