import {css} from 'lit';

/** The month: dots where it is narrow, names in lines where there is room. */
export const month = css`
  .month {
    --_line: 1.5rem;
    --_head: 2rem;
    inline-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    border-spacing: 0;
    background: var(--_surface);
    color: var(--_text);
    table-layout: fixed;
  }

  .month th {
    padding: 0.375rem 0;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 500;
    text-align: center;
  }

  .month td {
    position: relative;
    block-size: 3.25rem;
    padding: 0;
    border-block-start: 1px solid var(--_border);
    vertical-align: top;
  }

  .month .date {
    position: absolute;
    inset: 0;
    display: flex;
    justify-content: center;
    padding: 0.25rem 0;
    border: 0;
    background: none;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .month .date:hover {
    background: rgb(128 128 128 / 10%);
  }

  .month .date:focus-visible {
    outline-offset: -2px;
  }

  .month .number {
    min-inline-size: 1.75em;
    block-size: 1.75em;
    border-radius: 1em;
    line-height: 1.75;
    text-align: center;
  }

  .month .other {
    background: rgb(128 128 128 / 6%);
  }

  .other .number {
    color: var(--_muted);
  }

  .holiday .number {
    color: var(--_closed);
  }

  [aria-selected='true'] .number {
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .today .number {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 700;
  }

  .school::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: 0.1875rem;
    background: var(--_border);
  }

  .month .item {
    position: absolute;
    inset-block-end: 0.875rem;
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: 0.25rem;
    background: var(--_mark);
    font-size: 0;
    pointer-events: none;
  }

  .lane-0 {
    --_lane: 0;
    --_dot: 0;
  }
  .lane-1 {
    --_lane: 1;
    --_dot: 1;
  }
  .lane-2 {
    --_lane: 2;
    --_dot: -1;
  }
  .lane-3 {
    --_lane: 3;
    --_dot: 2;
  }
  .span-1 {
    --_span: 1;
  }
  .span-2 {
    --_span: 2;
  }
  .span-3 {
    --_span: 3;
  }
  .span-4 {
    --_span: 4;
  }
  .span-5 {
    --_span: 5;
  }
  .span-6 {
    --_span: 6;
  }
  .span-7 {
    --_span: 7;
  }

  .month .item:not(.bar) {
    inset-inline-start: calc(50% - 0.21875rem + var(--_dot) * 0.5625rem);
  }

  .month .bar {
    inset-block-end: calc(0.125rem + var(--_lane) * 0.25rem);
    inset-inline-start: 0;
    inline-size: calc(var(--_span) * 100%);
    block-size: 0.1875rem;
    border-radius: 0;
  }

  .month .hidden,
  .month .note {
    display: none;
  }

  .day-panel {
    padding-block-start: 1rem;
  }

  @container (min-width: 40rem) {
    .month td {
      block-size: calc(var(--_head) + 4 * var(--_line) + 0.25rem);
      border-inline-start: 1px solid var(--_border);
    }

    /* it stays, so that all cells have the same width inside */
    .month td:first-child {
      border-inline-start-color: transparent;
    }

    .month th {
      padding-inline-start: 0.5rem;
      text-align: start;
    }

    .month .date {
      justify-content: start;
      padding: 0.1875rem;
    }

    .month .note {
      position: absolute;
      inset-block-start: 0.375rem;
      inset-inline: 2.25rem 0.25rem;
      display: block;
      overflow: hidden;
      color: var(--_closed);
      font-size: 0.75em;
      text-overflow: ellipsis;
      white-space: nowrap;
      pointer-events: none;
    }

    .month .item,
    .month .hidden {
      inset-block: calc(var(--_head) + var(--_lane) * var(--_line)) auto;
      inset-inline-start: 0.1875rem;
      inline-size: calc(100% - 0.375rem);
      block-size: calc(var(--_line) - 0.125rem);
      padding-inline: 0.25rem;
      border-radius: 0.25rem;
      font-size: 0.8125em;
      line-height: 1.625;
      text-align: start;
      text-overflow: ellipsis;
      white-space: nowrap;
      cursor: pointer;
      pointer-events: auto;
    }

    .month .item:not(.bar) {
      inset-inline-start: 0.1875rem;
      border-inline-start: 0.1875rem solid var(--_mark);
      background: none;
    }

    .month .bar {
      inline-size: calc(var(--_span) * (100% + 1px) - 1px - 0.375rem);
      border-inline-start: 0.1875rem solid var(--_mark);
      background: color-mix(in srgb, var(--_mark) 18%, var(--_surface));
      z-index: 1;
    }

    .month .before {
      inset-inline-start: 0;
      border-inline-start: 0;
      border-start-start-radius: 0;
      border-end-start-radius: 0;
      inline-size: calc(var(--_span) * (100% + 1px) - 1px - 0.1875rem);
    }

    .month .after {
      border-start-end-radius: 0;
      border-end-end-radius: 0;
      inline-size: calc(var(--_span) * (100% + 1px) - 1px - 0.1875rem);
    }

    .month .before.after {
      inline-size: calc(var(--_span) * (100% + 1px) - 1px);
    }

    .month .cancelled {
      text-decoration: line-through;
    }

    .month .hidden {
      --_lane: 3;
      position: absolute;
      display: block;
      overflow: hidden;
      border: 0;
      background: none;
      color: var(--_muted);
    }

    .month .item:hover,
    .month .hidden:hover {
      background: rgb(128 128 128 / 20%);
    }
  }

  @container (min-width: 64rem) {
    [data-view='month'] .body {
      display: grid;
      grid-template-columns: 1fr 19rem;
      gap: 1.5rem;
      align-items: start;
    }

    .day-panel {
      position: sticky;
      inset-block-start: 1rem;
      padding: 0;
    }

    .day-panel .event {
      display: block;
    }
  }

  @media (forced-colors: active) {
    .month .item {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
      color: CanvasText;
    }

    .today .number {
      outline: 2px solid Highlight;
    }
  }
`;
