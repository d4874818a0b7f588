import {adoptStyles} from '@local-widgets/core';
import type {Cluster, GeoCoordinates} from '@local-widgets/model';
import {nothing, render} from 'lit';
import {mapStyles} from '../styles/map.styles.js';
import {basemapOf, type Basemap} from './basemaps.js';
import {isWithin} from './is-within.js';
import {createLeafletEngine} from './leaflet-engine.js';
import {mapChromeTemplate, type MapChromeActions} from './map-chrome.js';
import type {MapEngine, MapView} from './map-port.js';
import {CLOSEST_ZOOM, extentOf, Markers, type MarkersActions, type MarkersData} from './markers.js';
import {drawUnderlay} from './underlay.js';

/** What the map is to show; asked anew whenever it is drawn. */
export interface MapModel extends MarkersData {
  readonly center: GeoCoordinates | undefined;
  /** Metres. */
  readonly radius: number | undefined;
  /** The `tiles` and `tiles-attribution` attributes. */
  readonly tiles: string;
  readonly attribution: string;
}

/** What the map asks of its element, and tells it. */
export interface MapOwner {
  /** Undefined while there is nothing to show. */
  model(): MapModel | undefined;
  select(index: number): void;
  hover(index: number | undefined): void;
  /** Places that no zoom can take apart. */
  group(indices: readonly number[]): void;
  /** The keyboard goes on behind the map. */
  skip(): void;
  /** For the webmaster's console. */
  warn(message: string, error?: unknown): void;
}

/** How many of the nearest places the first view shows. */
const FIRST_PLACES = 30;
const TOWN_ZOOM = 16;

/** The map itself: an engine, markers on it and a drawing below them, from what the owner's model says. */
export class ShopsMapView {
  private readonly engine: MapEngine;
  private readonly markers: Markers;
  private shown: {tiles?: string; indices?: readonly number[]} = {};
  private basemap: Basemap | undefined;
  private tilesFailed = false;
  private readonly actions: MapChromeActions;
  private focusNext = false;

  constructor(
    canvas: HTMLElement,
    /** What lies over the map is rendered in here. */
    private readonly chrome: HTMLElement,
    private readonly owner: MapOwner,
    model: MapModel,
  ) {
    adoptStyles(canvas.getRootNode() as ShadowRoot, mapStyles);
    this.actions = {
      zoom: steps => this.engine.zoomBy(steps),
      recenter: () => this.recenter(),
      skip: () => owner.skip(),
    };
    const actions: MarkersActions = {
      select: index => owner.select(index),
      hover: index => owner.hover(index),
      open: (cluster, spread) => this.open(cluster, spread),
    };
    this.markers = new Markers(actions);
    const center = model.center ?? model.index.places[model.indices[0] ?? 0]?.geo;
    this.engine = createLeafletEngine(
      canvas,
      {viewChanged: () => this.viewChanged(canvas), basemapFailed: () => this.basemapFailed()},
      {
        center: center ?? {longitude: 0, latitude: 0},
        zoom: TOWN_ZOOM,
        label: model.messages.mapLabel,
      },
    );
    this.fitHome(model, true);
    // most often the move has drawn it already
    if (!this.shown.indices) this.draw();
  }

  draw(): void {
    const {engine} = this;
    const model = this.owner.model();
    if (!model) {
      engine.setMarkers([]);
      return;
    }
    this.useTiles(model);
    this.follow(model, engine.view());
    engine.setMarkers(this.markers.update(model, engine.view()));
    const {basemap, tilesFailed} = this;
    drawUnderlay(engine, {...model, sketch: !basemap || tilesFailed});
    const {messages} = model;
    engine.rename(messages.mapLabel);
    render(mapChromeTemplate({basemap, tilesFailed, messages}, this.actions), this.chrome);
  }

  /** Brings a place into sight without losing the view. */
  reveal(geo: GeoCoordinates): void {
    this.engine.reveal(geo);
  }

  resize(): void {
    this.engine.resize();
  }

  destroy(): void {
    this.engine.destroy();
    render(nothing, this.chrome);
  }

  private useTiles({tiles, attribution}: MapModel): void {
    const key = `${tiles} ${attribution}`;
    if (this.shown.tiles === key) return;
    this.shown.tiles = key;
    const {value, problem} = basemapOf(tiles, attribution);
    if (problem) this.owner.warn(problem);
    this.basemap = value;
    this.tilesFailed = false;
    this.engine.setBasemap(value);
  }

  private viewChanged(canvas: HTMLElement): void {
    this.draw();
    if (!this.focusNext) return;
    this.focusNext = false;
    if (!(canvas.getRootNode() as ShadowRoot).activeElement) this.markers.focusFirst();
  }

  private basemapFailed(): void {
    this.tilesFailed = true;
    this.engine.setBasemap(undefined);
    this.owner.warn('no tile of the base map could be loaded; a sketch takes its place.');
    this.draw();
  }

  /** The first view again. */
  private recenter(): void {
    const model = this.owner.model();
    if (model) this.fitHome(model);
  }

  /** After a filter the view stays, unless nothing of what passes would be in sight. */
  private follow(model: MapModel, {bounds}: MapView): void {
    const before = this.shown.indices;
    this.shown.indices = model.indices;
    if (before === undefined || before === model.indices || model.indices.length === 0) return;
    const inSight = model.indices.slice(0, FIRST_PLACES).some(i => {
      const geo = model.index.places[i]?.geo;
      return geo && isWithin(geo, bounds);
    });
    if (!inSight) this.fitHome(model);
  }

  private fitHome(model: MapModel, atOnce = false): void {
    const first = model.indices.slice(0, model.center ? FIRST_PLACES : undefined);
    const extent = extentOf(first, model.index);
    if (extent) this.engine.fit(extent, TOWN_ZOOM, atOnce);
    else if (model.center) this.engine.setView(model.center, TOWN_ZOOM);
  }

  private open(cluster: Cluster, spread: boolean): void {
    const model = this.owner.model();
    if (!model) return;
    if (!spread) {
      this.owner.group(cluster.members);
      return;
    }
    const extent = extentOf(cluster.members, model.index);
    if (!extent) return;
    this.focusNext = true;
    this.engine.fit(extent, CLOSEST_ZOOM);
  }
}
