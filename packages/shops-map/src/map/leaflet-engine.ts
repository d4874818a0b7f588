// The declarations must follow this file into every program that reads our sources.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./leaflet-parts.d.ts" />
import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';
import type {GridLayer, LatLngBoundsLiteral, LatLngTuple} from 'leaflet';
import 'leaflet/src/layer/Layer.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import {Map as LeafletMap} from 'leaflet/src/map/Map.js';
import type {Basemap} from './basemaps.js';
import {LeafletMarkers} from './leaflet-markers.js';
import {tileLayer} from './leaflet-tiles.js';
import {
  MAX_ZOOM,
  MIN_ZOOM,
  type CreateMapEngine,
  type MapEngine,
  type MapListener,
  type MapMarker,
  type MapView,
} from './map-port.js';

/** Milliseconds between two steps of a zoom by wheel or pinch. */
const WHEEL_PAUSE = 120;

const toLatLng = ({latitude, longitude}: GeoCoordinates): LatLngTuple => [latitude, longitude];
const toBounds = ({west, south, east, north}: GeoBounds): LatLngBoundsLiteral => [
  [south, west],
  [north, east],
];

class LeafletEngine implements MapEngine {
  readonly underlay: HTMLElement;

  private readonly map: LeafletMap;
  private readonly markers: LeafletMarkers;
  private tiles: GridLayer | undefined;
  private readonly listening = new AbortController();
  private lastWheel = 0;

  constructor(
    private readonly container: HTMLElement,
    private readonly listener: MapListener,
    start: {center: GeoCoordinates; zoom: number; label: string},
  ) {
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map = new LeafletMap(container, {
      center: toLatLng(start.center),
      zoom: start.zoom,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      attributionControl: false,
      zoomControl: false,
      zoomAnimation: !reducedMotion,
      fadeAnimation: !reducedMotion,
      inertia: !reducedMotion,
    });
    // Leaflet makes the container a tab stop for its arrow keys; it needs a role and a name to be one.
    container.setAttribute('role', 'application');
    this.rename(start.label);
    this.underlay = this.map.createPane('underlay');
    this.markers = new LeafletMarkers(this.map);
    this.map.on('moveend resize', () => listener.viewChanged(this.view()));
    this.listenToPointer();
  }

  rename(label: string): void {
    this.container.setAttribute('aria-label', label);
  }

  view(): MapView {
    const {lat, lng} = this.map.getCenter();
    const bounds = this.map.getBounds();
    return {
      center: {latitude: lat, longitude: lng},
      zoom: this.map.getZoom(),
      bounds: {
        west: bounds.getWest(),
        south: bounds.getSouth(),
        east: bounds.getEast(),
        north: bounds.getNorth(),
      },
    };
  }

  setView(center: GeoCoordinates, zoom: number, atOnce = false): void {
    this.map.setView(toLatLng(center), zoom, atOnce ? {animate: false} : {});
  }

  fit(bounds: GeoBounds, maxZoom: number, atOnce = false): void {
    const calm = atOnce ? {animate: false} : {};
    this.map.fitBounds(toBounds(bounds), {maxZoom, padding: [40, 40], ...calm});
  }

  reveal(geo: GeoCoordinates, room = 60): void {
    const {x, y} = this.map.getSize();
    // more than half of a small map has no inside
    const padding: [number, number] = [Math.min(room, x / 2 - 1), Math.min(room, y / 2 - 1)];
    this.map.panInside(toLatLng(geo), {padding});
  }

  zoomBy(steps: number): void {
    this.map.setZoom(this.map.getZoom() + steps);
  }

  setMarkers(markers: readonly MapMarker[]): void {
    this.markers.set(markers);
  }

  setBasemap(basemap: Basemap | undefined): void {
    this.tiles?.remove();
    this.tiles = undefined;
    if (!basemap) return;
    const layer = tileLayer(basemap, () => {
      if (this.tiles === layer) this.listener.basemapFailed();
    });
    this.tiles = layer.addTo(this.map);
  }

  project(geo: GeoCoordinates): {x: number; y: number} {
    return this.map.latLngToLayerPoint(toLatLng(geo));
  }

  resize(): void {
    this.map.invalidateSize({pan: false, debounceMoveend: true});
  }

  destroy(): void {
    this.listening.abort();
    // Leaflet's own timers outlive its map and stumble over what is gone
    const running = this.map as unknown as {_sizeTimer?: number; _animatingZoom?: boolean};
    clearTimeout(running._sizeTimer);
    running._animatingZoom = false;
    this.map.remove();
  }

  private listenToPointer(): void {
    const {signal} = this.listening;
    // A drag that starts on a marker must not end as a click on it.
    this.container.addEventListener(
      'click',
      event => {
        if (event.detail > 0 && hasMoved(this.map)) event.stopPropagation();
      },
      {capture: true, signal},
    );
    // The wheel scrolls the page; with Ctrl, as in a pinch on a touchpad, it zooms the map.
    this.container.addEventListener('wheel', event => this.zoomByWheel(event), {
      passive: false,
      signal,
    });
  }

  private zoomByWheel(event: WheelEvent): void {
    if (!event.ctrlKey) return;
    event.preventDefault();
    // a touchpad sends many small steps, a wheel one large one
    if (event.timeStamp - this.lastWheel < WHEEL_PAUSE) return;
    this.lastWheel = event.timeStamp;
    const point = this.map.mouseEventToContainerPoint(event);
    this.map.setZoomAround(point, this.map.getZoom() + (event.deltaY < 0 ? 1 : -1));
  }
}

/** Whether the last press moved the map; public in Leaflet, missing in its types. */
function hasMoved(map: LeafletMap): boolean {
  return (map.dragging as unknown as {moved(): boolean}).moved();
}

export const createLeafletEngine: CreateMapEngine = (container, listener, start) =>
  new LeafletEngine(container, listener, start);
