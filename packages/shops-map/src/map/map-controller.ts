import type {LocalElement} from '@local-widgets/core';
import type {Cluster, GeoCoordinates} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import type {MapPhase} from '../templates/map-pane.js';
import type {Basemap} from './basemaps.js';
import type {CreateMapEngine, MapEngine, MapView} from './map-port.js';
import {CLOSEST_ZOOM, extentOf, Markers, type MarkersActions, type MarkersData} from './markers.js';
import {drawUnderlay} from './underlay.js';

/** What the map is to show; asked anew at every update of its element. */
export interface MapModel extends MarkersData {
  readonly center: GeoCoordinates | undefined;
  /** Metres. */
  readonly radius: number | undefined;
  readonly basemap: Basemap | undefined;
}

export interface MapOwner {
  /** Undefined until there is something to show. */
  model(): MapModel | undefined;
  /** The element that becomes the map, once rendered. */
  canvas(): HTMLElement | null;
  select(index: number): void;
  hover(index: number | undefined): void;
  /** Places that no zoom can take apart. */
  group(indices: readonly number[]): void;
  /** For the webmaster's console. */
  warn(message: string, error?: unknown): void;
}

/** How many of the nearest places the first view shows. */
const FIRST_PLACES = 30;
const TOWN_ZOOM = 15;
/** How near to the visible part of the page the map may be before it is loaded. */
const NEAR = '200px';

/** The life of the map: loaded when it comes near, drawn when its element changes, gone when it leaves. */
export class MapController implements ReactiveController {
  phase: MapPhase = 'waiting';
  tilesFailed = false;

  private engine: MapEngine | undefined;
  private readonly markers: Markers;
  private observed: HTMLElement | undefined;
  private readonly near: IntersectionObserver | undefined;
  private readonly sized: ResizeObserver | undefined;
  private isNear = false;
  private shown: {basemap?: Basemap | undefined; indices?: readonly number[]} = {};
  private focusNext = false;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: MapOwner,
  ) {
    host.addController(this);
    const actions: MarkersActions = {
      select: index => owner.select(index),
      hover: index => owner.hover(index),
      open: (cluster, spread) => this.open(cluster, spread),
    };
    this.markers = new Markers(actions);
    if (typeof IntersectionObserver === 'undefined') return;
    this.near = new IntersectionObserver(entries => this.cameNear(entries), {rootMargin: NEAR});
    this.sized = new ResizeObserver(() => this.engine?.resize());
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.near?.disconnect();
    this.sized?.disconnect();
    this.observed = undefined;
    this.engine?.destroy();
    this.engine = undefined;
    this.isNear = false;
    this.phase = this.phase === 'failed' ? 'failed' : 'waiting';
  }

  hostUpdated(): void {
    this.observe(this.owner.canvas());
    if (this.engine) this.draw();
    else if (this.isNear && this.phase === 'waiting') void this.start();
  }

  zoomBy(steps: number): void {
    this.engine?.zoomBy(steps);
  }

  /** Brings a place into sight without losing the view. */
  reveal(geo: GeoCoordinates): void {
    this.engine?.reveal(geo);
  }

  /** The first view again. */
  recenter(): void {
    const model = this.owner.model();
    if (model) this.fitHome(model);
  }

  private observe(canvas: HTMLElement | null): void {
    if (!canvas || canvas === this.observed) return;
    this.observed = canvas;
    this.near?.observe(canvas);
    this.sized?.observe(canvas);
  }

  private cameNear(entries: readonly IntersectionObserverEntry[]): void {
    this.isNear = entries.some(entry => entry.isIntersecting);
    if (this.isNear && this.phase === 'waiting') void this.start();
  }

  private async start(): Promise<void> {
    const model = this.owner.model();
    if (!model) return;
    this.phase = 'loading';
    this.host.requestUpdate();
    try {
      const {createMapEngine} = await import('../map-engine.js');
      if (!this.host.isConnected || this.engine) return;
      this.create(createMapEngine, this.owner.model() ?? model);
      this.phase = 'ready';
    } catch (error) {
      this.phase = 'failed';
      this.owner.warn('the map could not be loaded; the list stays.', error);
    }
    this.host.requestUpdate();
  }

  private create(createMapEngine: CreateMapEngine, model: MapModel): void {
    const canvas = this.owner.canvas();
    const first = model.center ?? model.index.places[model.indices[0] ?? 0]?.geo;
    if (!canvas || !first) throw new Error('nothing to show yet');
    this.engine = createMapEngine(
      canvas,
      {
        viewChanged: () => this.viewChanged(),
        basemapFailed: () => this.basemapFailed(),
      },
      {center: first, zoom: TOWN_ZOOM, label: model.messages.mapLabel},
    );
    this.shown = {};
    this.fitHome(model);
  }

  private viewChanged(): void {
    this.draw();
    if (!this.focusNext) return;
    this.focusNext = false;
    if (!this.host.shadowRoot?.activeElement) this.markers.focusFirst();
  }

  private basemapFailed(): void {
    this.tilesFailed = true;
    this.engine?.setBasemap(undefined);
    this.owner.warn('no tile of the base map could be loaded; a sketch takes its place.');
    this.host.requestUpdate();
  }

  private draw(): void {
    const {engine} = this;
    const model = this.owner.model();
    if (!engine || !model) return;
    if (this.shown.basemap !== model.basemap) {
      this.shown.basemap = model.basemap;
      this.tilesFailed = false;
      engine.setBasemap(model.basemap);
    }
    this.follow(model, engine.view());
    const view = engine.view();
    engine.setMarkers(this.markers.update(model, view));
    drawUnderlay(engine, {...model, sketch: !model.basemap || this.tilesFailed});
  }

  /** After a filter the view stays, unless nothing of what passes would be in sight. */
  private follow(model: MapModel, {bounds}: MapView): void {
    const before = this.shown.indices;
    this.shown.indices = model.indices;
    if (before === undefined || before === model.indices || model.indices.length === 0) return;
    const inSight = model.indices.slice(0, FIRST_PLACES).some(i => {
      const geo = model.index.places[i]?.geo;
      return (
        geo !== undefined &&
        geo.longitude >= bounds.west &&
        geo.longitude <= bounds.east &&
        geo.latitude >= bounds.south &&
        geo.latitude <= bounds.north
      );
    });
    if (!inSight) this.fitHome(model);
  }

  private fitHome(model: MapModel): void {
    const first = model.indices.slice(0, model.center ? FIRST_PLACES : undefined);
    if (first.length > 0) this.engine?.fit(extentOf(first, model.index), TOWN_ZOOM);
    else if (model.center) this.engine?.setView(model.center, TOWN_ZOOM);
  }

  private open(cluster: Cluster, spread: boolean): void {
    const model = this.owner.model();
    if (!model) return;
    if (!spread) {
      this.owner.group(cluster.members);
      return;
    }
    this.focusNext = true;
    this.engine?.fit(extentOf(cluster.members, model.index), CLOSEST_ZOOM);
  }
}
