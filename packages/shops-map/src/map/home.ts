import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';
import {extentOf} from './gather.js';
import {isWithin} from './is-within.js';
import type {MapModel, StartView} from './map-model.js';
import {FIRST_PLACES} from './places-on-map.js';
import type {MapEngine, MapView} from './map-port.js';

const TOWN_ZOOM = 16;

/** Where the map goes by itself: to the places at first, and after them when it must. */
export class Home {
  private shown: {indices?: readonly number[]; origin?: GeoCoordinates | undefined} = {};
  /** The view that the map found by itself, before the places are read. */
  private early: MapView | undefined;

  constructor(private readonly engine: MapEngine) {}

  /** To the nearest places, or to all where there is no middle. */
  go(model: MapModel, atOnce = false): void {
    const {origin, center} = model;
    const middle = origin?.geo ?? center;
    const extent = firstExtent(model);
    if (extent) this.engine.fit(extent, TOWN_ZOOM, atOnce);
    else if (middle) this.engine.setView(middle, TOWN_ZOOM, atOnce);
  }

  /** To another position of the visitor; after a filter only when nothing of what passes is in sight. */
  follow(model: MapModel, view: MapView): void {
    const {indices: before, origin} = this.shown;
    const {indices, index} = model;
    this.settle(model, view);
    const position = model.origin?.geo;
    this.shown = {indices, origin: position};
    if (before === undefined) return;
    const hasMoved =
      position?.longitude !== origin?.longitude || position?.latitude !== origin?.latitude;
    if (position && hasMoved) this.go(model);
    if (hasMoved || model.byView || before === indices || indices.length === 0) return;
    const inSight = indices.slice(0, FIRST_PLACES).some(i => {
      const geo = index.places[i]?.geo;
      return geo && isWithin(geo, view.bounds);
    });
    if (!inSight) this.go(model);
  }

  /** Once the places are read, some may be elsewhere than it seemed. A view that a person chose stays. */
  private settle(model: MapModel, view: MapView): void {
    const {early} = this;
    this.early = model.index.extent && (early ?? view);
    if (!this.early && early === view) this.go(model, true);
  }
}

/** The box that the first view shows: around the nearest places, or all where there is no middle. */
function firstExtent({indices, index, origin, center}: MapModel): GeoBounds | undefined {
  if (index.extent) return index.extent;
  const hasMiddle = (origin?.geo ?? center) !== undefined;
  return extentOf(hasMiddle ? indices.slice(0, FIRST_PLACES) : indices, index);
}

/** Where the map stands before it goes anywhere. */
export function firstView({start, origin, center, index, indices}: MapModel): StartView {
  const first = origin?.geo ?? center ?? index.places[indices[0] ?? 0]?.geo;
  return start ?? {center: first ?? {longitude: 0, latitude: 0}, zoom: TOWN_ZOOM};
}
