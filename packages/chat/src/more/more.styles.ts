import {css} from 'lit';

export const moreStyles = css`
  .option {
    border-block-end: 1px solid var(--_border);
    padding-block-end: 1rem;
  }

  .option:last-of-type {
    border: 0;
  }

  .option summary {
    min-block-size: 2rem;
    font-weight: 600;
    cursor: pointer;
  }

  /* what is inside a details inherits from a box of the browser's own */
  .option > * {
    box-sizing: border-box;
    margin-block: 0;
  }

  .option > * + * {
    margin-block-start: 0.75rem;
  }

  .option .button {
    justify-self: start;
  }

  .option form {
    display: grid;
    gap: 0.75rem;
  }

  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .pair .field {
    flex: 1 1 10rem;
    inline-size: auto;
  }

  .button.danger {
    border-color: var(--_closed);
    color: var(--_closed);
  }
`;
