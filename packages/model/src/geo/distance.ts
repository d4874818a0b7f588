import type {GeoCoordinates} from '../place/place.js';

/** Mean earth radius R1 in metres (IUGG; Moritz, Geodetic Reference System 1980). */
const EARTH_RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * Great-circle distance in metres (haversine on a sphere: at most 0.6 % off the ellipsoid).
 * As the crow flies: never show it as a way to walk or drive. NaN when a coordinate is NaN.
 */
export function distanceInMeters(from: GeoCoordinates, to: GeoCoordinates): number {
  const halfLat = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const halfLon = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const square =
    halfLat * halfLat +
    Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * halfLon * halfLon;
  // Rounding can lift the square of antipodes above 1, where asin is NaN.
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(square)));
}
