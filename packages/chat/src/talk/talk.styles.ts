import {css} from 'lit';

/** The list of messages. */
export const talkStyles = css`
  .talk {
    position: relative;
    display: flex;
    flex: 1 0 6rem;
    min-block-size: 0;
  }

  .log {
    gap: 0.75rem;
    inline-size: 100%;
    overflow-anchor: none;
  }

  .log:focus-visible,
  .message:focus-visible {
    outline-offset: -2px;
  }

  .older {
    align-self: center;
  }

  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    list-style: none;
  }

  .day {
    color: var(--_muted);
    font-size: 0.8125rem;
    text-align: center;
  }

  .day time::first-letter {
    text-transform: uppercase;
  }

  .message {
    display: grid;
    gap: 0.125rem;
    border-radius: var(--_radius);
  }

  .mine {
    text-align: end;
  }

  .together {
    margin-block-start: -0.5rem;
  }

  .by {
    color: var(--_muted);
    font-size: 0.8125rem;
  }

  .by b {
    font-weight: 600;
  }

  .together .by {
    position: absolute;
    clip-path: inset(50%);
  }

  .line {
    display: flex;
    gap: 0.25rem;
    align-items: center;
  }

  .mine .line {
    flex-direction: row-reverse;
  }

  .mine .bubble {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .mine.pending .bubble,
  .mine.failed .bubble,
  .mine.held .bubble,
  .bubble:has(> .muted) {
    background: transparent;
    color: inherit;
    box-shadow: inset 0 0 0 1px var(--_border);
  }

  .mine .bubble a {
    color: inherit;
  }

  .text {
    white-space: pre-wrap;
  }

  .picture {
    display: block;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    cursor: zoom-in;
  }

  .bubble:has(> .picture) {
    padding: 0.25rem;
  }

  .picture + .text {
    padding: 0.25rem 0.5rem;
  }

  .picture canvas {
    display: block;
    inline-size: auto;
    max-inline-size: 100%;
    block-size: auto;
    max-block-size: 14rem;
    border-radius: 0.5rem;
  }

  .deed {
    opacity: 0.75;
    color: var(--_muted);
  }

  .deed svg {
    inline-size: 1.125rem;
  }

  @media (hover: hover) {
    .deed {
      opacity: 0;
    }

    .message:hover .deed,
    .message:focus-within .deed {
      opacity: 1;
    }
  }

  .mark .button,
  .sure .button {
    min-block-size: 2rem;
    padding-block: 0;
  }

  .end {
    display: grid;
    gap: 0.75rem;
    justify-items: center;
    padding-block: 0.5rem;
    text-align: center;
  }

  .fresh {
    position: absolute;
    inset-block-end: 0.5rem;
    inset-inline: 0;
    margin-inline: auto;
    inline-size: fit-content;
    border-radius: 2rem;
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 25%);
  }

  .types {
    min-block-size: 1.5em;
    padding-inline: 1rem;
  }
`;
