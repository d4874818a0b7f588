import {PointIndex, type Cluster, type GeoCoordinates, type Place} from '@local-widgets/model';
import {render} from 'lit';
import {actionOf, gather} from './gather.js';
import type {PlacesOnMap} from './places-on-map.js';
import type {MapMarker, MapView, Offset} from './map-port.js';
import {
  clusterButton,
  earlyMarker,
  placeButton,
  type MarkersActions,
  type MarkersData,
} from './marker-buttons.js';
import {isSame} from './same.js';
import {spreadOffsets} from './spread.js';

/** A cluster whose members stand around it. */
export interface Spread {
  readonly cluster: Cluster;
  readonly geo: GeoCoordinates;
  readonly offsets: readonly Offset[];
}

/** An element that lives as long as its key. */
interface Holder {
  readonly element: HTMLElement;
  readonly members: readonly number[];
}

/** Turns clusters into buttons, and keeps a button as long as its cluster lives. */
export class Markers {
  /** The cluster that is taken apart now. */
  spread: Spread | undefined;

  /** In the order of the page. */
  private holders = new Map<string, Holder>();
  private points: {of: readonly Place[]; index: PointIndex} | undefined;
  private gathered: {inputs: readonly unknown[]; clusters: Cluster[]} | undefined;
  /** What the spread was made for: with anything else, its members are gathered again. */
  private spreadFor: readonly unknown[] = [];
  /** The marker that stands for this place gets the keyboard after the next drawing. */
  private focusNext: number | undefined;

  constructor(private readonly actions: MarkersActions) {}

  update(data: MarkersData, view: MapView): MapMarker[] {
    if (this.spread && !isSame(this.spreadFor, spreadInputs(data, view))) this.gather();
    const before = this.holders;
    this.holders = new Map();
    return this.clustersFor(data, view).flatMap(cluster => {
      const {geo, members} = cluster;
      const {spread} = this;
      const isOpen = spread?.cluster === cluster;
      const marker = this.hold(before, cluster, isOpen, data, view);
      if (!spread || !isOpen) return [{...marker, geo}];
      const around = members.map((member, i): MapMarker => {
        const alone = {key: `p${member}`, geo, members: [member]};
        const held = this.hold(before, alone, true, data, view);
        return {...held, geo, offset: spread.offsets[i]};
      });
      return [{...marker, geo}, ...around];
    });
  }

  /** Takes a cluster apart, at the next drawing. */
  open(cluster: Cluster, data: MarkersData, view: MapView, byKeyboard: boolean): Spread {
    const {geo, members} = cluster;
    this.spread = {cluster, geo, offsets: spreadOffsets(members.length)};
    this.spreadFor = spreadInputs(data, view);
    if (byKeyboard) this.focusNext = members[0];
    return this.spread;
  }

  /**
   * Gathers again what was taken apart, at the next drawing. The keyboard goes back to the cluster when
   * it is on it or a member, or when `takesFocus`.
   */
  gather(takesFocus = false): boolean {
    if (!this.spread) return false;
    const {members} = this.spread.cluster;
    if (takesFocus || this.apart().some(({element}) => element.matches(':focus-within'))) {
      this.focusNext = members[0];
    }
    this.spread = undefined;
    return true;
  }

  /** Whether an element belongs to what is taken apart. */
  spreads(target: Node): boolean {
    return this.apart().some(({element}) => element.contains(target));
  }

  /** After what `update` gave stands on the map: the keyboard goes where it was promised. */
  settleFocus(): void {
    const {focusNext} = this;
    if (focusNext === undefined) return;
    this.focusNext = undefined;
    const standing = [...this.holders.values()].filter(({members}) => members.includes(focusNext));
    // a member of an open cluster before the cluster
    standing.sort((a, b) => a.members.length - b.members.length);
    focus(standing[0]);
  }

  /** Gives the keyboard to the first marker, after the focused one has gone. */
  focusFirst(): void {
    const [holder] = this.holders.values();
    focus(holder);
  }

  /** The open cluster and its members. */
  private apart(): Holder[] {
    const {members = []} = this.spread?.cluster ?? {};
    return [...this.holders.values()].filter(holder =>
      members.includes(holder.members[0] as number),
    );
  }

  /** Pointing at a row draws anew, but moves nothing. */
  private clustersFor(data: MarkersData, view: MapView): Cluster[] {
    const {index, indices, selected} = data;
    const inputs = [index.places, indices, selected, this.spread, view];
    if (!this.gathered || !isSame(inputs, this.gathered.inputs)) {
      this.gathered = {inputs, clusters: this.clustersOf(data, view)};
    }
    return this.gathered.clusters;
  }

  /** The chosen place always has its own marker, and what is taken apart stays together. */
  private clustersOf({indices, index, selected}: MarkersData, view: MapView): Cluster[] {
    const open = this.spread?.cluster;
    const apart = new Set(open?.members);
    const chosen =
      selected === undefined || apart.has(selected) ? undefined : index.places[selected];
    if (chosen && selected !== undefined) apart.add(selected);
    const others = apart.size === 0 ? indices : indices.filter(i => !apart.has(i));
    const clusters = gather(others, this.pointsOf(index), view);
    if (open) clusters.push(open);
    if (chosen && selected !== undefined) {
      clusters.push({key: `p${selected}`, geo: chosen.geo, members: [selected]});
    }
    // reading order: from north to south
    return clusters.sort((a, b) => b.geo.latitude - a.geo.latitude);
  }

  /** Positions are made ready once for each set of places. */
  private pointsOf({places: of, prepared}: PlacesOnMap): PointIndex {
    if (this.points?.of !== of) {
      this.points = {of, index: new PointIndex(of, prepared.positions)};
    }
    return this.points.index;
  }

  private hold(
    before: ReadonlyMap<string, Holder>,
    cluster: Cluster,
    isOpen: boolean,
    data: MarkersData,
    view: MapView,
  ): Omit<MapMarker, 'geo'> {
    const {key, members} = cluster;
    const element = before.get(key)?.element ?? document.createElement('div');
    this.holders.set(key, {element, members});
    if (data.index.extent) {
      render(earlyMarker(members.length), element);
      return {key, element, raised: false};
    }
    const isAlone = members.length === 1;
    const has = (i: number | undefined): boolean =>
      i !== undefined && (isAlone || !isOpen) && members.includes(i);
    const isSelected = has(data.selected);
    const isHovered = has(data.hovered);
    const state = `${isSelected ? 'selected ' : ''}${isHovered ? 'hovered' : ''}`;
    const action = isOpen ? 'spread' : actionOf(cluster, data.index, view.zoom);
    render(
      isAlone
        ? placeButton(members[0] as number, data, state, this.actions)
        : clusterButton({cluster, action, isOpen}, data, state, this.actions),
      element,
    );
    return {key, element, raised: isSelected || isHovered || isOpen};
  }
}

/** Another zoom, or other places, and a cluster is no longer what it was. */
const spreadInputs = ({index, indices}: MarkersData, {zoom}: MapView): readonly unknown[] => [
  index.places,
  indices,
  zoom,
];

function focus(holder: Holder | undefined): void {
  holder?.element.querySelector('button')?.focus({preventScroll: true});
}
