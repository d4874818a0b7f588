import {controls} from '@local-widgets/core';
import {css} from 'lit';

export const styles = [
  controls,
  css`
    /* no container: what is fixed inside of it stands in the window's corner */
    :host {
      container-type: normal;
    }

    :host([layout='button']) {
      display: inline-block;
      vertical-align: middle;
    }

    .corner {
      position: fixed;
      z-index: 9990;
      inset-block-end: max(1rem, env(safe-area-inset-bottom));
      inset-inline-end: 1rem;
      display: flex;
      flex-direction: column-reverse;
      gap: 0.5rem;
      align-items: end;
      max-inline-size: min(20rem, calc(100% - 2rem));
    }

    .launcher {
      max-inline-size: 100%;
      text-align: start;
    }

    .corner .launcher {
      border-radius: 2rem;
      padding-inline: 1.125rem;
      box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 25%);
    }

    .launcher svg {
      flex: none;
      inline-size: 1.375rem;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linejoin: round;
    }

    .count {
      display: inline-grid;
      place-content: center;
      min-inline-size: 1.5em;
      block-size: 1.5em;
      padding-inline: 0.35em;
      border-radius: 1em;
      background: var(--_on-accent);
      color: var(--_accent);
      font-size: 0.875em;
      line-height: 1;
    }

    .corner .note,
    .corner .contact {
      padding: 0.75rem 1rem;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
    }

    .contact {
      display: grid;
      gap: 0.25rem;
    }

    @media (forced-colors: active) {
      .count {
        border: 1px solid ButtonText;
        background: ButtonFace;
        color: ButtonText;
      }
    }

    @media print {
      .corner {
        display: none;
      }
    }
  `,
];
