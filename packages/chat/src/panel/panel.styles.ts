import {css} from 'lit';

export const panelStyles = css`
  .there::before {
    content: '';
    display: inline-block;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin-inline-end: 0.375rem;
    border: 2px solid var(--_muted);
    border-radius: 50%;
  }

  .there.yes::before {
    border-color: var(--_open);
    background: var(--_open);
  }

  .panel .dots {
    stroke-width: 3.5;
  }

  .turns:dir(rtl) {
    transform: scaleX(-1);
  }

  .notices {
    display: grid;
  }

  .notice {
    padding: 0.5rem 1rem;
    border-block-end: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_closed);
  }

  .bubble {
    max-inline-size: min(85%, 30rem);
    text-align: start;
    padding: 0.5rem 0.75rem;
    border-radius: 0.875rem;
    background: rgb(128 128 128 / 16%);
  }

  .greeting {
    align-self: start;
  }

  .greeting {
    white-space: pre-wrap;
  }

  .question {
    align-self: start;
    border: 1px solid var(--_border);
    border-radius: 0.875rem;
    text-align: start;
  }

  details.question {
    padding: 0.5rem 0.75rem;
  }

  .question summary {
    cursor: pointer;
  }

  .question p {
    margin-block-start: 0.5rem;
    white-space: pre-wrap;
  }

  .foot {
    flex: none;
    max-block-size: 70%;
    padding: 0.75rem 1rem max(0.75rem, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_border);
    overflow-y: auto;
  }

  .foot:empty {
    display: none;
  }

  .composer,
  .entries,
  .entry {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .entries {
    gap: 0.75rem;
  }

  .entry {
    gap: 0.25rem;
  }

  .entry label,
  legend {
    padding: 0;
    font-weight: 600;
  }

  legend {
    margin-block-end: 0.5rem;
  }

  .entry .muted {
    font-weight: 400;
  }

  .entries > .button {
    justify-self: start;
  }

  .writing {
    display: flex;
    gap: 0.5rem;
    align-items: end;
  }

  .writing > div {
    position: relative;
    display: grid;
    flex: 1;
    gap: 0.5rem;
    min-inline-size: 0;
  }

  .writing .button {
    flex: none;
  }

  /* the drawing is enough where there is no room for the word */
  @media (max-width: 22rem) {
    .writing > .button span {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  .attach {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    cursor: pointer;
  }

  .attach ~ textarea {
    padding-inline-end: 2.75rem;
  }

  .attach:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  textarea {
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  .writing textarea {
    max-block-size: 10rem;
    field-sizing: content;
    resize: none;
  }

  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  [aria-invalid='true'] {
    border-color: var(--_closed);
    border-width: 2px;
  }

  .error {
    color: var(--_closed);
    font-weight: 600;
  }

  /* too low for three floors: all of it scrolls (WCAG 2.2, 1.4.10) */
  @media (max-height: 24rem) {
    dialog.panel {
      overflow-y: auto;
    }

    .talk,
    .foot {
      flex: none;
      max-block-size: none;
    }

    .log {
      min-block-size: 8rem;
      max-block-size: 16rem;
    }
  }

  @media (forced-colors: active) {
    .bubble,
    .mine .bubble {
      border: 1px solid CanvasText;
    }

    .mine .bubble {
      border-color: Highlight;
    }

    .there.yes::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
