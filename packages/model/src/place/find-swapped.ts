import {medianCenter} from '../geo/bounds.js';
import {distanceInMeters} from '../geo/distance.js';
import type {GeoCoordinates, Place} from './place.js';
import {swapped} from './position.js';
import type {Problem} from './source-row.js';

/** Fewer places have no middle worth comparing with. */
const MIN_PLACES = 10;
const GATHERED = {within: 500_000, share: 0.8};
const FAR = 1_500_000;
const NEAR = 300_000;

/**
 * Finds single rows whose longitude and latitude changed places, by comparing with the rest of the
 * feed. Only with strong evidence, since far places may be meant (a village overseas): the feed is
 * gathered (80 % of at least 10 places within 500 km of the median), the place lies more than
 * 1,500 km from that median, and less than 300 km once swapped.
 *
 * Returns undefined for places that stay, in the order given. A feed that is swapped as a whole
 * cannot be told this way; French postal codes tell it, see `readPosition`.
 */
export function findSwapped(places: readonly Place[]): (Problem | undefined)[] {
  const center = places.length < MIN_PLACES ? undefined : medianCenter(places);
  if (!center) return [];
  const distances = places.map(({geo}) => distanceInMeters(center, geo));
  const gathered = distances.filter(distance => distance < GATHERED.within).length;
  if (gathered < places.length * GATHERED.share) return [];
  return places.map(({geo}, at) =>
    (distances[at] ?? 0) > FAR && isNearWhenSwapped(center, geo) ? problemOf(geo) : undefined,
  );
}

function isNearWhenSwapped(center: GeoCoordinates, {longitude, latitude}: GeoCoordinates): boolean {
  return (
    Math.abs(longitude) <= 90 &&
    distanceInMeters(center, {longitude: latitude, latitude: longitude}) < NEAR
  );
}

function problemOf({longitude, latitude}: GeoCoordinates): Problem {
  return swapped(`longitude ${longitude}, latitude ${latitude}: far from the others`);
}
