import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Occurrence} from '../../../src/event/event.js';
import {isoOfDay} from '../../../src/event/index/days.js';
import {layOutMonth, monthGrid, type MonthDay} from '../../../src/event/view/month.js';
import {findRuns} from '../../../src/event/view/runs.js';
import {lastShownDay} from '../../../src/event/view/shown.js';
import {anyOccurrences, dayOf, on, sorted} from './occurrences.js';

/** June 2026 in weeks from Monday: 1 June to 5 July. */
const FIRST = dayOf('2026-06-01');
const WEEKS = 5;

function june(occurrences: Occurrence[], lanes = 3, withRuns = false): MonthDay[][] {
  const runs = withRuns ? {runs: findRuns(occurrences)} : {};
  return layOutMonth(occurrences, {first: FIRST, weeks: WEEKS, lanes, ...runs});
}

/** What stands in a day: `lane: event (span)`, with arrows where a bar goes on in other weeks. */
function cell(weeks: MonthDay[][], occurrences: Occurrence[], date: string): string[] {
  const found = weeks.flat().find(({day}) => isoOfDay(day) === date)!;
  return found.items.map(
    ({at, lane, span, continuesBefore, continuesAfter}) =>
      `${lane}: ${continuesBefore ? '←' : ''}${occurrences[at]!.eventId}${continuesAfter ? '→' : ''} (${span})`,
  );
}

describe('monthGrid', () => {
  it('is as many whole weeks as the month needs', () => {
    for (const [month, weekStart, first, weeks] of [
      ['2026-06-14', 0, '2026-06-01', 5],
      ['2026-06-30', 6, '2026-05-31', 5],
      ['2026-08-01', 0, '2026-07-27', 6],
      ['2027-02-10', 0, '2027-02-01', 4],
    ] as const) {
      const grid = monthGrid(dayOf(month), weekStart);
      assert.deepEqual([isoOfDay(grid.first), grid.weeks], [first, weeks], month);
    }
  });
});

describe('layOutMonth', () => {
  it('stacks the dates of a day by the hour', () => {
    const occurrences = sorted([
      on('2026-06-13T20:30', undefined, 'concert'),
      on('2026-06-13T08:00', '2026-06-13T13:00', 'market'),
    ]);
    assert.deepEqual(cell(june(occurrences), occurrences, '2026-06-13'), [
      '0: market (1)',
      '1: concert (1)',
    ]);
  });

  it('draws what lasts days as one bar, cut at the end of the week', () => {
    const occurrences = [on('2026-06-13', '2026-06-15', 'festival')];
    const weeks = june(occurrences);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-13'), ['0: festival→ (2)']);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-15'), ['0: ←festival (1)']);
    assert.deepEqual(
      weeks
        .flat()
        .filter(({count}) => count > 0)
        .map(({day}) => isoOfDay(day)),
      ['2026-06-13', '2026-06-14', '2026-06-15'],
    );
  });

  it('counts a ball to the evening on which it begins', () => {
    const occurrences = [on('2026-06-13T21:00', '2026-06-14T03:00', 'ball')];
    const weeks = june(occurrences);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-13'), ['0: ball (1)']);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-14'), []);
  });

  it('leaves the best lanes to single dates, and what is over for long to what is left', () => {
    const occurrences = sorted([
      on('2026-05-01', '2026-09-30', 'exhibition'),
      on('2026-06-10T18:00', undefined, 'talk'),
      on('2026-06-10T20:00', undefined, 'film'),
      on('2026-06-10T21:00', undefined, 'ball'),
    ]);
    const weeks = june(occurrences);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-10'), [
      '0: talk (1)',
      '1: film (1)',
      '2: ball (1)',
      '3: ←exhibition→ (1)',
    ]);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-08'), ['0: ←exhibition→ (2)']);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-11'), ['0: ←exhibition→ (4)']);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-01'), ['0: ←exhibition→ (7)']);
  });

  it('shows the only one that is left over instead of “1 more”', () => {
    const occurrences = ['10', '11', '12', '13'].map(hour => on(`2026-06-10T${hour}:00`));
    const [, week] = june(occurrences);
    assert.equal(week![2]!.items.length, 4);
    assert.equal(week![2]!.hidden, 0);
    const five = [...occurrences, on('2026-06-10T14:00')];
    assert.equal(june(five)[1]![2]!.items.length, 3);
    assert.equal(june(five)[1]![2]!.hidden, 2);
  });

  it('draws an exhibition with daily hours as a bar', () => {
    const occurrences = Array.from({length: 20}, (_, i) => {
      const date = isoOfDay(dayOf('2026-06-03') + i);
      return on(`${date}T10:00`, `${date}T18:00`, 'exhibition');
    });
    const weeks = june(occurrences, 3, true);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-03'), ['0: exhibition→ (5)']);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-08'), ['0: ←exhibition→ (7)']);
    assert.deepEqual(cell(weeks, occurrences, '2026-06-22'), ['0: ←exhibition (1)']);
  });

  it('shows everything once and overlaps nothing, whatever is on', () => {
    fc.assert(
      fc.property(anyOccurrences, fc.integer({min: 1, max: 4}), (occurrences, lanes) => {
        for (const week of june(occurrences, lanes)) {
          const taken = new Set<string>();
          const shown = week.map(() => 0);
          week.forEach(({items}, i) => {
            for (const {lane, span} of items) {
              assert.ok(lane <= lanes && i + span <= 7);
              for (let day = i; day < i + span; day++) {
                const spot = `${day}/${lane}`;
                assert.ok(!taken.has(spot), `two in ${spot}`);
                taken.add(spot);
                shown[day]!++;
              }
            }
          });
          week.forEach(({day, count, hidden}, i) => {
            const on = occurrences.filter(
              occurrence => occurrence.firstDay <= day && lastShownDay(occurrence) >= day,
            );
            assert.equal(count, on.length);
            assert.equal(shown[i]! + hidden, count);
            assert.ok(hidden === 0 || !taken.has(`${i}/${lanes}`), 'room for “more”');
          });
        }
      }),
    );
  });
});
