import {css} from 'lit';

/** What stands around every view: the bar, the status, the colours of sources. */
export const frame = css`
  :host {
    --_mark: var(--_accent);
    --_source-1: #8a4b00;
    --_source-2: #3b4cc0;
    --_source-3: #8e1b5a;
    --_source-4: #4d5b00;
    --_source-5: #6a3fa0;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_source-1: light-dark(#8a4b00, #f0b25e);
      --_source-2: light-dark(#3b4cc0, #9fb0ff);
      --_source-3: light-dark(#8e1b5a, #f49ac6);
      --_source-4: light-dark(#4d5b00, #c3d367);
      --_source-5: light-dark(#6a3fa0, #ceb0f7);
    }
  }

  [data-source='0'] {
    --_mark: var(--_source-0, var(--_accent));
  }
  [data-source='1'] {
    --_mark: var(--_source-1);
  }
  [data-source='2'] {
    --_mark: var(--_source-2);
  }
  [data-source='3'] {
    --_mark: var(--_source-3);
  }
  [data-source='4'] {
    --_mark: var(--_source-4);
  }
  [data-source='5'] {
    --_mark: var(--_source-5);
  }

  .root,
  .toolbar {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
  }

  .views,
  .days,
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }

  .choice {
    flex: 0 1 auto;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: 1.375rem;
    font-size: 0.9375em;
    background: var(--_surface);
    color: var(--_text);
    cursor: pointer;
  }

  .choice:hover {
    border-color: var(--_accent);
  }

  .choice[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  /* one control of several parts, unlike the days beside it */
  .views {
    gap: 0;
    inline-size: fit-content;
    max-inline-size: 100%;
    padding: 0.1875rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .views .choice {
    flex: 1 0 auto;
    min-block-size: 2.5rem;
    padding-inline: 0.5rem;
    border-color: transparent;
    border-radius: calc(var(--_radius) * 0.75);
  }

  .find {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .find > .field {
    flex: 1 1 12rem;
    inline-size: auto;
    min-inline-size: 0;
  }

  .tools {
    flex: 0 1 auto;
  }

  .tools [aria-expanded='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .panel {
    flex: 1 0 100%;
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    min-inline-size: 0;
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  .place {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: center;
    padding-inline-start: 0.75rem;
    border-inline-start: 0.25rem solid var(--_accent);
  }

  .period {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }

  .period-name {
    flex: 1 1 8rem;
    font-size: 1.25em;
    line-height: 1.3;
  }

  .period-name::first-letter,
  .status::first-letter,
  .heading::first-letter {
    text-transform: uppercase;
  }

  .steps {
    display: flex;
    gap: 0.25rem;
  }

  .step {
    inline-size: 2.75rem;
    padding: 0 0 0.125em;
    font-size: 1.25em;
    line-height: 1;
  }

  .status,
  .wait,
  .notes {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .status {
    min-block-size: 1.5em;
  }

  .heading:focus,
  .status:focus {
    outline: none;
  }

  .failure,
  .nothing {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    padding-block: 1rem;
  }

  @container (min-width: 46rem) {
    .views .choice {
      padding-inline: 0.75rem;
    }

    .toolbar {
      grid-template-columns: auto 1fr;
      align-items: center;
    }

    .days {
      justify-content: end;
    }
  }

  @media print {
    .toolbar,
    .find,
    .active,
    .more,
    .steps,
    .period .button {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .choice[aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
`;
