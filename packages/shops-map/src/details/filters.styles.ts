import {css} from 'lit';

/** Filters and chips; they come with the details. */
export const filterStyles = css`
  .bar {
    display: grid;
    gap: 0.75rem;
    align-content: start;
    min-inline-size: 0;
  }

  .categories {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    border: 0;
    min-inline-size: 0;
    font-size: 0.9375em;
  }

  /* where it is not wide, one line that scrolls sideways, so that the list stays in sight */
  .categories {
    flex-wrap: nowrap;
    overflow-x: auto;
    padding-block: 3px;
    margin-block: -3px;
  }

  .categories .chip {
    flex: none;
  }

  .below {
    font-size: 0.875em;
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 0.5rem;
  }

  .chip {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 2.5rem;
    padding: 0.125rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: 1.25rem;
    background: var(--_surface);
    color: var(--_text);
    cursor: pointer;
  }

  .chip:hover {
    border-color: var(--_accent);
  }

  .chip:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .chip:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  /* the text's colour would not be seen beside the chip */
  .chip:has(:checked):focus-within {
    outline-color: var(--_accent);
  }

  /* the box itself stays: a colour alone would not say that the chip is on */
  .chip input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_on-accent);
    outline: none;
  }

  .chip .symbol {
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }

  .count {
    opacity: 0.8;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  @container (min-width: 70rem) {
    .categories {
      flex-wrap: wrap;
      overflow: visible;
    }

    .bar {
      grid-template-columns: minmax(10rem, 1fr) auto;
      align-items: start;
    }
  }
`;
