import {isObject, type Json} from './json.js';

/** Positions of one geometry that count for its middle; an outline needs no more. */
const MAX_POSITIONS = 20_000;
const MAX_DEPTH = 6;

/** The middle of the bounding box of a GeoJSON geometry, longitude first; undefined for an empty one. */
export function middleOf(geometry: Json): readonly number[] | undefined {
  const box = new Box();
  box.add(geometry['coordinates'] ?? geometry['geometries'], 0);
  return box.count ? [(box.west + box.east) / 2, (box.south + box.north) / 2] : undefined;
}

/** Bounding box of nested positions; `count` says whether there were any. */
class Box {
  west = Infinity;
  south = Infinity;
  east = -Infinity;
  north = -Infinity;
  count = 0;

  add(value: unknown, depth: number): void {
    if (isObject(value)) value = value['coordinates'] ?? value['geometries'];
    if (!Array.isArray(value) || depth > MAX_DEPTH) return;
    const [longitude, latitude] = value as unknown[];
    if (typeof longitude === 'number' && typeof latitude === 'number') {
      this.west = Math.min(this.west, longitude);
      this.east = Math.max(this.east, longitude);
      this.south = Math.min(this.south, latitude);
      this.north = Math.max(this.north, latitude);
      this.count++;
      return;
    }
    for (const part of value as unknown[]) {
      if (this.count >= MAX_POSITIONS) return;
      this.add(part, depth + 1);
    }
  }
}
