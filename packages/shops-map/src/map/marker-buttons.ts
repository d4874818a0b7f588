import {formatDistance} from '@local-widgets/core';
import type {Cluster, Place} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {symbol} from '../symbols/symbol.js';
import {factsOf, type ClusterAction} from './gather.js';
import type {PlacesOnMap} from './places-on-map.js';

/** What stands on the map and what of it stands out. */
export interface MarkersData extends ViewContext<Messages> {
  readonly index: PlacesOnMap;
  /** The places that pass the filters, in the order of the list. */
  readonly indices: readonly number[];
  readonly selected: number | undefined;
  readonly hovered: number | undefined;
}

export interface MarkersActions {
  select(index: number): void;
  hover(index: number | undefined): void;
  open(cluster: Cluster, action: ClusterAction, byKeyboard: boolean): void;
}

/** The most groups that a cluster's name counts. */
const MOST_GROUPS = 3;

export function placeButton(
  index: number,
  data: MarkersData,
  state: string,
  actions: MarkersActions,
): TemplateResult {
  const place = data.index.places[index] as Place;
  const enter = (): void => actions.hover(index);
  const leave = (): void => actions.hover(undefined);
  return html`<button
    class="marker ${state}"
    type="button"
    data-id=${place.id}
    aria-label=${nameOf(place, data.index.distances[index], data)}
    aria-current=${index === data.selected ? 'true' : nothing}
    @click=${() => actions.select(index)}
    @pointerenter=${enter}
    @pointerleave=${leave}
    @focus=${enter}
    @blur=${leave}
  >
    ${symbol(place.categories[0] ?? 'other', data.glyphs)}
  </button>`;
}

/** A cluster, and what pressing it does or has done. */
export interface ClusterState {
  readonly cluster: Cluster;
  readonly action: ClusterAction;
  readonly isOpen: boolean;
}

export function clusterButton(
  {cluster, action, isOpen}: ClusterState,
  data: MarkersData,
  state: string,
  actions: MarkersActions,
): TemplateResult {
  const {messages} = data;
  const {length} = cluster.members;
  const words = {
    zoom: messages.cluster,
    spread: messages.clusterSpread,
    list: messages.clusterHere,
  };
  return html`<button
    class="marker cluster ${sizeOf(length)} ${state}"
    type="button"
    aria-label=${words[action](length, contentsOf(cluster, data))}
    aria-expanded=${action === 'spread' ? isOpen : nothing}
    @click=${({detail}: MouseEvent) => actions.open(cluster, action, detail === 0)}
  >
    <span aria-hidden="true">${numberOf(length)}</span>
  </button>`;
}

/** How many places will stand there: seen, and nothing to press or to read out before the list is there. */
export function earlyMarker(count: number): TemplateResult {
  return html`<span class="marker cluster ${sizeOf(count)}" aria-hidden="true"
    >${numberOf(count)}</span
  >`;
}

const sizeOf = (count: number): string => (count < 10 ? 'few' : count < 100 ? 'some' : 'many');
const numberOf = (count: number): string | number =>
  count < 1000 ? count : `${Math.floor(count / 1000)}k`;

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

/** `commerces de bouche (12), producteurs (1)`: right in every number, as names of groups are plural. */
function contentsOf(cluster: Cluster, {index, language, messages}: MarkersData): string {
  return factsOf(cluster, index)
    .groups.slice(0, MOST_GROUPS)
    .map(([id, count]) => `${messages.category(id).toLocaleLowerCase(language)} (${count})`)
    .join(', ');
}
