import {css} from 'lit';

/** The head, the tabs, what is said above and below them. */
export const frame = css`
  :host {
    --_soft: rgb(128 128 128 / 10%);
    --_alert: var(--_closed);
    color: var(--_text);
    font-variant-numeric: tabular-nums;
  }

  .root {
    display: grid;
    gap: var(--_gap);
    padding-block-end: 5rem;
  }

  /* laid out, so that it can be measured, and seen by nobody */
  .paper {
    position: absolute;
    visibility: hidden;
    pointer-events: none;
    inset-block-start: 0;
    inset-inline-start: 0;
    max-inline-size: 100%;
    max-block-size: 1px;
    overflow: hidden;
  }

  h2,
  h3,
  h4 {
    margin: 0;
    line-height: 1.25;
  }

  h2 {
    font-size: 1.375rem;
  }

  h3 {
    font-size: 1.0625rem;
  }

  ul {
    list-style: none;
  }

  /* what is in a fold inherits from a slot of the browser's own, which knows nothing of ours */
  details > * {
    box-sizing: border-box;
  }

  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .hint,
  .empty {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .wait {
    padding-block: 1.5rem;
    color: var(--_muted);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }

  .names {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.875rem;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.5rem;
  }

  .connection {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .connection .dot {
    inline-size: 0.625em;
    block-size: 0.625em;
    border: 2px solid currentColor;
    border-radius: 50%;
  }

  .connection[data-state='live'] {
    color: var(--_open);
  }

  .connection[data-state='live'] .dot {
    background: currentColor;
  }

  .connection[data-state='offline'] {
    color: var(--_alert);
    font-weight: 600;
  }

  .connection[data-state='offline'] .dot {
    border-radius: 0;
    background: currentColor;
  }

  .sound[aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .account {
    position: relative;
  }

  .account summary {
    display: flex;
    list-style: none;
  }

  .account summary::-webkit-details-marker {
    display: none;
  }

  .account .menu {
    position: absolute;
    inset-inline-end: 0;
    z-index: 3;
    display: grid;
    gap: 0.5rem;
    inline-size: min(20rem, 80vw);
    margin-block-start: 0.25rem;
    padding: 0.875rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 18%);
    overflow-wrap: anywhere;
  }

  .banner,
  .problem {
    border: 1px solid var(--_alert);
    border-inline-start-width: 0.375rem;
    border-radius: var(--_radius);
    padding: 0.625rem 0.875rem;
  }

  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.625rem 1rem;
  }

  .banner > div {
    flex: 1 1 16rem;
  }

  .banner > p {
    flex: 1 1 14rem;
  }

  .banner .icon {
    inline-size: 2rem;
    block-size: 2rem;
    color: var(--_alert);
  }

  .banner.paused {
    background: color-mix(in srgb, var(--_alert) 10%, var(--_surface));
  }

  .problem {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    color: var(--_alert);
    font-size: 0.9375em;
  }

  .problem > p {
    flex: 1 1 12rem;
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    border-block-end: 1px solid var(--_border);
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface);
  }

  .tab {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.75rem;
    border: 0;
    border-block-end: 3px solid transparent;
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    background: transparent;
    cursor: pointer;
  }

  .tab:hover {
    background: var(--_soft);
  }

  .tab[aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }

  .tab:focus-visible {
    outline-offset: -2px;
  }

  .count {
    display: inline-block;
    min-inline-size: 1.5em;
    padding-inline: 0.4em;
    border-radius: 1em;
    background: var(--_soft);
    font-size: 0.875em;
    font-weight: 600;
    text-align: center;
  }

  .tab .count {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .panel:focus-visible {
    outline: none;
  }

  .notice {
    position: fixed;
    inset-block-end: max(0.75rem, env(safe-area-inset-bottom));
    inset-inline: 0.75rem;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 0.25rem 0.5rem;
    max-inline-size: 34rem;
    margin-inline: auto;
    padding: 0.375rem 0.5rem 0.375rem 1rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 22%);
  }

  .notice[data-empty] {
    padding: 0;
    border: 0;
    box-shadow: none;
  }

  .notice p {
    flex: 1;
    min-inline-size: 0;
  }

  .notice .close {
    min-inline-size: 2.75rem;
    color: inherit;
  }

  @container (max-width: 26rem) {
    /* as at the foot of a telephone's screen: a drawing, and its word below */
    .tabs {
      gap: 0;
    }

    .tab {
      position: relative;
      flex: 1 1 auto;
      flex-direction: column;
      justify-content: center;
      gap: 0.125rem;
      min-block-size: 3.25rem;
      padding: 0.25rem 0.0625rem;
      font-size: 0.75rem;
    }

    /* bold is wider, and would push the last one out of the line */
    .tab[aria-selected='true'] {
      font-weight: inherit;
    }

    .tab .icon {
      inline-size: 1.375rem;
      block-size: 1.375rem;
    }

    .tab .count {
      position: absolute;
      inset-block-start: 0.125rem;
      inset-inline-start: calc(50% + 0.375rem);
    }

    .toolbar .words {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .toolbar {
      flex-wrap: nowrap;
    }

    .head .tools {
      flex: 1 1 100%;
    }

    .tools .button {
      padding-inline: 0.625rem;
    }
  }

  /* too many for one line: two lines of three */
  @container (max-width: 26rem) {
    .tabs[data-many] {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
    }

    [data-many] > .tab {
      flex-direction: row;
      gap: 0.25rem;
      min-block-size: 2.75rem;
      font-size: 0.8125rem;
    }

    [data-many] > .tab .icon {
      inline-size: 1.125rem;
      block-size: 1.125rem;
    }

    [data-many] > .tab .count {
      position: static;
    }
  }

  @container (max-width: 20.5rem) {
    .tabs:not([data-many]) {
      display: grid;
      grid-template-columns: repeat(6, 1fr);
    }

    .tabs:not([data-many]) > .tab {
      grid-column: span 2;
    }

    .tabs:not([data-many]) > .tab:nth-child(n + 4) {
      grid-column: span 3;
    }

    [data-many] > .tab {
      font-size: 0.75rem;
    }

    [data-many] > .tab .icon {
      display: none;
    }
  }

  /* seven: four above three, their numbers in the corner */
  @container (max-width: 26rem) {
    .tabs[data-many]:has(> :nth-child(7)) {
      grid-template-columns: repeat(12, 1fr);
    }

    .tabs:has(> :nth-child(7)) > .tab {
      grid-column: span 3;
      padding-inline: 0;
      font-size: 0.75rem;
    }

    .tabs:has(> :nth-child(7)) > .tab:nth-child(n + 5) {
      grid-column: span 4;
    }

    .tabs:has(> :nth-child(7)) > .tab .icon {
      display: none;
    }

    .tabs:has(> :nth-child(7)) > .tab .count {
      position: absolute;
      inset-block-start: 0;
      inset-inline: auto 0;
    }
  }

  @container (max-width: 56rem) {
    [data-many] > .tab {
      padding-inline: 0.375rem;
    }
  }

  @container (max-width: 22rem) {
    .tools .sound span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @media print {
    .tools,
    .tabs,
    .notice,
    .toolbar,
    .steps,
    .connection,
    .history {
      display: none !important;
    }
  }

  @media (forced-colors: active) {
    .tab {
      border-block-end-color: Canvas;
    }

    .tab[aria-selected='true'] {
      border-block-end-color: Highlight;
    }

    .count,
    .badge {
      border: 1px solid;
    }
  }
`;
