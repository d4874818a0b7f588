/**
 * The library of the OSM wiki as the reference. It computes in the time zone of the process, so this
 * module sets that zone; Node then applies it to every Date made afterwards.
 */
process.env['TZ'] = 'Europe/Paris';

import assert from 'node:assert/strict';
import opening_hours from 'opening_hours';
import {openIntervals} from '../../src/hours/index.js';

export type State = 'open' | 'closed' | 'unknown';
export type Ask = (at: Date) => State;

export const HOUR = 36e5;

const BRITTANY = {
  lat: 48.1,
  lon: -1.68,
  address: {country_code: 'fr', state: 'Bretagne'},
};

/** The reference's answers for a value in Brittany; `undefined` when it refuses the value. */
export function reference(value: string): Ask | undefined {
  assert.equal(new Date(2026, 6, 1).getTimezoneOffset(), -120, 'the process is not in Paris');
  try {
    const hours = new opening_hours(value, BRITTANY);
    hours.getState(new Date(2026, 0, 1));
    return at => (hours.getState(at) ? 'open' : hours.getUnknown(at) ? 'unknown' : 'closed');
  } catch {
    return undefined;
  }
}

/** Our answers, from the intervals of a period; `undefined` when the value is not covered. */
export function ours(value: string, from: Date, to: Date): Ask | undefined {
  const intervals = openIntervals(value, from, to);
  return (
    intervals &&
    (at => intervals.find(({start, end}) => start <= at && at < end)?.state ?? 'closed')
  );
}
