import {css} from 'lit';

/** List and map: one at a time where it is narrow, side by side where there is room. */
export const layout = css`
  .root {
    display: grid;
    gap: calc(0.75 * var(--_gap));
  }

  .status {
    min-block-size: 1.5em;
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .switch {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.25rem;
  }

  .switch [aria-pressed='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .body {
    display: grid;
    gap: var(--_gap);
  }

  /* takes no room: it only holds the keyboard on its way past the map */
  .after-map {
    position: absolute;
  }

  .panel {
    min-inline-size: 0;
  }

  .body[data-pane='list'] .map,
  .body[data-pane='map'] .list,
  .body[data-pane='map'] .pager,
  .body[data-pane='map'] .nothing {
    display: none;
  }

  .body[data-pane='map'] .map {
    order: -1;
  }

  .notes,
  .group {
    color: var(--_muted);
    font-size: 0.9375em;
    padding-block: 0.5rem;
  }

  .failure,
  .nothing {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    padding-block: 1rem;
  }

  :host([layout='map']) .body .map {
    display: block;
    order: -1;
  }

  @container (min-width: 46rem) {
    .switch {
      display: none;
    }

    .body {
      grid-template-columns: minmax(19rem, 2fr) 3fr;
      block-size: var(--_height, clamp(26rem, 75vh, 46rem));
    }

    .body.alone,
    :host([layout='map']) .body {
      grid-template-columns: 1fr;
      block-size: auto;
    }

    .panel {
      overflow: auto;
      overscroll-behavior: contain;
      padding-inline-end: 0.25rem;
      scrollbar-gutter: stable;
    }

    :host(:not([layout='map'])) .body[data-pane] .map {
      display: block;
      order: 0;
      block-size: auto;
    }

    .body[data-pane='map'] .list {
      display: block;
    }

    .body[data-pane='map'] .pager {
      display: flex;
    }

    .body[data-pane='map'] .nothing {
      display: grid;
    }
  }

  @media (forced-colors: active) {
    .switch [aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
`;
