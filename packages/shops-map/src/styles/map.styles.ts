import {css} from 'lit';

/** What comes with the map: the few rules that Leaflet's panes need in a shadow root, the markers, the buttons. */
export const mapStyles = css`
  .leaflet-pane,
  .leaflet-tile,
  .on-map,
  .leaflet-zoom-animated,
  .leaflet-tile-container,
  .leaflet-layer {
    position: absolute;
    inset-block-start: 0;
    left: 0;
  }

  .leaflet-tile,
  .on-map {
    user-select: none;
  }

  .leaflet-tile {
    visibility: hidden;
    max-inline-size: none;
  }

  .leaflet-tile-loaded {
    visibility: inherit;
  }

  .leaflet-grab {
    cursor: grab;
  }

  .leaflet-dragging .leaflet-grab {
    cursor: grabbing;
  }

  .leaflet-touch-drag {
    touch-action: pinch-zoom;
  }

  .leaflet-touch-drag.leaflet-touch-zoom {
    touch-action: none;
  }

  .leaflet-pane {
    z-index: 1;
  }

  .leaflet-tile-pane {
    z-index: 2;
  }

  .leaflet-underlay-pane {
    z-index: 3;
    pointer-events: none;
  }

  .leaflet-marker-pane {
    z-index: 4;
  }

  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }

  .leaflet-zoom-anim .leaflet-zoom-animated {
    transition: transform 0.25s cubic-bezier(0, 0, 0.25, 1);
  }

  .leaflet-zoom-anim .leaflet-tile,
  .leaflet-pan-anim .leaflet-tile {
    transition: none;
  }

  .leaflet-zoom-anim .leaflet-underlay-pane {
    visibility: hidden;
  }

  .marker {
    position: absolute;
    transform: translate(-50%, -50%);
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    cursor: pointer;
  }

  /* a target of 44 px around what is smaller (WCAG 2.5.5) */
  .marker::after {
    content: '';
    position: absolute;
    inset: min(0px, (100% - 2.75rem) / 2);
    border-radius: 50%;
  }

  .marker .symbol {
    filter: drop-shadow(0 1px 1px rgb(0 0 0 / 45%));
  }

  .marker:focus-visible {
    outline: 3px solid #26302c;
    outline-offset: 1px;
    box-shadow: 0 0 0 2px #fff;
  }

  /* before the marker of the chosen place, which may lie over it (WCAG 2.4.11) */
  .on-map:focus-within {
    z-index: 99999 !important;
  }

  .marker.hovered .symbol,
  .marker.selected .symbol {
    transform: scale(1.25);
  }

  .marker.selected::before {
    content: '';
    position: absolute;
    inset: -0.5rem;
    border: 3px solid #26302c;
    border-radius: 50%;
    background: rgb(255 255 255 / 70%);
    z-index: -1;
  }

  .cluster {
    background: #26302c;
    color: #fff;
    border: 3px solid #fff;
    box-shadow: 0 1px 4px rgb(0 0 0 / 45%);
    font-weight: 700;
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
  }

  .cluster.some {
    inline-size: 2.75rem;
    block-size: 2.75rem;
  }

  .cluster.many {
    inline-size: 3.25rem;
    block-size: 3.25rem;
  }

  .cluster.hovered,
  .cluster:hover {
    background: #14594a;
  }

  .underlay {
    position: absolute;
    overflow: visible;
    inline-size: 1px;
    block-size: 1px;
  }

  .radius {
    fill: rgb(20 89 74 / 7%);
    stroke: #14594a;
    stroke-width: 2;
  }

  .map-controls {
    position: absolute;
    inset-block-start: 0.625rem;
    inset-inline-end: 0.625rem;
    z-index: 1000;
    display: grid;
    border-radius: var(--_radius);
    overflow: hidden;
    box-shadow: 0 1px 5px rgb(0 0 0 / 35%);
  }

  .map-controls button {
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    padding: 0;
    border: 0;
    background: #fff;
    color: #26302c;
    cursor: pointer;
  }

  .map-controls button + button {
    border-block-start: 1px solid #d5d8d6;
  }

  .map-controls button:hover {
    background: #eef2f0;
  }

  .map-controls [aria-disabled] {
    color: #8b938f;
    cursor: default;
  }

  .map-controls button:focus-visible {
    outline-offset: -4px;
    outline-color: #26302c;
  }

  .attribution,
  .note {
    position: absolute;
    z-index: 1000;
    background: rgb(255 255 255 / 90%);
    padding: 0.125rem 0.5rem;
    font-size: 0.75rem;
  }

  .attribution {
    inset-block-end: 0;
    inset-inline-end: 0;
    border-start-start-radius: var(--_radius);
  }

  .attribution a {
    color: inherit;
  }

  .note {
    inset-block-end: 0.625rem;
    inset-inline: 0.625rem auto;
    max-inline-size: calc(100% - 1.25rem);
    border-radius: var(--_radius);
    font-size: 0.875rem;
  }

  .consent {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.5rem 0.75rem;
    background: #fff;
  }

  .consent p {
    flex: 1 1 14rem;
    margin: 0;
  }

  .map:fullscreen {
    border: 0;
    border-radius: 0;
  }

  .skip {
    position: absolute;
    z-index: 1001;
    inset-block-start: 0.625rem;
    inset-inline-start: 0.625rem;
  }

  .skip:not(:focus) {
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    overflow: hidden;
  }

  @media (forced-colors: active) {
    .cluster {
      forced-color-adjust: none;
    }

    .map-controls button {
      border: 1px solid ButtonText;
    }

    .map-controls [aria-disabled] {
      color: GrayText;
    }

    .consent {
      border: 1px solid CanvasText;
    }

    .lines {
      stroke: CanvasText;
    }

    .origin {
      forced-color-adjust: none;
    }
  }
`;
