import {boundsOf, medianCenter, type Located} from '../geo/bounds.js';
import {distanceInMeters} from '../geo/distance.js';
import type {GeoCoordinates} from './place.js';
import {swapped} from './position.js';
import type {Problem} from './source-row.js';

/** Fewer places have no middle worth comparing with. */
const MIN_PLACES = 10;
const GATHERED = {within: 500_000, share: 0.8};
const FAR = 1_500_000;
const NEAR = 300_000;

const RADIANS = Math.PI / 180;
/** Of a great circle; a little more than that of `distanceInMeters`. */
const METERS_OF_DEGREE = 111_200;

/**
 * Finds single rows whose longitude and latitude changed places, by comparing with the rest of the
 * feed. Only with strong evidence, since far places may be meant (a village overseas): the feed is
 * gathered (80 % of at least 10 places within 500 km of the median), the place lies more than
 * 1,500 km from that median, and less than 300 km once swapped.
 *
 * Returns undefined for places that stay, in the order given. A feed that is swapped as a whole
 * cannot be told this way; French postal codes tell it, see `readPosition`.
 */
export function findSwapped(places: readonly Located[]): (Problem | undefined)[] {
  const center = places.length < MIN_PLACES || areNear(places) ? undefined : medianCenter(places);
  if (!center) return [];
  const distances = places.map(({geo}) => distanceInMeters(center, geo));
  const gathered = distances.filter(distance => distance < GATHERED.within).length;
  if (gathered < places.length * GATHERED.share) return [];
  return places.map(({geo}, at) =>
    (distances[at] ?? 0) > FAR && isNearWhenSwapped(center, geo) ? problemOf(geo) : undefined,
  );
}

/** Whether no two can be far from each other: most feeds are of one country, and need no closer look. */
export function areNear(places: readonly Located[]): boolean {
  const {west = 0, south = 0, east = 0, north = 0} = boundsOf(places) ?? {};
  // no way is shorter than the shortest: not the straight line on a map on which all parallels are as long
  // as the longest of them
  const longest = Math.cos(Math.max(south, -north, 0) * RADIANS);
  return Math.hypot((east - west) * longest, north - south) * METERS_OF_DEGREE < FAR;
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
