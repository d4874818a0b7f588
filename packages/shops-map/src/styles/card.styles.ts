import {css} from 'lit';

/** The card of a place; comes with the card. */
export const cardStyles = css`
  .card {
    display: grid;
    gap: 0.875rem;
    justify-items: start;
    padding-inline: 0.5rem;
    padding-block-end: 1rem;
    overflow-wrap: anywhere;
  }

  .card header {
    display: flex;
    gap: 0.75rem;
    align-items: start;
  }

  .card [role='heading'] {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }

  .photo {
    inline-size: 100%;
    block-size: auto;
    max-block-size: 15rem;
    object-fit: cover;
    border-radius: var(--_radius);
  }

  .contact {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  /* an address that only a telephone's map application understands */
  .app {
    display: none;
  }

  @media (hover: none) and (pointer: coarse) {
    .app {
      display: inline-flex;
    }
  }

  .week {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .week caption {
    text-align: start;
    font-weight: 600;
    padding-block-end: 0.25rem;
  }

  .week th,
  .week td {
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
    padding: 0.125rem 0.75rem 0.125rem 0;
  }

  .week .today {
    font-weight: 700;
  }

  .span {
    display: inline-block;
    margin-inline-end: 0.75rem;
  }

  .details {
    display: grid;
    gap: 0.5rem;
  }

  .details dt {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .source {
    color: var(--_muted);
    font-size: 0.875em;
  }
`;
