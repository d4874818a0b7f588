import type {GeoCoordinates} from '../place/place.js';

const PAIR = /^\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*$/;

/** What is longer is no pair, however many spaces are in it. */
const MAX_LENGTH = 100;

/**
 * Reads `longitude,latitude` in decimal degrees, the order of GeoJSON (RFC 7946 §3.1.1), as an
 * attribute holds it: `-2.76,47.66`. Undefined when it is not that or out of range;
 * `explainLonLat` then has the words for the webmaster.
 */
export function parseLonLat(text: string): GeoCoordinates | undefined {
  const [, longitude, latitude] = PAIR.exec(text.slice(0, MAX_LENGTH))?.map(Number) ?? [];
  return longitude !== undefined &&
    latitude !== undefined &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
    ? {longitude, latitude}
    : undefined;
}

/**
 * What looks wrong with a `longitude,latitude` text, in English for the console; undefined when
 * nothing does. A pair that is valid but lies in France only when swapped is told too.
 */
export function explainLonLat(text: string): string | undefined {
  const geo = parseLonLat(text);
  const shown = `"${text.slice(0, 60)}"`;
  if (!geo) return `${shown} is not "longitude,latitude" in decimal degrees, like "-2.76,47.66"`;
  return isSwappedInFrance(geo)
    ? `${shown} looks swapped: longitude comes first, "${geo.latitude},${geo.longitude}"`
    : undefined;
}

/** Whether a position lies in metropolitan France only once longitude and latitude change places. */
export function isSwappedInFrance({longitude, latitude}: GeoCoordinates): boolean {
  return longitude > 41.3 && longitude < 51.2 && latitude > -5.3 && latitude < 9.7;
}
