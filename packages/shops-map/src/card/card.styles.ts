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
    align-items: start;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .directions summary {
    display: flex;
    inline-size: fit-content;
    list-style: none;
  }

  .directions summary::-webkit-details-marker {
    display: none;
  }

  .directions[open] {
    flex-basis: 100%;
  }

  .directions ul {
    display: grid;
    list-style: none;
    padding-block: 0.25rem;
  }

  .directions a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
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

  .ends {
    display: grid;
    justify-items: start;
    gap: 0.25rem;
    font-size: 0.875em;
  }

  .ends .button {
    padding-inline: 0;
  }

  .source {
    color: var(--_muted);
  }
`;
