import {css} from 'lit';

export const roomStyles = css`
  .gate {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }

  .plain {
    white-space: pre-line;
  }

  .rules {
    max-block-size: 12rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow-y: auto;
  }

  .choices {
    display: grid;
    gap: 0.25rem;
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }

  .choice {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-block-size: 2.5rem;
    cursor: pointer;
  }

  .choice input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .quoted {
    margin: 0;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_border);
    white-space: pre-line;
  }
`;
