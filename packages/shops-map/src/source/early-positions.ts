import {
  boundsOf,
  distanceInMeters,
  distanceOrderOf,
  positionsOf,
  type GeoBounds,
  type GeoCoordinates,
  type Located,
} from '@local-widgets/model';
import {FIRST_PLACES} from '../map/places-on-map.js';

/** What the map needs to show where places are. */
export interface EarlyPositions {
  /** `positionsOf` the places in the order of the list. */
  readonly positions: Float64Array<ArrayBuffer>;
  /** What the first view shows: the nearest places, or all where there is no middle. */
  readonly extent: GeoBounds | undefined;
}

export function earlyPositions(
  found: readonly Located[],
  center: GeoCoordinates | undefined,
): EarlyPositions {
  if (!center) return {positions: positionsOf(found), extent: boundsOf(found)};
  const distances = Float64Array.from(found, ({geo}) => distanceInMeters(center, geo));
  const nearest = [...distanceOrderOf(distances)].map(index => found[index]!);
  return {positions: positionsOf(nearest), extent: boundsOf(nearest.slice(0, FIRST_PLACES))};
}
