import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';
import type {Basemap} from './basemaps.js';

/** Zoom levels between which a map of places around here makes sense. */
export const MIN_ZOOM = 3;
export const MAX_ZOOM = 19;

/** What the map shows now. */
export interface MapView {
  readonly center: GeoCoordinates;
  /** 0 shows the world in one tile of 256 px; each step doubles the scale. */
  readonly zoom: number;
  readonly bounds: GeoBounds;
}

/** CSS pixels to the right and down. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** An element held at a position on the map; the element's own middle stands on the position. */
export interface MapMarker {
  readonly key: string;
  readonly geo: GeoCoordinates;
  /** CSS pixels away from the position, at every zoom. */
  readonly offset?: Offset | undefined;
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
  /** Moves there; gliding unless `atOnce`. */
  setView(center: GeoCoordinates, zoom: number, atOnce?: boolean): void;
  /** Moves as little as needed to show a box, never closer than `maxZoom`; gliding unless `atOnce`. */
  fit(bounds: GeoBounds, maxZoom: number, atOnce?: boolean): void;
  /** Moves only when the position is out of sight, or nearer to the edge than `room` CSS pixels. */
  reveal(geo: GeoCoordinates, room?: number): void;
  zoomBy(steps: number): void;
  /** Replaces what stands on the map; markers with a known key keep their place in the page. */
  setMarkers(markers: readonly MapMarker[]): void;
  setBasemap(basemap: Basemap | undefined): void;
  /** An element drawn under the markers, redrawn by its owner at each `viewChanged`. */
  readonly underlay: HTMLElement;
  /** Position in the underlay, in CSS pixels. */
  project(geo: GeoCoordinates): Offset;
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
