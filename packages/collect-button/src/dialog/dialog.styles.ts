import {css} from 'lit';

/** A sheet from below on a phone, a card in the middle of anything larger. */
export const dialogStyles = css`
  .dialog {
    inline-size: min(40rem, 100%);
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0 auto;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: var(--_surface);
    color: var(--_text);
    /* nothing of where the button stands */
    font-size: 1rem;
    font-weight: 400;
    font-style: normal;
    line-height: 1.5;
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    white-space: normal;
    cursor: auto;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  @media (min-width: 42rem) and (min-height: 30rem) {
    .dialog {
      block-size: min(46rem, calc(100% - 4rem));
      margin: auto;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 1.5);
      box-shadow: 0 1rem 3rem rgb(0 0 0 / 30%);
    }
  }

  .sheet {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    margin: 0;
  }

  /* once, whole and without the veil: what is fixed would be printed on each page */
  @media print {
    .dialog {
      position: absolute;
      inset-block: 0 auto;
      block-size: auto;
      max-block-size: none;
      overflow: visible;
      border: 0;
      box-shadow: none;
    }

    .dialog::backdrop {
      display: none;
    }

    .sheet {
      block-size: auto;
    }
  }

  .head {
    display: flex;
    gap: 1rem;
    align-items: start;
    justify-content: space-between;
    padding: 1rem;
    border-block-end: 1px solid var(--_border);
  }

  .head h2 {
    font-size: 1.375rem;
    line-height: 1.25;
  }

  /* they get the keyboard so that a screen reader goes on from there; nothing can be done with them */
  #title:focus,
  #notice:focus {
    outline: none;
  }

  .shop {
    color: var(--_muted);
    font-size: 0.875rem;
  }

  .progress {
    display: flex;
    gap: 0.25rem;
    align-items: center;
    margin-block-start: 0.25rem;
  }

  .progress span {
    margin-inline-end: 0.5rem;
  }

  .progress i {
    inline-size: 1.5rem;
    block-size: 0.25rem;
    border: 1px solid transparent;
    border-radius: 1rem;
    background: var(--_border);
  }

  .progress .done {
    background: var(--_accent);
  }

  .close {
    flex: none;
    inline-size: 2.75rem;
    padding: 0;
    border-color: transparent;
  }

  .close svg {
    inline-size: 1.5rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  .scroll {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    gap: 1rem;
    min-block-size: 0;
    padding: 1rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }

  .scroll > * {
    flex: none;
  }

  .scroll > .button {
    align-self: start;
  }

  /* where nothing is said there is no gap */
  .scroll > div[role='alert']:not(:has(*)) {
    position: absolute;
  }

  .foot {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border-block-start: 1px solid var(--_border);
  }

  .sum,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    justify-content: space-between;
  }

  .sum b {
    font-size: 1.25rem;
  }

  .scroll .buttons {
    justify-content: start;
  }

  .foot .primary {
    flex: 1 1 9rem;
  }

  /* too low for three floors: all of it scrolls (WCAG 2.2, 1.4.10) */
  @media (max-height: 30rem) {
    .sheet {
      overflow-y: auto;
    }

    .scroll {
      flex: 1 0 auto;
      overflow: visible;
    }
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: 0.875rem;
  }

  /* small letters, yet 24 px to hit (WCAG 2.5.8) */
  .legal a {
    display: inline-block;
    padding-block: 0.25rem;
  }

  .block {
    display: block;
  }

  h3 {
    margin: 0;
    font-size: 1.0625rem;
    line-height: 1.3;
  }

  .products {
    list-style: none;
  }

  .product {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: start;
    padding-block: 0.75rem;
    border-block-end: 1px solid var(--_border);
  }

  .product:first-child {
    padding-block-start: 0;
  }

  .product:last-child {
    border: 0;
  }

  .product img {
    inline-size: 4rem;
    block-size: 4rem;
    border-radius: var(--_radius);
    object-fit: cover;
  }

  .about {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }

  .name {
    font-weight: 600;
  }

  .how-many {
    display: grid;
    gap: 0.25rem;
    justify-items: end;
    text-align: end;
  }

  .stepper {
    display: inline-flex;
    align-items: center;
  }

  .stepper .button {
    inline-size: 2.75rem;
    padding: 0;
    font-size: 1.25rem;
    line-height: 1;
  }

  .number {
    min-inline-size: 2.5rem;
    font-weight: 600;
    text-align: center;
  }

  summary {
    cursor: pointer;
    min-block-size: 1.5rem;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .notice {
    padding: 0.75rem 1rem;
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_closed);
    border-radius: var(--_radius);
    margin-block-end: 0.5rem;
  }

  .error,
  .warning {
    color: var(--_closed);
    font-weight: 600;
  }

  fieldset {
    border: 0;
    min-inline-size: 0;
  }

  legend,
  .label,
  .entry label:not(.choice) {
    padding: 0;
    font-weight: 600;
  }

  legend {
    margin-block-end: 0.5rem;
  }

  .slots legend::first-letter {
    text-transform: uppercase;
  }

  .entry,
  .entries {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
  }

  .entries {
    gap: 0.75rem;
    justify-items: stretch;
  }

  .entry .muted,
  .soonest {
    font-weight: 400;
  }

  textarea {
    font: inherit;
    resize: vertical;
  }

  [aria-invalid='true'] {
    border-color: var(--_closed);
    border-width: 2px;
  }

  .choices {
    display: grid;
    gap: 0.25rem;
  }

  .choice {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-block-size: 2.75rem;
    cursor: pointer;
  }

  .choice input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .slots {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .slots legend {
    inline-size: 100%;
  }

  .chip {
    position: relative;
    display: inline-flex;
    cursor: pointer;
  }

  .chip input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .chip > span {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .chip input:checked + span {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .chip input:focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .lines {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .lines th,
  .lines td {
    padding: 0.375rem 0.25rem;
    border-block-end: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  .lines thead th {
    color: var(--_muted);
    font-size: 0.875rem;
  }

  .lines .amount {
    text-align: end;
    white-space: nowrap;
  }

  .lines tfoot :is(th, td) {
    border: 0;
    font-weight: 700;
  }

  .facts > div,
  .summary {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 0.75rem;
    align-items: center;
  }

  .facts > div {
    grid-template-areas: 'name change' 'text change';
    padding-block: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .facts dt {
    grid-area: name;
    color: var(--_muted);
    font-size: 0.875rem;
  }

  .facts dd {
    grid-area: text;
  }

  .facts .change {
    grid-area: change;
  }

  .legal {
    display: grid;
    gap: 0.25rem;
  }

  .letter {
    inline-size: 100%;
    margin: 0;
    padding: 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font: inherit;
    white-space: pre-wrap;
  }

  @media (forced-colors: active) {
    .chip input:checked + span,
    .progress .done {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
