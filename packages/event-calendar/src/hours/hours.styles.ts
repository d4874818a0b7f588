import {css} from 'lit';

/** Week and day: lists below each other where it is narrow, columns of hours where there is room. */
export const hoursStyles = css`
  .scale,
  .now {
    display: none;
  }

  .columns,
  .bars,
  .slots {
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .column {
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--_border);
  }

  .column-name {
    font-weight: 700;
  }

  .bars .more {
    inline-size: auto;
    margin: 0;
  }

  .bars .more button,
  .column-name button {
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    text-align: start;
    cursor: pointer;
  }

  .column-name .weekday {
    text-transform: capitalize;
  }

  .column-name button:hover {
    text-decoration: underline;
  }

  .column.today .column-name {
    color: var(--_accent);
  }

  .column-name .note {
    color: var(--_closed);
    font-size: 0.8125em;
    font-weight: 400;
  }

  .slot time,
  .bar .meta {
    display: block;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .column .event {
    display: block;
  }

  .slots .source {
    display: inline;
  }

  @container (min-width: 44rem) {
    .hours {
      --_hour: 3rem;
      --_bar: 1.625rem;
      --_heads: 3.25rem;
      --_above: calc(var(--_heads) + var(--_lanes) * var(--_bar) + 0.375rem);
      display: grid;
      grid-template-columns: 3.25rem 1fr;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
    }

    .scale {
      display: grid;
      grid-auto-rows: var(--_hour);
      padding-block-start: var(--_above);
      color: var(--_muted);
      font-size: 0.8125em;
      font-variant-numeric: tabular-nums;
    }

    .scale span {
      margin-block-start: -0.7em;
      padding-inline-end: 0.5rem;
      text-align: end;
    }

    .columns {
      display: grid;
      grid-auto-columns: 1fr;
      grid-auto-flow: column;
      min-inline-size: 0;
    }

    .column {
      position: relative;
      min-inline-size: 0;
      padding: 0;
      border-block-start: 0;
      border-inline-start: 1px solid var(--_border);
    }

    .column-name {
      block-size: var(--_heads);
      padding: 0.375rem 0.5rem;
      overflow: hidden;
      font-size: 0.875em;
      line-height: 1.35;
    }

    [data-days='7'] .column-name span {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .bars {
      block-size: calc(var(--_above) - var(--_heads));
    }

    .column .bar {
      position: absolute;
      inset-block-start: calc(var(--_heads) + var(--_lane) * var(--_bar));
      inset-inline-start: 0.125rem;
      inline-size: calc(var(--_span) * (100% + 1px) - 1px - 0.25rem);
      block-size: calc(var(--_bar) - 0.125rem);
      padding: 0.125rem 0.375rem;
      overflow: hidden;
      border-inline-start: 0.1875rem solid var(--_mark);
      border-radius: 0.25rem;
      background: color-mix(in srgb, var(--_mark) 18%, var(--_surface));
      font-size: 0.8125em;
      white-space: nowrap;
      text-overflow: ellipsis;
      z-index: 1;
    }

    .column .bar .meta {
      display: none;
    }

    .slots {
      position: relative;
      block-size: calc(var(--_hours) * var(--_hour));
      background-image: linear-gradient(var(--_border) 1px, transparent 1px);
      background-size: 100% var(--_hour);
    }

    .column .slot {
      position: absolute;
      inset-block-start: calc((var(--_from) - var(--_first)) / 60 * var(--_hour) + 1px);
      inset-inline-start: calc(var(--_column) * 100% + 1px);
      inline-size: calc(var(--_width) * 100% - 3px);
      block-size: calc((var(--_to) - var(--_from)) / 60 * var(--_hour) - 2px);
      padding: 0.125rem 0.25rem 0.125rem 0.375rem;
      /* its hours may be too few for its words */
      overflow: hidden auto;
      scrollbar-width: thin;
      border-inline-start: 0.1875rem solid var(--_mark);
      border-radius: 0.25rem;
      background: color-mix(in srgb, var(--_mark) 14%, var(--_surface));
      font-size: 0.8125em;
      line-height: 1.3;
      /* a long word in half a column: broken, not cut off */
      overflow-wrap: anywhere;
    }

    .column .more {
      border: 0;
      background: none;
      color: var(--_muted);
    }

    .column .event::before {
      display: none;
    }

    .slot time {
      font-size: inherit;
      color: var(--_muted);
    }

    .slot .badge {
      font-size: inherit;
    }

    .now {
      position: absolute;
      inset-block-start: calc(var(--_above) + (var(--_minute) - var(--_first)) / 60 * var(--_hour));
      inset-inline: 0;
      display: block;
      border-block-start: 2px solid var(--_closed);
      pointer-events: none;
      z-index: 2;
    }

    .now::before {
      content: '';
      position: absolute;
      inset-block-start: -0.3125rem;
      inset-inline-start: -0.3125rem;
      inline-size: 0.5rem;
      block-size: 0.5rem;
      border-radius: 50%;
      background: var(--_closed);
    }
  }

  @media (forced-colors: active) {
    .column .bar,
    .column .slot {
      border: 1px solid CanvasText;
    }
  }
`;
