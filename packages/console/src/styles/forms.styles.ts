import {css} from 'lit';

/** Forms, their fields, and what is said by a field. */
export const forms = css`
  .form,
  form {
    display: grid;
    gap: 1rem;
  }

  .labelled {
    display: grid;
    gap: 0.25rem;
    align-content: end;
  }

  .labelled > label,
  legend {
    padding: 0;
    font-weight: 600;
  }

  .labelled .problem,
  .choices .problem {
    border: 0;
    padding: 0;
  }

  .field {
    border-color: color-mix(in srgb, var(--_text) 50%, var(--_surface));
  }

  textarea.field {
    font: inherit;
    resize: vertical;
  }

  .field[aria-invalid='true'] {
    border: 2px solid var(--_alert);
  }

  .field[readonly] {
    background: var(--_soft);
  }

  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 1rem;
  }

  fieldset {
    min-inline-size: 0;
    border: 0;
    display: grid;
    gap: 0.5rem;
  }

  .form > fieldset:not(.choices) {
    gap: 1rem;
  }

  .form > fieldset:not(.choices) > legend {
    padding-block-end: 0.5rem;
    font-size: 1.0625rem;
  }

  .choice {
    display: inline-flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 2.75rem;
    cursor: pointer;
  }

  .choice input {
    inline-size: 1.375rem;
    block-size: 1.375rem;
    flex: none;
    margin: 0;
    accent-color: var(--_accent);
  }

  .choice small {
    display: block;
  }

  .choices > div {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(8.5rem, 100%), 1fr));
    column-gap: 1rem;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .wide {
    inline-size: 100%;
  }

  .box,
  .fold {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .box {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
  }

  .fold > summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 3rem;
    padding: 0.5rem 1rem;
    cursor: pointer;
    list-style: none;
  }

  .fold > summary::-webkit-details-marker {
    display: none;
  }

  .fold > summary::after {
    content: '';
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-inline-end: 2px solid currentColor;
    border-block-end: 2px solid currentColor;
    rotate: 45deg;
    translate: 0 -0.125rem;
  }

  .fold[open] > summary::after {
    rotate: 225deg;
    translate: 0 0.125rem;
  }

  .fold > .form {
    padding: 0.5rem 1rem 1rem;
  }

  .sign-in,
  .chooser {
    display: grid;
    gap: 1rem;
    inline-size: min(26rem, 100%);
    margin-inline: auto;
    padding-block: 2rem;
  }

  .chooser ul {
    display: grid;
    gap: 0.5rem;
  }

  .chooser .button {
    inline-size: 100%;
    min-block-size: 3.5rem;
    justify-content: space-between;
    text-align: start;
  }

  .or {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: 0.75rem;
    color: var(--_muted);
  }

  .or::before,
  .or::after {
    content: '';
    border-block-start: 1px solid var(--_border);
  }

  .secret {
    padding: 0.75rem;
    border: 2px solid var(--_open);
    border-radius: var(--_radius);
  }

  .editor {
    max-inline-size: 46rem;
  }

  .editor .back,
  .editor .delete {
    justify-self: start;
  }
`;
