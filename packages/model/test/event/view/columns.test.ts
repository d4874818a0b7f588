import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Occurrence} from '../../../src/event/event.js';
import {hasHours, layOutDay} from '../../../src/event/view/columns.js';
import {anyOccurrences, dayOf, on, sorted} from './occurrences.js';

const DAY = dayOf('2026-06-13');

/** `event: from-to, column/columns (span)` in minutes. */
const laidOut = (occurrences: Occurrence[]): string[] =>
  layOutDay(occurrences, DAY).map(
    ({at, from, to, column, columns, span}) =>
      `${occurrences[at]!.eventId}: ${from}-${to}, ${column + 1}/${columns} (${span})`,
  );

describe('layOutDay', () => {
  it('puts side by side what is on at the same time, and nothing else', () => {
    const occurrences = sorted([
      on('2026-06-13T08:00', '2026-06-13T13:00', 'market'),
      on('2026-06-13T10:00', '2026-06-13T11:00', 'tale'),
      on('2026-06-13T13:00', '2026-06-13T14:00', 'lunch'),
    ]);
    assert.deepEqual(laidOut(occurrences), [
      'market: 480-780, 1/2 (1)',
      'tale: 600-660, 2/2 (1)',
      'lunch: 780-840, 1/1 (1)',
    ]);
  });

  it('uses the columns that nobody needs at the time', () => {
    const occurrences = sorted([
      on('2026-06-13T08:00', '2026-06-13T12:00', 'a'),
      on('2026-06-13T08:00', '2026-06-13T09:00', 'b'),
      on('2026-06-13T08:00', '2026-06-13T08:30', 'c'),
      on('2026-06-13T10:00', '2026-06-13T12:00', 'd'),
    ]);
    assert.deepEqual(laidOut(occurrences).at(-1), 'd: 600-720, 2/3 (2)');
  });

  it('gives the short and the endless room for a name, at the end of the day too', () => {
    assert.deepEqual(laidOut([on('2026-06-13T20:00', undefined, 'no end')]), [
      'no end: 1200-1245, 1/1 (1)',
    ]);
    assert.deepEqual(laidOut([on('2026-06-13T23:50', '2026-06-13T23:55', 'late')]), [
      'late: 1395-1440, 1/1 (1)',
    ]);
  });

  it('shows a night on the day that it began on, to midnight', () => {
    const night = on('2026-06-12T22:00', '2026-06-13T03:00', 'ball');
    assert.deepEqual(laidOut([night]), []);
    assert.equal(layOutDay([night], DAY - 1)[0]!.to, 1440);
  });

  it('leaves whole days and what lasts days to the bars', () => {
    const bars = [on('2026-06-13'), on('2026-06-12T10:00', '2026-06-14T18:00')];
    assert.ok(!bars.some(hasHours));
    assert.deepEqual(laidOut(bars), []);
  });

  it('overlaps nothing, whatever is on', () => {
    fc.assert(
      fc.property(anyOccurrences, fc.nat(110), (occurrences, offset) => {
        const day = dayOf('2026-05-01') + offset;
        const items = layOutDay(occurrences, day);
        for (const one of items) {
          assert.ok(0 <= one.from && one.from < one.to && one.to <= 1440);
          assert.ok(one.column + one.span <= one.columns);
          for (const other of items) {
            if (one === other || one.from >= other.to || other.from >= one.to) continue;
            assert.equal(one.columns, other.columns);
            assert.ok(
              one.column + one.span <= other.column || other.column + other.span <= one.column,
            );
          }
        }
        const expected = occurrences.filter(
          occurrence => hasHours(occurrence) && occurrence.firstDay === day,
        );
        assert.ok(expected.every(one => items.some(({at}) => occurrences[at] === one)));
      }),
    );
  });
});
