import {css} from 'lit';

/** A card in the corner; a sheet over the whole window where that is small; a box in the page. */
export const frameStyles = css`
  .panel {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    /* a window as low as zoom at 400 % leaves it: all of the panel scrolls then (WCAG 1.4.10) */
    overflow: hidden auto;
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
    overflow-wrap: anywhere;
  }

  dialog.panel {
    position: fixed;
    z-index: 9991;
    inset: var(--_above, 0) 0 auto;
    block-size: var(--_seen, 100%);
  }

  dialog.panel:not([open]) {
    display: none;
  }

  .panel.flow {
    block-size: min(36rem, 85vh);
    min-block-size: 24rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  @media (min-width: 30.01rem) and (min-height: 30.01rem) {
    dialog.panel {
      inset: auto;
      inset-block-end: 5rem;
      inset-inline-end: 1rem;
      inline-size: min(25rem, calc(100% - 2rem));
      block-size: min(40rem, calc(100% - 6rem));
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) * 1.5);
      box-shadow: 0 1rem 3rem rgb(0 0 0 / 30%);
    }
  }

  dialog.panel::backdrop {
    background: none;
  }

  /* who prints the page wants the page; a conversation is had as a file */
  @media print {
    dialog.panel {
      display: none;
    }
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: start;
    padding-block: 0.5rem;
    padding-inline: 1rem 0.5rem;
    border-block-end: 1px solid var(--_border);
  }

  .head > div {
    flex: 1;
    align-self: center;
    min-inline-size: 0;
  }

  .head h2 {
    font-size: 1.125rem;
    line-height: 1.35;
  }

  /* it gets the keyboard so that a screen reader goes on from there; nothing can be done with it */
  #title:focus {
    outline: none;
  }

  .button.icon {
    flex: none;
    inline-size: 2.75rem;
    padding: 0;
    border-color: transparent;
    background: transparent;
  }

  .button.icon:hover {
    border-color: var(--_border);
  }

  .panel svg {
    flex: none;
    inline-size: 1.375rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .body {
    display: flex;
    flex: 1 0 6rem;
    flex-direction: column;
    gap: 1rem;
    min-block-size: 0;
    padding: 1rem;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .body > * {
    flex: none;
  }

  .ways {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
  }

  .ways a {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
    min-block-size: 2rem;
  }

  .ways svg {
    inline-size: 1.125rem;
  }

  .muted {
    color: var(--_muted);
  }

  .small {
    font-size: 0.875rem;
  }

  @media (forced-colors: active) {
    dialog.panel {
      border: 1px solid CanvasText;
    }
  }
`;
