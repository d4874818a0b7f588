import {controls} from '@local-widgets/core';
import {css} from 'lit';

export const styles = [
  controls,
  css`
    /* as wide as a button, wherever it stands; the dialog has its own container */
    :host {
      display: inline-block;
      max-inline-size: 100%;
      container-type: normal;
      vertical-align: middle;
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

    .note {
      color: var(--_muted);
      font-size: 0.875em;
    }

    .note .button {
      min-block-size: 2rem;
      padding-block: 0;
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
  `,
];
