import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {Occurrence} from '../../../src/event/event.js';
import {
  agendaOf,
  entriesOfDay,
  latestPast,
  type AgendaList,
  type AgendaEntry,
  type AgendaOptions,
} from '../../../src/event/view/agenda.js';
import {isoOfDay} from '../../../src/event/index/days.js';
import {findRuns} from '../../../src/event/view/runs.js';
import {isOverAt} from '../../../src/event/view/shown.js';
import {anyOccurrences, at, dayOf, on, sorted} from './occurrences.js';

/** Friday, 12 June 2026, ten in the morning. */
const NOW = {now: at('2026-06-12T10:00'), today: dayOf('2026-06-12'), limit: 50};

/** `{ongoing: […], '2026-06-12': […]}` with names, and the last day where it is another one. */
function shown(
  occurrences: Occurrence[],
  options: Partial<AgendaOptions> = {},
): Record<string, string[]> {
  const {ongoing, days} = agendaOf(occurrences, {...NOW, ...options});
  const words = (entry: AgendaEntry, day?: number): string => {
    const {eventId} = occurrences[entry.at]!;
    return entry.lastDay === day ? eventId : `${eventId} → ${isoOfDay(entry.lastDay)}`;
  };
  return {
    ...(ongoing.length > 0 && {ongoing: ongoing.map(entry => words(entry))}),
    ...Object.fromEntries(
      days.map(({day, entries}) => [isoOfDay(day), entries.map(entry => words(entry, day))]),
    ),
  };
}

