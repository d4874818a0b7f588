import {
  groupOf,
  type CategoryId,
  type Cluster,
  type GeoBounds,
  type PointIndex,
} from '@local-widgets/model';
import type {MapView} from './map-port.js';
import type {PlacesOnMap} from './places-on-map.js';
import {MOST_SPREAD} from './spread.js';

/** More buttons than this help nobody; symbols are gathered more widely until they fit. */
const MOST_MARKERS = 150;
/** CSS pixels between two symbols; in the streets only targets of 44 that lie over each other gather. */
const GATHER_DISTANCE = 64;
const OVERLAP_DISTANCE = 44;
const STREET_ZOOM = 17;
/** Degrees, some ten metres: closer together no zoom takes symbols apart. */
const SAME_SPOT = 1e-4;
/** The closest zoom that opening a cluster asks for. */
export const CLOSEST_ZOOM = 18;

/** What opening a cluster does: the map goes closer, its members spread out, or the list shows them. */
export type ClusterAction = 'zoom' | 'spread' | 'list';

/** Gathers the `others` until the buttons are few enough. */
export function gather(others: readonly number[], points: PointIndex, view: MapView): Cluster[] {
  let distance = view.zoom >= STREET_ZOOM ? OVERLAP_DISTANCE : GATHER_DISTANCE;
  let clusters = points.clusters(others, view.bounds, view.zoom, distance);
  while (clusters.length > MOST_MARKERS) {
    distance *= 1.5;
    clusters = points.clusters(others, view.bounds, view.zoom, distance);
  }
  return clusters;
}

/** What is worked out once for each cluster: at 100,000 places counting members takes its time. */
export interface ClusterFacts {
  /** Whether a zoom can take its members apart. */
  readonly isApart: boolean;
  /** Members of each group, most frequent groups first. */
  readonly groups: readonly (readonly [CategoryId, number])[];
}

const known = new WeakMap<Cluster, ClusterFacts>();

export function factsOf(cluster: Cluster, index: PlacesOnMap): ClusterFacts {
  let facts = known.get(cluster);
  if (!facts) {
    const {members} = cluster;
    facts = {isApart: areApart(members, index), groups: groupsOf(members, index)};
    known.set(cluster, facts);
  }
  return facts;
}

export function actionOf(cluster: Cluster, index: PlacesOnMap, zoom: number): ClusterAction {
  if (zoom < CLOSEST_ZOOM && factsOf(cluster, index).isApart) return 'zoom';
  return cluster.members.length <= MOST_SPREAD ? 'spread' : 'list';
}

/** The box around some places. @returns Undefined for none. */
export function extentOf(members: readonly number[], {places}: PlacesOnMap): GeoBounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  // plain comparisons: at 100,000 places the first map waits for this
  for (const member of members) {
    const geo = places[member]?.geo;
    if (!geo) continue;
    const {longitude, latitude} = geo;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return west <= east ? {west, south, east, north} : undefined;
}

/** Whether the box around them has a side longer than `SAME_SPOT`; mostly the first few tell. */
function areApart(members: readonly number[], {places}: PlacesOnMap): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  return members.some(member => {
    const geo = places[member]?.geo;
    if (!geo) return false;
    west = Math.min(west, geo.longitude);
    east = Math.max(east, geo.longitude);
    south = Math.min(south, geo.latitude);
    north = Math.max(north, geo.latitude);
    return Math.max(east - west, north - south) > SAME_SPOT;
  });
}

function groupsOf(
  members: readonly number[],
  {places}: PlacesOnMap,
): (readonly [CategoryId, number])[] {
  const counts = new Map<CategoryId, number>();
  for (const member of members) {
    const category = places[member]?.categories[0] ?? 'other';
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const groups = new Map<CategoryId, number>();
  for (const [category, count] of counts) {
    const {id} = groupOf(category);
    groups.set(id, (groups.get(id) ?? 0) + count);
  }
  return [...groups].sort((a, b) => b[1] - a[1]);
}
