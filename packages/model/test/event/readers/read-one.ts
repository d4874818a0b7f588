import assert from 'node:assert/strict';
import type {Event} from '../../../src/event/event.js';
import type {ReadEventsOptions} from '../../../src/event/open-events.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS} from '../calendar.js';

/** The only event of a feed in which nothing is wrong. */
export function eventIn(input: object, options: Partial<ReadEventsOptions> = {}): Event {
  const {events, rejected} = readEvents(input, {...PARIS, ...options});
  assert.deepEqual(rejected, []);
  assert.equal(events.length, 1);
  return events[0]!;
}

/** `2 bad-end: the end is "x"` of each rejection; with a question mark where the event is shown all the same. */
export function toldOf(input: object, options: Partial<ReadEventsOptions> = {}): string[] {
  const {rejected} = readEvents(input, {...PARIS, ...options});
  return rejected.map(
    ({at, reason, detail, isPartial}) => `${at} ${reason}${isPartial ? '?' : ''}: ${detail}`,
  );
}

/** `2026-05-12T18:30:00+02:00 – 2026-05-12T20:00:00+02:00` of each event of a feed. */
export function spansIn(input: object, options: Partial<ReadEventsOptions> = {}): string[] {
  const {events} = readEvents(input, {...PARIS, ...options});
  return events.map(({startDate, endDate}) => `${startDate} – ${endDate}`);
}
