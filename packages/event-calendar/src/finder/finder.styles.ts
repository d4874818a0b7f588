import {css} from 'lit';

/** The panel of filters and what is active; comes with them. */
export const finderStyles = css`
  .moment,
  .near {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  .near > .address {
    flex: 1 1 12rem;
    min-inline-size: 0;
  }

  .near > .field {
    flex: 0 1 auto;
    inline-size: auto;
    max-inline-size: 100%;
  }

  .moment label {
    flex: 0 1 12rem;
    display: grid;
    min-inline-size: 0;
    gap: 0.25rem;
    font-size: 0.9375em;
  }

  .panel-ends,
  .active {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .active {
    list-style: none;
  }

  .active .icon {
    inline-size: 1rem;
    block-size: 1rem;
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

  .count {
    opacity: 0.8;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
`;
