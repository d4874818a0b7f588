import {formatDistance} from '@local-widgets/core';
import {
  boundsOf,
  groupOf,
  PointIndex,
  type CategoryId,
  type Cluster,
  type GeoBounds,
  type Place,
  type PlaceIndex,
} from '@local-widgets/model';
import {html, nothing, render, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {symbol} from '../symbols/symbol.js';
import type {MapMarker, MapView} from './map-port.js';

/** What stands on the map and what of it stands out. */
export interface MarkersData extends ViewContext<Messages> {
  readonly index: PlaceIndex;
  /** The places that pass the filters, in the order of the list. */
  readonly indices: readonly number[];
  readonly selected: number | undefined;
  readonly hovered: number | undefined;
}

export interface MarkersActions {
  select(index: number): void;
  hover(index: number | undefined): void;
  /** A cluster was opened; `spread` tells whether zooming in can take it apart. */
  open(cluster: Cluster, spread: boolean): void;
}

/** More buttons than this help nobody; symbols are gathered more widely until they fit. */
const MOST_MARKERS = 150;
/** CSS pixels between two symbols, far out and in the streets, where only overlaps are gathered. */
const GATHER_DISTANCE = 64;
const OVERLAP_DISTANCE = 28;
const STREET_ZOOM = 17;
/** Degrees, some ten metres: closer together no zoom takes symbols apart. */
const SAME_SPOT = 1e-4;
/** The closest zoom that opening a cluster asks for. */
export const CLOSEST_ZOOM = 18;

/** Turns clusters into buttons, and keeps a button as long as its cluster lives. */
export class Markers {
  private readonly holders = new Map<string, HTMLElement>();
  private points: {of: PlaceIndex; index: PointIndex} | undefined;
  private gathered: {inputs: readonly unknown[]; clusters: Cluster[]} | undefined;

  constructor(private readonly actions: MarkersActions) {}

  update(data: MarkersData, view: MapView): MapMarker[] {
    const clusters = this.clustersFor(data, view);
    const markers = clusters.map(cluster => this.markerOf(cluster, data, view));
    const alive = new Set(clusters.map(({key}) => key));
    for (const key of this.holders.keys()) if (!alive.has(key)) this.holders.delete(key);
    return markers;
  }

  /** Gives the keyboard to the first marker, after the focused one has gone. */
  focusFirst(): void {
    const [holder] = this.holders.values();
    holder?.querySelector('button')?.focus({preventScroll: true});
  }

  /** Pointing at a row draws anew, but moves nothing. */
  private clustersFor(data: MarkersData, view: MapView): Cluster[] {
    const {west, south, east, north} = view.bounds;
    const {index, indices, selected} = data;
    const inputs = [index, indices, selected, view.zoom, west, south, east, north];
    if (!this.gathered || inputs.some((input, i) => input !== this.gathered?.inputs[i])) {
      this.gathered = {inputs, clusters: clustersOf(data, this.pointsOf(index), view)};
    }
    return this.gathered.clusters;
  }

  /** Positions are made ready once for each set of places. */
  private pointsOf(of: PlaceIndex): PointIndex {
    if (this.points?.of !== of) this.points = {of, index: new PointIndex(of.places)};
    return this.points.index;
  }

  private markerOf(cluster: Cluster, data: MarkersData, view: MapView): MapMarker {
    let element = this.holders.get(cluster.key);
    if (!element) {
      element = document.createElement('div');
      this.holders.set(cluster.key, element);
    }
    const {members, key, geo} = cluster;
    const isSelected = data.selected !== undefined && members.includes(data.selected);
    const isHovered = data.hovered !== undefined && members.includes(data.hovered);
    const state = `${isSelected ? 'selected ' : ''}${isHovered ? 'hovered' : ''}`;
    render(
      members.length === 1
        ? this.placeButton(members[0] as number, data, state)
        : this.clusterButton(cluster, data, view, state),
      element,
    );
    return {key, geo, element, raised: isSelected || isHovered};
  }

  private placeButton(index: number, data: MarkersData, state: string): TemplateResult {
    const place = data.index.places[index] as Place;
    return html`<button
      class="marker ${state}"
      type="button"
      data-id=${place.id}
      aria-label=${nameOf(place, data.index.distances[index], data)}
      aria-current=${index === data.selected ? 'true' : nothing}
      @click=${() => this.actions.select(index)}
      @pointerenter=${() => this.actions.hover(index)}
      @pointerleave=${() => this.actions.hover(undefined)}
    >
      ${symbol(place.categories[0] ?? 'other', data.glyphs)}
    </button>`;
  }

  private clusterButton(
    cluster: Cluster,
    data: MarkersData,
    view: MapView,
    state: string,
  ): TemplateResult {
    const {messages} = data;
    const {length} = cluster.members;
    const spread = view.zoom < CLOSEST_ZOOM && isSpread(cluster, data);
    const words = spread ? messages.cluster : messages.clusterHere;
    const size = length < 10 ? 'few' : length < 100 ? 'some' : 'many';
    return html`<button
      class="marker cluster ${size} ${state}"
      type="button"
      aria-label=${words(length, contentsOf(cluster, data))}
      @click=${() => this.actions.open(cluster, spread)}
    >
      <span aria-hidden="true">${length < 1000 ? length : `${Math.floor(length / 1000)}k`}</span>
    </button>`;
  }
}

/** The chosen place always has its own marker; the others gather until the buttons are few enough. */
function clustersOf(
  {indices, index, selected}: MarkersData,
  points: PointIndex,
  view: MapView,
): Cluster[] {
  const others = selected === undefined ? indices : indices.filter(i => i !== selected);
  let distance = view.zoom >= STREET_ZOOM ? OVERLAP_DISTANCE : GATHER_DISTANCE;
  let clusters = points.clusters(others, view.bounds, view.zoom, distance);
  while (clusters.length > MOST_MARKERS) {
    distance *= 1.5;
    clusters = points.clusters(others, view.bounds, view.zoom, distance);
  }
  const chosen = selected === undefined ? undefined : index.places[selected];
  if (selected !== undefined && chosen) {
    clusters.push({key: `p${selected}`, geo: chosen.geo, members: [selected]});
  }
  // reading order: from north to south
  return clusters.sort((a, b) => b.geo.latitude - a.geo.latitude);
}

/** Whether the members stand apart by more than a few metres. */
function isSpread({members}: Cluster, {index}: MarkersData): boolean {
  const extent = extentOf(members, index);
  return (
    extent !== undefined &&
    Math.max(extent.east - extent.west, extent.north - extent.south) > SAME_SPOT
  );
}

/** The box around some places. @returns Undefined for none. */
export function extentOf(members: readonly number[], index: PlaceIndex): GeoBounds | undefined {
  return boundsOf(members.map(member => index.places[member] as Place));
}

/** `Ferme du Bois, Maraîcher, 3,2 km`. */
function nameOf(
  place: Place,
  distance: number | undefined,
  {language, messages}: MarkersData,
): string {
  const kind = messages.category(place.categories[0] ?? 'other');
  const away = distance === undefined ? '' : formatDistance(distance, language);
  return [place.name, kind, away].filter(Boolean).join(', ');
}

/** `12 Commerces de bouche, 5 Producteurs`: what a cluster holds, most frequent groups first. */
function contentsOf({members}: Cluster, {index, language, messages}: MarkersData): string {
  const counts = new Map<CategoryId, number>();
  for (const member of members) {
    const group = groupOf((index.places[member] as Place).categories[0] ?? 'other').id;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([id, count]) => `${count} ${messages.category(id).toLocaleLowerCase(language)}`)
    .join(', ');
}
