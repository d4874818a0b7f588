import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';
import type {Basemap} from './basemaps.js';

/** What the map shows now. */
export interface MapView {
  readonly center: GeoCoordinates;
  /** 0 shows the world in one tile of 256 px; each step doubles the scale. */
  readonly zoom: number;
  readonly bounds: GeoBounds;
}

/** An element held at a position on the map; the element's own middle stands on the position. */
export interface MapMarker {
  readonly key: string;
  readonly geo: GeoCoordinates;
  readonly element: HTMLElement;
  /** Drawn above the others. */
  readonly raised: boolean;
}

/** What the engine tells its owner. */
export interface MapListener {
  /** After a move or zoom ended, and once at the start. */
  viewChanged(view: MapView): void;
  /** No tile could be loaded: the map still works, on paper. */
  basemapFailed(): void;
}

/**
 * The few things we ask of a map library, so that another one can take its place
 * (docs/decisions/0003-map-engine.md). An engine draws tiles and moves; what stands on the map and
 * what it means is ours.
 */
export interface MapEngine {
  /** The name that assistive technology reads. */
  rename(label: string): void;
  view(): MapView;
  setView(center: GeoCoordinates, zoom: number): void;
  /** Moves as little as needed to show a box, never closer than `maxZoom`; gliding unless `atOnce`. */
  fit(bounds: GeoBounds, maxZoom: number, atOnce?: boolean): void;
  /** Moves only when the position is out of sight. */
  reveal(geo: GeoCoordinates): void;
  zoomBy(steps: number): void;
  /** Replaces what stands on the map; markers with a known key keep their place in the page. */
  setMarkers(markers: readonly MapMarker[]): void;
  setBasemap(basemap: Basemap | undefined): void;
  /** An element drawn under the markers, redrawn by its owner at each `viewChanged`. */
  readonly underlay: HTMLElement;
  /** Position in the underlay, in CSS pixels. */
  project(geo: GeoCoordinates): {x: number; y: number};
  /** The container changed its size or was shown. */
  resize(): void;
  destroy(): void;
}

/** What the lazily loaded chunk exports. */
export type CreateMapEngine = (
  container: HTMLElement,
  listener: MapListener,
  start: {center: GeoCoordinates; zoom: number; label: string},
) => MapEngine;
