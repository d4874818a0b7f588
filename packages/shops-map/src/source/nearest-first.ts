import {distanceInMeters, distanceOrderOf, type GeoCoordinates} from '@local-widgets/model';

/**
 * Positions in the order of the list: the nearest first where there is a middle.
 *
 * @param positions Longitude and latitude, in turns; so is the result.
 */
export function nearestFirst(
  positions: Float64Array<ArrayBuffer>,
  center: GeoCoordinates | undefined,
): Float64Array<ArrayBuffer> {
  if (!center) return positions;
  const distances = new Float64Array(positions.length / 2).map((_, i) =>
    distanceInMeters(center, {longitude: positions[2 * i]!, latitude: positions[2 * i + 1]!}),
  );
  const sorted = new Float64Array(positions.length);
  distanceOrderOf(distances).forEach((from, to) => {
    sorted[2 * to] = positions[2 * from]!;
    sorted[2 * to + 1] = positions[2 * from + 1]!;
  });
  return sorted;
}
