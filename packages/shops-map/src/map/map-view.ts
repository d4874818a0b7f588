import {adoptStyles} from '@local-widgets/core';
import type {Cluster, GeoCoordinates} from '@local-widgets/model';
import {html, nothing, render} from 'lit';
import {mapStyles} from '../styles/map.styles.js';
import {BasemapLoader} from './basemap-loader.js';
import {FullScreen} from './full-screen.js';
import {CLOSEST_ZOOM, extentOf, type ClusterAction} from './gather.js';
import {firstView, Home} from './home.js';
import {createLeafletEngine} from './leaflet-engine.js';
import {mapChromeTemplate, type MapChromeActions} from './map-chrome.js';
import type {MapModel, MapOwner} from './map-model.js';
import type {MapEngine, MapMarker, MapView} from './map-port.js';
import type {MarkersActions} from './marker-buttons.js';
import {Markers} from './markers.js';
import {spreadRadius} from './spread.js';
import {Underlay} from './underlay.js';

export type {MapModel, MapOwner} from './map-model.js';

/** CSS pixels of a marker beyond its middle, and some air. */
const MARKER_ROOM = 30;

/** The map itself: an engine, markers on it and a drawing below them, from what the owner's model says. */
export class ShopsMapView {
  private readonly engine: MapEngine;
  private readonly markers: Markers;
  private readonly underlay: Underlay;
  private readonly home: Home;
  private readonly tiles: BasemapLoader;
  private readonly screen: FullScreen;
  private readonly actions: MapChromeActions;
  private readonly listening = new AbortController();
  private readonly originMark = document.createElement('div');
  /** Where the map rests; the same object until it moves. Undefined until the first view stands. */
  private rest: MapView | undefined;
  private told = '';
  private focusNext = false;

  constructor(
    private readonly canvas: HTMLElement,
    /** What lies over the map is rendered in here. */
    private readonly chrome: HTMLElement,
    private readonly owner: MapOwner,
    model: MapModel,
  ) {
    adoptStyles(canvas.getRootNode() as ShadowRoot, mapStyles);
    this.screen = new FullScreen(canvas.parentElement, () => this.draw());
    this.actions = {
      zoom: steps => this.engine.zoomBy(steps),
      recenter: () => this.recenter(),
      fullScreen: () => this.screen.toggle(),
      skip: this.beside(() => goBehind(canvas)),
      agree: () => this.agree(),
    };
    const actions: MarkersActions = {
      select: this.beside(index => owner.select(index)),
      hover: index => owner.hover(index),
      open: (cluster, action, byKeyboard) => this.open(cluster, action, byKeyboard),
    };
    this.markers = new Markers(actions);
    this.tiles = new BasemapLoader({
      setBasemap: basemap => this.engine.setBasemap(basemap),
      redraw: () => this.draw(),
      warn: (message, error) => owner.warn(message, ...(error === undefined ? [] : [error])),
    });
    this.engine = createLeafletEngine(
      canvas,
      {
        viewChanged: () => this.moved(),
        basemapFailed: () => this.tiles.fail('no tile of the base map could be loaded'),
      },
      {...firstView(model), label: model.messages.mapLabel},
    );
    this.underlay = new Underlay(this.engine, () => this.draw());
    this.home = new Home(this.engine);
    this.listen();
    if (!model.start) this.home.go(model, true);
    this.rest = this.engine.view();
    this.moved();
  }

  draw(): void {
    // the first move comes before everything is there to draw it
    if (!this.rest) return;
    const {engine, markers, tiles, screen} = this;
    const model = this.owner.model();
    if (!model) {
      engine.setMarkers([]);
      return;
    }
    tiles.update(model);
    this.home.follow(model, this.rest);
    const view = this.rest;
    const standing = markers.update(model, view);
    engine.setMarkers([...this.originMarkers(model), ...standing]);
    markers.settleFocus();
    this.underlay.draw({...model, sketch: tiles.isSketch(view.zoom), spread: markers.spread}, view);
    const {messages} = model;
    engine.rename(messages.mapLabel);
    const {basemap, phase} = tiles;
    const isFullScreen = screen.isPossible ? screen.isOn : undefined;
    const data = {basemap, phase, zoom: view.zoom, isFullScreen, messages};
    render(mapChromeTemplate(data, this.actions), this.chrome);
  }

