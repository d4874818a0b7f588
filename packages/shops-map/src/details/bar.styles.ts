import {css} from 'lit';

/** The bar above the list; comes with the details. */
export const barStyles = css`
  .search {
    position: relative;
  }

  .search .icon {
    position: absolute;
    inset-inline-start: 0.75rem;
    inset-block-start: calc(50% - 0.625rem);
    color: var(--_muted);
    pointer-events: none;
  }

  .search .field {
    padding-inline-start: 2.5rem;
  }

  /* where it is not wide, one line that scrolls sideways, so that the list stays in sight */
  .choices {
    display: flex;
    gap: 0.5rem;
    overflow-x: auto;
    /* room for outlines above and below; beside, it would make a narrow page wider */
    padding-block: 3px;
    margin-block: -3px;
    min-inline-size: 0;
  }

  .choices :focus-visible,
  .choices .chip:focus-within {
    outline-offset: -3px;
  }

  .choices > * {
    flex: none;
  }

  .choices .field {
    inline-size: auto;
    max-inline-size: 10.75rem;
    padding-inline: 0.625rem 0.25rem;
  }

  .choices .chip {
    min-block-size: 2.75rem;
    border-radius: var(--_radius);
  }

  .choices [aria-expanded='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  /* one line of controls: the drawing says it, and the name is still read out */
  @container (min-width: 70rem) {
    .choices {
      flex-wrap: wrap;
      overflow: visible;
    }

    .choices .on-share {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  .opening .state {
    font-weight: 600;
  }

  .opening[data-state='open'] .state {
    color: var(--_open);
  }

  .opening[data-state='closed'] .state {
    color: var(--_closed);
  }

  .opening[data-state='unknown'] .state {
    color: var(--_muted);
    font-weight: inherit;
  }
`;
