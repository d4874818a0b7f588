import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Occurrence} from '../../../src/event/event.js';
import {isoOfDay} from '../../../src/event/index/days.js';
import {findRuns} from '../../../src/event/view/runs.js';
import {dayOf, on, sorted} from './occurrences.js';

/** From ten to six on these days after 1 June 2026, a Monday. */
const daily = (days: readonly number[], eventId: string): Occurrence[] =>
  days.map(day => {
    const date = isoOfDay(dayOf('2026-06-01') + day);
    return on(`${date}T10:00`, `${date}T18:00`, eventId);
  });

const upTo = (count: number): number[] => Array.from({length: count}, (_, day) => day);
const weekdays = (weeks: number, ...wanted: number[]): number[] =>
  upTo(weeks * 7).filter(day => wanted.includes((day % 7) + 1));

function runsOf(occurrences: Occurrence[]): string[] {
  return findRuns(sorted(occurrences)).runs.map(
    ({firstDay, lastDay, indices}) =>
      `${isoOfDay(firstDay)}/${isoOfDay(lastDay)}, ${indices.length}`,
  );
}

describe('findRuns', () => {
  it('takes the daily dates of an exhibition for one thing', () => {
    assert.deepEqual(runsOf(daily(upTo(30), 'expo')), ['2026-06-01/2026-06-30, 30']);
  });

  it('does so when it is closed on two days of each week', () => {
    assert.deepEqual(runsOf(daily(weekdays(6, 3, 4, 5, 6, 7), 'museum')), [
      '2026-06-03/2026-07-12, 30',
    ]);
  });

  it('leaves weekly markets, courses on three days and workshops of four days alone', () => {
    assert.deepEqual(runsOf(daily(weekdays(20, 6), 'market')), []);
    assert.deepEqual(runsOf(daily(weekdays(20, 1, 3, 5), 'course')), []);
    assert.deepEqual(runsOf(daily(upTo(4), 'workshop')), []);
  });

  it('counts days, not showings', () => {
    const showings = upTo(3).flatMap(day =>
      ['14', '16', '20'].map(hour => on(`2026-06-0${day + 1}T${hour}:00`, undefined, 'play')),
    );
    assert.deepEqual(runsOf(showings), []);
  });

  it('cuts where weeks lie between', () => {
    const days = [...upTo(8), ...upTo(8).map(day => day + 40)];
    assert.deepEqual(runsOf(daily(days, 'two seasons')), [
      '2026-06-01/2026-06-08, 8',
      '2026-07-11/2026-07-18, 8',
    ]);
  });

  it('tells of each occurrence which run it belongs to', () => {
    const occurrences = sorted([
      ...daily(upTo(6), 'expo'),
      on('2026-06-03T20:00', undefined, 'ball'),
    ]);
    const {runs, runOf} = findRuns(occurrences);
    assert.equal(runs.length, 1);
    occurrences.forEach(({eventId}, at) => {
      assert.equal(runOf.get(at), eventId === 'expo' ? runs[0] : undefined);
    });
  });
});