describe('agendaOf', () => {
  it('groups what comes by day, and leaves out what is over', () => {
    const occurrences = sorted([
      on('2026-06-11T20:00', '2026-06-11T22:00', 'yesterday'),
      on('2026-06-12T08:00', '2026-06-12T09:30', 'over'),
      on('2026-06-12T09:00', '2026-06-12T12:00', 'on now'),
      on('2026-06-12T20:00', '2026-06-13T02:00', 'ball'),
      on('2026-06-20', '2026-06-20', 'fair'),
    ]);
    assert.deepEqual(shown(occurrences), {
      '2026-06-12': ['on now', 'ball'],
      '2026-06-20': ['fair'],
    });
  });

  it('keeps what has no end for three hours', () => {
    assert.deepEqual(shown([on('2026-06-12T07:30', undefined, 'walk')]), {'2026-06-12': ['walk']});
    assert.deepEqual(shown([on('2026-06-12T07:00', undefined, 'walk')]), {});
  });

  it('shows what lasts days once: under its first day, or as going on', () => {
    const occurrences = sorted([
      on('2026-05-01', '2026-09-30', 'exhibition'),
      on('2026-06-11', '2026-06-13', 'fair'),
      on('2026-06-12', '2026-06-14', 'festival'),
      on('2026-06-20', '2026-06-21', 'weekend'),
    ]);
    assert.deepEqual(shown(occurrences), {
      ongoing: ['fair → 2026-06-13', 'exhibition → 2026-09-30'],
      '2026-06-12': ['festival → 2026-06-14'],
      '2026-06-20': ['weekend → 2026-06-21'],
    });
  });

  it('does not take a ball of last night for something that goes on', () => {
    const ball = on('2026-06-11T22:00', '2026-06-12T04:00', 'ball');
    assert.deepEqual(shown([ball], {now: at('2026-06-12T02:00')}), {});
  });

  it('shows an exhibition with daily hours once, at its next opening', () => {
    const occurrences = Array.from({length: 30}, (_, i) => {
      const date = isoOfDay(dayOf('2026-06-01') + i);
      return on(`${date}T10:00`, `${date}T18:00`, 'exhibition');
    });
    const runs = findRuns(occurrences);
    const agenda = agendaOf(occurrences, {...NOW, runs});
    assert.deepEqual(agenda.days, []);
    assert.deepEqual(
      agenda.ongoing.map(entry => [entry.at, isoOfDay(entry.lastDay)]),
      [[11, '2026-06-30']],
    );
    const before = agendaOf(occurrences, {
      ...NOW,
      now: at('2026-05-01T10:00'),
      today: dayOf('2026-05-01'),
      runs,
    });
    assert.deepEqual(
      before.days.map(({day}) => isoOfDay(day)),
      ['2026-06-01'],
    );
  });

  it('keeps to the days asked for', () => {
    const occurrences = sorted([
      on('2026-05-01', '2026-09-30', 'exhibition'),
      on('2026-06-12T20:00', undefined, 'Friday'),
      on('2026-06-13T20:00', undefined, 'Saturday'),
      on('2026-06-14T20:00', undefined, 'Sunday'),
      on('2026-06-15T20:00', undefined, 'Monday'),
    ]);
    const weekend = {days: {firstDay: dayOf('2026-06-13'), lastDay: dayOf('2026-06-14')}};
    assert.deepEqual(shown(occurrences, weekend), {
      ongoing: ['exhibition → 2026-09-30'],
      '2026-06-13': ['Saturday'],
      '2026-06-14': ['Sunday'],
    });
  });

  it('shows what is over when the past is asked for', () => {
    const occurrences = [on('2026-06-01T20:00', undefined, 'long ago')];
    const past = {days: {firstDay: dayOf('2026-06-01'), lastDay: dayOf('2026-06-07')}};
    assert.deepEqual(shown(occurrences, past), {'2026-06-01': ['long ago']});
  });

  it('stops at its limit and tells how many are left', () => {
    const occurrences = Array.from({length: 12}, (_, i) => on(`2026-06-13T${10 + i}:00`));
    const {days, total, left} = agendaOf(occurrences, {...NOW, limit: 5});
    assert.equal(days[0]!.entries.length, 5);
    assert.deepEqual([total, left], [12, 7]);
  });

  it('shows everything that is not over exactly once, in order, whatever is on', () => {
    fc.assert(
      fc.property(
        anyOccurrences,
        fc.integer({min: 0, max: 60 * 24 * 80}),
        (occurrences, minute) => {
          const now = at('2026-05-01T00:00') + minute * 6e4;
          const today = Math.floor(now / 864e5);
          const {ongoing, days, total, left}: AgendaList = agendaOf(occurrences, {
            ...NOW,
            now,
            today,
            limit: 1000,
          });
          const entries = [...ongoing, ...days.flatMap(({entries}) => entries)];
          assert.equal(new Set(entries.map(({at}) => at)).size, entries.length);
          assert.deepEqual([total, left], [entries.length, 0]);
          for (const {at} of entries) assert.ok(isOverAt(occurrences[at]!) > now);
          for (const {day, entries} of days)
            for (const {at} of entries) assert.equal(occurrences[at]!.firstDay, day);
          assert.deepEqual(
            days.map(({day}) => day),
            [...new Set(days.map(({day}) => day))].sort((a, b) => a - b),
          );
          const missing = occurrences.filter(
            (occurrence, at) =>
              isOverAt(occurrence) > now &&
              !entries.some(entry => entry.at === at) &&
              !(occurrence.endMinute <= 360 && occurrence.lastDay === today),
          );
          assert.deepEqual(missing, []);
        },
      ),
    );
  });
});

describe('latestPast', () => {
  it('is the last of each series, the latest first', () => {
    const occurrences = sorted([
      on('2026-06-01T10:00', undefined, 'market'),
      on('2026-06-08T10:00', undefined, 'market'),
      on('2026-06-10T20:00', undefined, 'concert'),
      on('2026-06-20T20:00', undefined, 'to come'),
    ]);
    const names = latestPast(occurrences, NOW.now, 10).map(({at}) => occurrences[at]!.eventId);
    assert.deepEqual(names, ['concert', 'market']);
    assert.equal(latestPast(occurrences, NOW.now, 1).length, 1);
  });
});

describe('entriesOfDay', () => {
  it('has what is on that day only before what lasts longer', () => {
    const occurrences = sorted([
      on('2026-05-01', '2026-09-30', 'exhibition'),
      on('2026-06-13T08:00', '2026-06-13T13:00', 'market'),
      on('2026-06-13T21:00', '2026-06-14T03:00', 'ball'),
      on('2026-06-14T10:00', undefined, 'walk'),
    ]);
    const names = (date: string): string[] =>
      entriesOfDay(occurrences, dayOf(date)).map(({at}) => occurrences[at]!.eventId);
    assert.deepEqual(names('2026-06-13'), ['market', 'ball', 'exhibition']);
    assert.deepEqual(names('2026-06-14'), ['walk', 'exhibition']);
    assert.deepEqual(names('2026-10-01'), []);
  });
});