  /** Brings a place into sight without losing the view. */
  reveal(geo: GeoCoordinates): void {
    this.engine.reveal(geo);
  }

  /** Goes to a view, at once: what `view` gave before, or a link carried. */
  show(center: GeoCoordinates, zoom: number): void {
    this.engine.setView(center, zoom, true);
  }

  view(): MapView {
    return this.engine.view();
  }

  resize(): void {
    this.engine.resize();
  }

  destroy(): void {
    this.listening.abort();
    this.screen.destroy();
    this.tiles.destroy();
    this.engine.destroy();
    render(nothing, this.chrome);
  }

  /** What leads out of the map must be in sight: it leaves the full screen first. */
  private beside<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
    return (...args) => {
      this.screen.leave();
      act(...args);
    };
  }

  private listen(): void {
    const {signal} = this.listening;
    this.canvas.addEventListener(
      'keydown',
      event => {
        if (event.key !== 'Escape' || !this.gather(true)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      {signal},
    );
    this.canvas.addEventListener(
      'click',
      ({target}) => {
        if (this.markers.spreads(target as Node)) return;
        this.gather(!(target as Element).closest('button'));
      },
      {signal},
    );
  }

  private gather(takesFocus: boolean): boolean {
    const wasSpread = this.markers.gather(takesFocus);
    if (wasSpread) this.draw();
    return wasSpread;
  }

  /** The map came to rest. */
  private moved(): void {
    if (!this.rest) return;
    this.rest = this.engine.view();
    this.draw();
    this.tell(this.rest);
    if (!this.focusNext) return;
    this.focusNext = false;
    if (!(this.canvas.getRootNode() as ShadowRoot).activeElement) this.markers.focusFirst();
  }

  private tell({bounds, zoom}: MapView): void {
    const now = JSON.stringify([bounds, zoom]);
    if (now === this.told) return;
    this.told = now;
    this.owner.viewChanged?.(bounds, zoom);
  }

  private agree(): void {
    this.tiles.agree();
    this.draw();
    // the button is gone: the keyboard goes on with what it was for
    this.canvas.focus({preventScroll: true});
  }

  /** The first view again. */
  private recenter(): void {
    const model = this.owner.model();
    if (model) this.home.go(model);
  }

  private open(cluster: Cluster, action: ClusterAction, byKeyboard: boolean): void {
    const model = this.owner.model();
    if (!model) return;
    const {engine, markers} = this;
    if (action === 'list') this.beside(() => this.owner.group(cluster.members))();
    else if (action === 'zoom') {
      const extent = extentOf(cluster.members, model.index);
      if (!extent) return;
      this.focusNext = true;
      engine.fit(extent, CLOSEST_ZOOM);
    } else if (markers.spread?.cluster === cluster) this.gather(true);
    else {
      const {geo, offsets} = markers.open(cluster, model, engine.view(), byKeyboard);
      this.draw();
      engine.reveal(geo, spreadRadius(offsets) + MARKER_ROOM);
    }
  }

  /** Where the visitor is: a sign, not a control. */
  private originMarkers({origin}: MapModel): MapMarker[] {
    if (!origin) return [];
    const {geo, label} = origin;
    const {originMark: element} = this;
    render(html`<span class="origin" role="img" aria-label=${label}></span>`, element);
    return [{key: 'origin', geo, element, raised: false}];
  }
}

/** The keyboard goes on behind the map, on a place that is a tab stop only as long as it is there. */
function goBehind(canvas: HTMLElement): void {
  const behind = canvas.parentElement?.nextElementSibling as HTMLElement;
  behind.tabIndex = 0;
  behind.addEventListener('blur', () => (behind.tabIndex = -1), {once: true});
  behind.focus();
}
