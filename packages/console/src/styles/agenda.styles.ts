import {css} from 'lit';

/** Calendars: the list of events, one of them, the form to write one. */
export const agendaStyles = css`
  .agenda .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem 1rem;
  }

  .calendar-choice {
    flex: 0 1 18rem;
  }

  .calendar-name {
    align-self: center;
    color: var(--_muted);
    font-weight: 400;
    font-size: 1rem;
  }

  .filters {
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    align-items: end;
  }

  .event-list {
    display: grid;
    gap: 0.5rem;
  }

  .event-open {
    display: grid;
    grid-template-columns: 3.5rem minmax(0, 1fr);
    gap: 0.25rem 0.875rem;
    align-items: start;
    inline-size: 100%;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .event-open:hover {
    background: var(--_soft);
  }

  .leaf {
    display: grid;
    justify-items: center;
    padding-block: 0.25rem;
    border-radius: var(--_radius);
    background: var(--_soft);
    font-size: 0.8125rem;
    line-height: 1.25;
  }

  .leaf b {
    font-size: 1.375rem;
    line-height: 1.1;
  }

  .event-what {
    display: grid;
    gap: 0.125rem;
  }

  .event-name {
    font-size: 1.0625rem;
  }

  .event-more {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .event-when::first-letter,
  .date-name::first-letter,
  .event-facts dd::first-letter,
  .people-date h5::first-letter {
    text-transform: uppercase;
  }

  .event-when,
  .date-name,
  .people-date h5 {
    display: block;
  }

  .event-what .badges {
    padding-block-start: 0.25rem;
  }

  .event-row[data-state='cancelled'] .event-name,
  [data-cancelled] > p > .date-name,
  [data-removed] > p > .date-name {
    text-decoration: line-through;
  }

  .kept-drafts,
  .folds {
    display: grid;
    gap: 0.5rem;
  }

  .folds {
    padding-block-start: 1rem;
  }

  .agenda .back {
    justify-self: start;
  }

  .event-page,
  .agenda.editor {
    max-inline-size: 46rem;
  }

  .event-head {
    display: grid;
    gap: 0.375rem;
  }

  .event-head h3 {
    font-size: 1.375rem;
    overflow-wrap: anywhere;
  }

  .event-proposer,
  .rows > li > p {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.125rem 0.625rem;
  }

  .event-body {
    display: grid;
    gap: 1rem;
  }

  .event-image {
    margin: 0;
  }

  .event-image[hidden] {
    display: none;
  }

  .event-image img {
    display: block;
    inline-size: 100%;
    max-block-size: 18rem;
    border-radius: var(--_radius);
    object-fit: cover;
  }

  .event-image figcaption {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .event-facts {
    display: grid;
    gap: 0.375rem;
    margin: 0;
  }

  .event-facts > div {
    display: grid;
    grid-template-columns: 11rem minmax(0, 1fr);
    gap: 0 1rem;
  }

  .event-facts dt {
    color: var(--_muted);
  }

  .event-facts dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .event-facts del {
    color: var(--_muted);
  }

  .event-facts ins {
    font-weight: 600;
    text-decoration: none;
  }

  .event-text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .agenda h4,
  .agenda h5 {
    margin: 0;
    font-size: 1.0625rem;
  }

  .agenda h5 {
    font-size: 1rem;
  }

  .agenda .fold > summary .hint {
    margin-inline: auto 1rem;
  }

  .people-date {
    display: grid;
    gap: 0.5rem;
  }

  .rows > li > .reason-form,
  .rows > li > .date-change {
    flex: 1 1 100%;
  }

  .event-history {
    gap: 0.5rem;
  }

  .event-history li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.75rem;
  }

  .event-history time {
    color: var(--_muted);
  }

  .event-form > fieldset {
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_border);
  }

  .event-form > fieldset > legend {
    float: inline-start;
    inline-size: 100%;
  }

  .event-form > fieldset > legend + * {
    clear: both;
  }

  .series .rows > li {
    padding-block: 0.25rem;
  }

  .series-words {
    font-weight: 600;
  }

  .add-date,
  .address {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem;
  }

  .address .labelled {
    flex: 1 1 14rem;
  }

  .conflict {
    border-color: var(--_alert);
  }

  .save-steps {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  .report-list summary {
    min-block-size: 2.75rem;
    padding-block: 0.5rem;
    cursor: pointer;
    font-weight: 600;
  }

  .delete-calendar {
    margin-block-start: 1.5rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_border);
  }

  .reason-form .grave {
    border-color: var(--_alert);
    color: var(--_alert);
    font-weight: 600;
  }

  .reason-form .details {
    display: grid;
    gap: 0.375rem;
    padding-inline-start: 1.25rem;
    list-style: disc;
  }

  .rows > li > .feed-form {
    flex: 1 1 100%;
  }

  /* where there is room, where it stands has a column of its own */
  @container (min-width: 40rem) {
    .event-what {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .event-what > * {
      grid-column: 1;
    }

    .event-what > .badges {
      grid-area: 1 / 2;
      padding: 0;
    }
  }

  @container (max-width: 34rem) {
    .filters > :last-child {
      grid-column: 1 / -1;
    }

    .event-facts > div {
      grid-template-columns: minmax(0, 1fr);
    }

    .event-open {
      grid-template-columns: 2.75rem minmax(0, 1fr);
      gap: 0.25rem 0.625rem;
      padding: 0.5rem;
    }

    /* the screen of a telephone is for the fields */
    .save-steps {
      position: static;
    }
  }
`;
