import {css} from 'lit';

/** The field of an address search with its list, which lies over what comes below. */
export const addressStyles = css`
  .address {
    position: relative;
  }

  .address svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .address > svg {
    position: absolute;
    inset-inline-start: 0.75rem;
    inset-block-start: 0.75rem;
    color: var(--_muted);
    pointer-events: none;
  }

  .address .field {
    padding-inline: 2.5rem 2.75rem;
    text-overflow: ellipsis;
  }

  .address > button {
    position: absolute;
    inset-inline-end: 0;
    inset-block-start: 0;
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border: 0;
    padding: 0;
    background: none;
    cursor: pointer;
  }

  .address-panel.open {
    position: absolute;
    z-index: 5;
    inset-inline: 0;
    inset-block-start: calc(100% + 0.375rem);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 20%);
    overflow: hidden;
  }

  .address-panel ul {
    list-style: none;
    max-block-size: min(20rem, 50vh);
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .address-panel li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.875rem;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .address-panel p {
    padding-inline: 0.875rem;
    font-size: 0.875em;
  }

  /* below the ring of the focused field */
  .address-panel p:not(:empty) {
    padding-block-start: 0.375rem;
  }

  .address-panel p:last-child {
    padding-block-end: 0.375rem;
  }

  .address-panel small,
  .address-panel p {
    color: var(--_muted);
  }

  .address-panel li:hover {
    text-decoration: underline;
  }

  .address-panel [aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .address-panel [aria-selected='true'] small {
    color: inherit;
  }

  @media (forced-colors: active) {
    .address-panel [aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
