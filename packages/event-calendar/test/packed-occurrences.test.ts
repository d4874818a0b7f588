import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {packOccurrences, unpackOccurrences} from '../src/source/packed-occurrences.js';
import {readingOf, townReading} from './readings.js';

describe('packed occurrences', () => {
  for (const [what, reading] of [
    ['a town’s', townReading],
    ['no', readingOf()],
    ['a night’s', readingOf({name: 'Bal', start: '2026-06-13T21:00', end: '2026-06-14T02:00'})],
  ] as const) {
    it(`are the same after the way from one thread to another: ${what}`, () => {
      const {events, occurrences} = reading;
      const indexOf = new Map(events.map(({id}, index) => [id, index]));
      const packed = structuredClone(packOccurrences(occurrences, indexOf));
      assert.deepEqual(
        unpackOccurrences(packed, index => events[index]!.id),
        occurrences,
      );
    });
  }
});
