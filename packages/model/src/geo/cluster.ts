import type {GeoCoordinates} from '../place/place.js';
import type {GeoBounds, Located} from './bounds.js';
import {fromMercator, mercatorX, mercatorY, worldSize} from './mercator.js';

/** Points that share a spot on the screen; a single point is a cluster of one. */
export interface Cluster {
  /** The same for the same points at the same zoom, wherever the view stands. */
  readonly key: string;
  /** Mean position of the members. */
  readonly geo: GeoCoordinates;
  /** Indices of the points, as given to `PointIndex`; at least one. */
  readonly members: readonly number[];
}

/** Rows of cells added around the view, so that a cluster does not change as it scrolls in. */
const MARGIN_CELLS = 2;

interface Cell {
  readonly key: number;
  readonly members: number[];
  x: number;
  y: number;
  absorbed: boolean;
}

/** x and y of each point in Web Mercator, [0, 1], one after the other. */
export function positionsOf(points: readonly Located[]): Float64Array<ArrayBuffer> {
  const positions = new Float64Array(points.length * 2);
  points.forEach(({geo}, i) => {
    positions[2 * i] = mercatorX(geo.longitude);
    positions[2 * i + 1] = mercatorY(geo.latitude);
  });
  return positions;
}

/**
 * Clusters for one view at a time. Instead of a tree for every zoom level built ahead (and again for
 * every filter), each view gathers its visible points on a grid fixed to the world: no index to build,
 * one pass over the selection, the same clusters wherever the view stands. See
 * docs/decisions/0004-clusters.md for the figures beside supercluster.
 */
export class PointIndex {
  private readonly positions: Float64Array;

  /** @param positions `positionsOf` the points, when a worker made them ready. */
  constructor(points: readonly Located[], positions: Float64Array = positionsOf(points)) {
    this.positions = positions;
  }

  /**
   * Clusters of the `selected` points (indices) that stand in a view at a zoom level.
   *
   * @param distance How far apart two symbols should stand, in CSS pixels.
   */
  clusters(
    selected: ArrayLike<number>,
    view: GeoBounds,
    zoom: number,
    distance: number,
  ): Cluster[] {
    const size = distance / worldSize(zoom);
    const cells = this.gather(selected, view, size);
    merge(cells, size);
    const edge = size / 2;
    const minX = mercatorX(view.west) - edge;
    const maxX = mercatorX(view.east) + edge;
    const minY = mercatorY(view.north) - edge;
    const maxY = mercatorY(view.south) + edge;
    const clusters: Cluster[] = [];
    for (const cell of cells.values()) {
      const {x, y, absorbed} = cell;
      if (absorbed || x < minX || x > maxX || y < minY || y > maxY) continue;
      clusters.push(toCluster(cell, zoom));
    }
    return clusters;
  }

  private gather(selected: ArrayLike<number>, view: GeoBounds, size: number): Map<number, Cell> {
    const margin = MARGIN_CELLS * size;
    const minX = mercatorX(view.west) - margin;
    const maxX = mercatorX(view.east) + margin;
    const minY = mercatorY(view.north) - margin;
    const maxY = mercatorY(view.south) + margin;
    const columns = Math.ceil(1 / size) + 1;
    const cells = new Map<number, Cell>();
    for (let i = 0; i < selected.length; i++) {
      const index = selected[i] as number;
      const x = this.positions[2 * index] as number;
      const y = this.positions[2 * index + 1] as number;
      if (y < minY || y > maxY || x < minX || x > maxX) continue;
      const key = Math.floor(y / size) * columns + Math.floor(x / size);
      const cell = cells.get(key);
      if (cell) {
        cell.members.push(index);
        cell.x += x;
        cell.y += y;
      } else {
        cells.set(key, {key, members: [index], x, y, absorbed: false});
      }
    }
    for (const cell of cells.values()) {
      cell.x /= cell.members.length;
      cell.y /= cell.members.length;
    }
    return cells;
  }
}

/**
 * A grid alone cuts towns in two where a line crosses them. The fullest cell first, each takes in the
 * neighbours whose middle is nearer than three quarters of a cell.
 */
function merge(cells: Map<number, Cell>, size: number): void {
  const columns = Math.ceil(1 / size) + 1;
  const near = (0.75 * size) ** 2;
  const fullestFirst = [...cells.values()].sort(
    (a, b) => b.members.length - a.members.length || a.key - b.key,
  );
  for (const cell of fullestFirst) {
    if (cell.absorbed) continue;
    for (const step of [
      -columns - 1,
      -columns,
      -columns + 1,
      -1,
      1,
      columns - 1,
      columns,
      columns + 1,
    ]) {
      const other = cells.get(cell.key + step);
      if (!other || other.absorbed) continue;
      if ((other.x - cell.x) ** 2 + (other.y - cell.y) ** 2 < near) absorb(cell, other);
    }
  }
}

function absorb(cell: Cell, other: Cell): void {
  const share = other.members.length / (cell.members.length + other.members.length);
  cell.x += (other.x - cell.x) * share;
  cell.y += (other.y - cell.y) * share;
  for (const member of other.members) cell.members.push(member);
  other.absorbed = true;
}

function toCluster(cell: Cell, zoom: number): Cluster {
  const {members} = cell;
  const key = members.length === 1 ? `p${members[0] ?? 0}` : `z${zoom}c${cell.key}`;
  return {key, geo: fromMercator(cell.x, cell.y), members};
}
