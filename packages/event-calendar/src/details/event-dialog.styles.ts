import {css} from 'lit';

/** A sheet over the whole page on a phone, a card in the middle of anything larger. */
export const eventDialogStyles = css`
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
    font-size: 1rem;
    line-height: 1.5;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }

  @media (min-width: 42rem) and (min-height: 30rem) {
    .dialog {
      block-size: fit-content;
      max-block-size: min(46rem, calc(100% - 4rem));
      margin: auto;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 1.5);
      box-shadow: 0 1rem 3rem rgb(0 0 0 / 30%);
    }
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
  }

  .dialog[open] {
    display: flex;
    flex-direction: column;
  }

  .sheet {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
  }

  .sheet .head {
    display: flex;
    gap: 1rem;
    align-items: start;
    justify-content: space-between;
    padding: 1rem;
    border-block-end: 1px solid var(--_border);
    border-block-start: 0.25rem solid var(--_mark);
  }

  .sheet h2 {
    /* its first line stands as high as the button beside it */
    padding-block: 0.5rem;
    font-size: 1.375rem;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  /* it gets the keyboard so that a screen reader goes on from there; nothing can be done with it */
  .sheet h2:focus {
    outline: none;
  }

  .sheet .close {
    flex: none;
    inline-size: 2.75rem;
    padding: 0;
    border-color: transparent;
  }

  .sheet .scroll {
    display: grid;
    gap: 1.25rem;
    padding: 1rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }

  .sheet ul {
    list-style: none;
  }

  .sheet .notice {
    padding: 0.5rem 0.75rem;
    border-inline-start: 0.25rem solid var(--_closed);
    background: rgb(128 128 128 / 10%);
    color: var(--_closed);
    font-weight: 600;
  }

  .sheet .date {
    font-size: 1.0625rem;
    font-weight: 600;
  }

  .sheet .date::first-letter,
  .repeats::first-letter,
  .sheet li time::first-letter {
    text-transform: uppercase;
  }

  .muted,
  .sheet .label,
  .facts dt {
    color: var(--_muted);
    font-size: 0.875rem;
  }

  .sheet .label {
    padding-block-start: 0.375rem;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: start;
  }

  .link {
    user-select: all;
  }

  p + .buttons {
    padding-block-start: 0.5rem;
  }

  .menu summary {
    display: inline-flex;
    /* it would inherit from a slot of the browser's own */
    box-sizing: border-box;
    list-style: none;
  }

  .menu summary::-webkit-details-marker {
    display: none;
  }

  .menu summary::after {
    content: '';
    inline-size: 0.375rem;
    block-size: 0.375rem;
    margin-block-end: 0.2em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }

  .menu[open] {
    flex-basis: 100%;
  }

  .menu li > :is(a, button) {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0 0.25rem;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    text-align: start;
    cursor: pointer;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
    gap: 0.75rem 1rem;
  }

  .description {
    white-space: pre-line;
  }

  .sheet figure img {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 18rem;
    object-fit: cover;
    border-radius: var(--_radius);
  }

  .sheet .ends {
    display: grid;
    gap: 0.25rem;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 0.875rem;
  }
`;
