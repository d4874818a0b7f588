import {css} from 'lit';

export const list = css`
  /* the room of the filters, so that nothing jumps when they come */
  .filters {
    display: grid;
    align-content: start;
    gap: 0.75rem;
    min-block-size: 9.75rem;
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

  .list {
    list-style: none;
  }

  .row {
    position: relative;
    display: flex;
    gap: 0.75rem;
    align-items: start;
    padding: 0.75rem 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .row.hovered {
    background: rgb(128 128 128 / 12%);
  }

  .facts {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .name {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  /* the whole row is the target, except the telephone above it */
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
  }

  .meta,
  .opening {
    font-size: 0.9375em;
  }

  .phone {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: 50%;
    border: 1px solid var(--_border);
  }

  .phone:hover {
    border-color: var(--_accent);
  }

  .pager {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    padding-block: 0.75rem;
    font-size: 0.9375em;
  }

  :host([compact]) .row {
    padding-block: 0.375rem;
    gap: 0.5rem;
    font-size: 0.9375em;
  }

  :host([compact]) .row .symbol {
    inline-size: 1.375rem;
    block-size: 1.375rem;
  }

  .skeleton {
    display: grid;
    gap: 0.5rem;
    min-block-size: 5rem;
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

  @container (min-width: 70rem) {
    .filters {
      min-block-size: 6rem;
    }
  }
`;
