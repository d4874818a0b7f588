import {cleanText} from '../text/clean-text.js';
import {isSwappedInFrance} from '../geo/parse-lon-lat.js';
import type {GeoCoordinates} from './place.js';
import type {Problem} from './source-row.js';

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
/** Metropolitan France: departments 01 to 95, Corsica as 20. */
const FRENCH_POSTAL_CODE = /^(?:0[1-9]|[1-8]\d|9[0-5])\d{3}$/;

/**
 * Checks a position given as numbers or numeric texts (`47.66`, `47,66`). Refused: what is not a
 * number or out of range, and 0,0, which is what programs write when they do not know.
 * Refused as swapped: a latitude beyond 90° that is a longitude; and a position that lies in
 * metropolitan France only when swapped while the postal code is a French one.
 */
export function readPosition(
  longitudeValue: unknown,
  latitudeValue: unknown,
  postalCode?: unknown,
): GeoCoordinates | Problem {
  if (isMissing(longitudeValue) && isMissing(latitudeValue)) {
    return {reason: 'no-position', detail: 'no longitude and latitude'};
  }
  const longitude = toDegrees(longitudeValue);
  const latitude = toDegrees(latitudeValue);
  const geo = {longitude, latitude};
  const shown = (): string =>
    `longitude ${quote(longitudeValue)}, latitude ${quote(latitudeValue)}`;
  if (Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90) {
    return swapped(`${shown()}: latitude is beyond 90`);
  }
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) || (!longitude && !latitude)) {
    return {reason: 'bad-position', detail: `${shown()}: not in decimal degrees`};
  }
  // not `String`, which throws for an object that has a member `toString`
  const code = cleanText(postalCode, 10) ?? '';
  if (isSwappedInFrance(geo) && FRENCH_POSTAL_CODE.test(code)) {
    return swapped(`${shown()}: not in France, where postal code ${code} is`);
  }
  return geo;
}

export function swapped(detail: string): Problem {
  return {reason: 'swapped-position', detail: `${detail}; they look swapped`};
}

/** A value as a log line shows it: short, on one line, harmless. */
export function quote(value: unknown): string {
  return typeof value === 'string'
    ? `"${cleanText(value, 60) ?? ''}"`
    : (cleanText(value, 60) ?? typeof value);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function toDegrees(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 40) return NaN;
  const text = value.trim();
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : NaN;
}
