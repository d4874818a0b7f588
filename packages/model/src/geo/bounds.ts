import type {GeoCoordinates} from '../place/place.js';

/** A box in WGS 84 degrees, sides included. Never crosses the 180° meridian. */
export interface GeoBounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Anything that has a position: a place, or a made-up point. */
export interface Located {
  readonly geo: GeoCoordinates;
}

/** The smallest box that holds all of them; undefined when there are none. */
export function boundsOf(places: Iterable<Located>): GeoBounds | undefined {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const {geo} of places) {
    west = Math.min(west, geo.longitude);
    east = Math.max(east, geo.longitude);
    south = Math.min(south, geo.latitude);
    north = Math.max(north, geo.latitude);
  }
  return west <= east ? {west, south, east, north} : undefined;
}

/**
 * Median longitude and median latitude: a default centre that one far-away or misplaced row does not
 * move. Undefined when there are no places.
 */
export function medianCenter(places: readonly Located[]): GeoCoordinates | undefined {
  if (!places.length) return undefined;
  return {
    longitude: median(places, ({geo}) => geo.longitude),
    latitude: median(places, ({geo}) => geo.latitude),
  };
}

function median(places: readonly Located[], degrees: (place: Located) => number): number {
  // A plain array first: Float64Array.from with a callback is several times slower.
  const sorted = new Float64Array(places.map(degrees)).sort();
  const lower = sorted[(sorted.length - 1) >> 1] ?? NaN;
  const upper = sorted[sorted.length >> 1] ?? NaN;
  return (lower + upper) / 2;
}
