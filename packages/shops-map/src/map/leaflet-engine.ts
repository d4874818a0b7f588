// The declarations must follow this file into every program that reads our sources.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./leaflet-parts.d.ts" />
import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';
import type {LatLngBoundsLiteral, LatLngTuple} from 'leaflet';
import 'leaflet/src/layer/Layer.js';
import {TileLayer} from 'leaflet/src/layer/tile/TileLayer.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import {Map as LeafletMap} from 'leaflet/src/map/Map.js';
import type {Basemap} from './basemaps.js';
import {LeafletMarkers} from './leaflet-markers.js';
import type {CreateMapEngine, MapEngine, MapListener, MapMarker, MapView} from './map-port.js';

/** Failed tiles, without one success, after which the basemap is given up. */
const HOPELESS = 4;
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
  private tiles: TileLayer | undefined;
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
      minZoom: 3,
      maxZoom: 19,
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

  setView(center: GeoCoordinates, zoom: number): void {
    this.map.setView(toLatLng(center), zoom);
  }

  fit(bounds: GeoBounds, maxZoom: number, atOnce = false): void {
    const calm = atOnce ? {animate: false} : {};
    this.map.fitBounds(toBounds(bounds), {maxZoom, padding: [40, 40], ...calm});
  }

  reveal(geo: GeoCoordinates): void {
    this.map.panInside(toLatLng(geo), {padding: [60, 60]});
  }

  zoomBy(steps: number): void {
    this.map.setZoom(this.map.getZoom() + steps);
  }

  setMarkers(markers: readonly MapMarker[]): void {
    this.markers.set(markers);
  }

  setBasemap(basemap: Basemap | undefined): void {
    this.tiles?.remove();
    this.tiles = basemap ? this.tilesOf(basemap) : undefined;
    this.tiles?.addTo(this.map);
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

  private tilesOf(basemap: Basemap): TileLayer {
    const layer = new TileLayer(basemap.url, {
      maxZoom: 19,
      maxNativeZoom: basemap.maxZoom,
      // tile servers of OpenStreetMap refuse pages without a referrer
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    let loaded = 0;
    let failed = 0;
    const giveUp = (): void => {
      if (loaded > 0 || failed === 0) return;
      // once Leaflet is done with the tile that brought us here: it still needs its map
      queueMicrotask(() => {
        if (this.tiles === layer) this.listener.basemapFailed();
      });
    };
    layer.on('tileload', () => loaded++);
    layer.on('tileerror', () => {
      failed++;
      if (failed === HOPELESS) giveUp();
    });
    // a small map may ask for fewer tiles than that: "load" says that all have answered
    layer.on('load', giveUp);
    return layer;
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
