import {css} from 'lit';

/** Buttons, links and fields that look at home in any page; at least 44 px where fingers land. */
export const controls = css`
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  .button,
  .field {
    min-block-size: 2.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    padding: 0.375rem 0.875rem;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    cursor: pointer;
    text-decoration: none;
  }

  .button:hover {
    border-color: var(--_accent);
  }

  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    padding-inline: 0.25rem;
  }

  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.55;
  }

  /* the edge is all that shows where to write: 3 to 1 in light and dark (WCAG 1.4.11) */
  .field {
    inline-size: 100%;
    border-color: var(--local-color-border, gray);
  }

  @media (forced-colors: active) {
    .button,
    .button.primary {
      border-color: ButtonText;
      background: ButtonFace;
      color: ButtonText;
    }
  }
`;
