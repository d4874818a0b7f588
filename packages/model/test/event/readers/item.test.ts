import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  collectorFor,
  type ReadEventsOptions,
  type ReadEventsResult,
} from '../../../src/event/open-events.js';
import {addItems} from '../../../src/event/readers/item.js';
import {ownJsonReader} from '../../../src/event/readers/own-json.js';
import {readEvents} from '../../../src/event/read-events.js';
import {PARIS, startsIn} from '../calendar.js';
import {spansIn, toldOf} from './read-one.js';

type Options = Partial<ReadEventsOptions>;
const item = (more: object): object => [{name: 'Bal', ...more}];
const read = (more: object, options: Options = {}): ReadEventsResult =>
  readEvents(item(more), {...PARIS, ...options});
const span = (more: object, options: Options = {}): string | undefined =>
  spansIn(item(more), options)[0];
const told = (more: object, options: Options = {}): string[] => toldOf(item(more), options);
const starts = (more: object): string[] => startsIn(read(more), 'Europe/Paris');

/** Our own JSON is the plainest way to what all formats of JSON share. */
describe('an item, when it starts', () => {
  it('is at a day, at a time of no zone, of its zone, or of an offset', () => {
    const event = (more: object) => {
      const {startDate, timeZone, isAllDay, isFloating} = read(more).events[0]!;
      return {startDate, timeZone, isAllDay, isFloating};
    };
    const [isAllDay, isFloating] = [false, undefined];
    assert.deepEqual(event({startDate: '2026-05-12'}), {
      startDate: '2026-05-12',
      timeZone: undefined,
      isAllDay: true,
      isFloating,
    });
    assert.deepEqual(event({startDate: '2026-05-12T20:30'}), {
      startDate: '2026-05-12T20:30:00',
      timeZone: undefined,
      isAllDay,
      isFloating: true,
    });
    assert.deepEqual(event({startDate: '2026-05-12T20:30', timeZone: ' America/Cayenne '}), {
      startDate: '2026-05-12T20:30:00-03:00',
      timeZone: 'America/Cayenne',
      isAllDay,
      isFloating,
    });
    assert.deepEqual(event({startDate: '2026-05-12T20:30Z', timeZone: 'America/Cayenne'}), {
      startDate: '2026-05-12T17:30:00-03:00',
      timeZone: 'America/Cayenne',
      isAllDay,
      isFloating,
    });
    assert.deepEqual(event({startDate: '2026-05-12T20:30Z'}), {
      startDate: '2026-05-12T22:30:00+02:00',
      timeZone: 'Europe/Paris',
      isAllDay,
      isFloating,
    });
    const date = new Date(Date.UTC(2026, 4, 12, 20, 30));
    assert.equal(event({startDate: date}).startDate, '2026-05-12T22:30:00+02:00');
  });

  it('is lost without a start that can be read', () => {
    for (const startDate of [undefined, null, '']) {
      assert.deepEqual(told({startDate}), ['0 no-start: no start']);
    }
    assert.deepEqual(told({startDate: 'soon'}), ['0 bad-start: the start is "soon"']);
    assert.deepEqual(told({startDate: 20260512}), ['0 bad-start: the start is 20260512']);
    const long = `2026-05-12${' '.repeat(30)}`;
    assert.equal(span({startDate: `${long}and more`}), '2026-05-12 – 2026-05-12');
    const {rejected} = read({uid: 'u', startDate: 'soon'});
    assert.deepEqual(rejected[0], {
      at: 0,
      unit: 'item',
      uid: 'u',
      reason: 'bad-start',
      detail: 'the start is "soon"',
    });
  });

  it('takes the zone of the reading for one that nobody knows', () => {
    const startDate = '2026-05-12T20:30';
    assert.deepEqual(told({startDate, timeZone: 'Mars'}), [
      '0 unknown-zone?: the time zone is "Mars"',
    ]);
    assert.deepEqual(told({startDate, timeZone: 7}), ['0 unknown-zone?: the time zone is 7']);
    assert.deepEqual(told({startDate, timeZone: ''}), []);
    assert.deepEqual(starts({startDate, timeZone: 'Mars'}), [startDate]);
  });
});

describe('an item, when it ends', () => {
  it('is with the last day itself, or up to a moment', () => {
    const days = (endDate: unknown): unknown => span({startDate: '2026-05-12', endDate});
    assert.equal(days('2026-05-12'), '2026-05-12 – 2026-05-12');
    assert.equal(days('2026-05-14'), '2026-05-12 – 2026-05-14');
    assert.equal(days('2026-05-14T10:00'), '2026-05-12 – 2026-05-14');
    // one in the morning of the 15th here
    assert.equal(days('2026-05-14T23:00Z'), '2026-05-12 – 2026-05-15');
    for (const none of [undefined, null, '']) assert.equal(days(none), '2026-05-12 – 2026-05-12');

    const at = '2026-05-12T20:30:00+02:00';
    const times = (endDate: unknown): unknown =>
      span({startDate: '2026-05-12T20:30', endDate, timeZone: 'Europe/Paris'});
    assert.equal(times('2026-05-12T20:30'), `${at} – ${at}`);
    assert.equal(times('2026-05-12T22:00'), `${at} – 2026-05-12T22:00:00+02:00`);
    assert.equal(times('2026-05-12T20:00Z'), `${at} – 2026-05-12T22:00:00+02:00`);
    // a day as the end of a time: all of that day
    assert.equal(times('2026-05-12'), `${at} – 2026-05-13T00:00:00+02:00`);
    for (const none of [undefined, null, '']) assert.equal(times(none), `${at} – ${at}`);
  });

  it('is not before the start, nor a century after it', () => {
    const bad = (startDate: string, endDate: unknown): boolean => {
      const [line] = told({startDate, endDate});
      assert.ok(!line || line.startsWith('0 bad-end?: the end is '), line);
      return Boolean(line);
    };
    // 36,525 days with the first one
    assert.equal(bad('2026-01-01', '2125-12-31'), false);
    assert.equal(bad('2026-01-01', '2126-01-01'), false);
    assert.equal(bad('2026-01-01', '2126-01-02'), true);
    assert.equal(bad('2026-05-12', '2026-05-11'), true);
    assert.equal(bad('2026-05-12T20:30Z', '2026-05-12T20:29:59Z'), true);
    assert.equal(bad('2026-01-01T00:00Z', '2126-01-01T00:00Z'), false);
    assert.equal(bad('2026-01-01T00:00Z', '2126-01-02T00:00:01Z'), true);
    assert.deepEqual(told({startDate: '2026-05-12', endDate: 'late'}), [
      '0 bad-end?: the end is "late"',
    ]);
    assert.equal(span({startDate: '2026-05-12', endDate: 'late'}), '2026-05-12 – 2026-05-12');
  });
});

describe('an item, its further dates', () => {
  const startDate = '2026-05-12T20:30';
  const recurring = (recurrence: object, more: object = {}): object => ({
    startDate,
    timeZone: 'Europe/Paris',
    recurrence,
    ...more,
  });

  it('are at the time of the first where they are days', () => {
    const dates = ['2026-05-20', '2026-05-21T10:00', '2026-05-22T08:00Z'];
    assert.deepEqual(starts(recurring({dates})), [
      startDate,
      '2026-05-20T20:30',
      '2026-05-21T10:00',
      '2026-05-22T10:00',
    ]);
    assert.deepEqual(starts({startDate: '2026-05-12', recurrence: {dates: '2026-05-20'}}), [
      '2026-05-12',
      '2026-05-20',
    ]);
  });

  it('are taken out by day, by time, and by moment', () => {
    const rule = 'FREQ=DAILY;COUNT=5';
    const exceptDates = ['2026-05-13', '2026-05-14T20:30', '2026-05-15T18:30Z', '2026-05-16T10:00'];
    assert.deepEqual(starts(recurring({rule, exceptDates})), [startDate, '2026-05-16T20:30']);
    assert.deepEqual(
      starts({startDate: '2026-05-12', recurrence: {rule, exceptDates: ['2026-05-13']}}).length,
      4,
    );
  });

  it('of whole days are days, whatever is written of times', () => {
    const days = (more: object): unknown => {
      const {occurrences} = read({startDate: '2026-05-12', recurrence: more});
      return occurrences.map(({recurrenceId, start, startMinute, isAllDay}) => {
        assert.deepEqual([startMinute, isAllDay], [0, true]);
        // midnight in Paris
        assert.equal((start + 7_200_000) % 86_400_000, 0);
        return recurrenceId;
      });
    };
    assert.deepEqual(days({dates: ['2026-05-20T10:00']}), ['20260512', '20260520']);
    assert.deepEqual(days({dates: ['2026-05-20T23:00Z']}), ['20260512', '20260521']);
    const rule = 'FREQ=DAILY;COUNT=3';
    assert.deepEqual(days({rule, exceptDates: ['2026-05-13T10:00']}), ['20260512', '20260514']);
    assert.deepEqual(days({rule: 'FREQ=DAILY;UNTIL=20260513T000000'}), ['20260512', '20260513']);
    assert.deepEqual(days({rule: 'FREQ=DAILY;UNTIL=20260513T230000Z'}), [
      '20260512',
      '20260513',
      '20260514',
    ]);
  });

  it('are told where they cannot be read, and so is a rule', () => {
    assert.deepEqual(told(recurring({dates: ['never'], exceptDates: [7], rule: 'FREQ=NEVER'})), [
      '0 bad-date?: one of the dates is "never"',
      '0 bad-date?: one of the dates is 7',
      '0 bad-rule?: FREQ=NEVER in "FREQ=NEVER"',
    ]);
    assert.deepEqual(told(recurring({rule: 7})), []);
    const mixed = [{startDate}, {startDate: '2026-05-13'}, {startDate: 'never'}, {}];
    assert.deepEqual(told({dates: mixed}), [
      '0 bad-date?: one of the dates is "2026-05-13"',
      '0 bad-date?: one of the dates is "never"',
      '0 bad-date?: one of the dates is undefined',
    ]);
  });

  it('are no more than a reading takes', () => {
    const dates = ['2026-05-13', '2026-05-14', '2026-05-15', 'never'];
    const options = {maxOccurrencesPerEvent: 3};
    assert.deepEqual(told(recurring({exceptDates: dates}), options), []);
    const reading = read(recurring({dates}), options);
    assert.equal(reading.occurrences.length, 3);
    assert.deepEqual(
      reading.rejected.map(({reason, detail}) => `${reason}: ${detail}`),
      ['too-many-occurrences: only the first 3 dates are shown'],
    );
  });

  it('end with the rule: with the day that it names, or the moment', () => {
    const last = (until: string, more: object = {}): string | undefined =>
      starts(recurring({rule: `FREQ=DAILY;UNTIL=${until}`}, more)).at(-1);
    assert.equal(last('20260514'), '2026-05-14T20:30');
    assert.equal(last('20260514T203000'), '2026-05-14T20:30');
    assert.equal(last('20260514T202959'), '2026-05-13T20:30');
    assert.equal(last('20260514T183000Z'), '2026-05-14T20:30');
    assert.equal(last('20260514T182959Z'), '2026-05-13T20:30');
    assert.equal(last('20260514', {startDate: '2026-05-12T23:59:59'}), '2026-05-14T23:59:59');
    const midnight = {startDate: '2026-05-12T00:00'};
    assert.equal(last('20260514', midnight), '2026-05-14T00:00');
    assert.equal(last('20260514', {startDate: '2026-05-12', timeZone: undefined}), '2026-05-14');
  });
});

describe('an item, what it is called', () => {
  const [date, time] = ['2026-05-12', '2026-05-12T20:30'];
  const ids = (more: object): unknown => {
    const {events, occurrences} = read(more);
    return [events[0]?.id, occurrences[0]?.recurrenceId];
  };

  it('is its id, else its name and start: the same at every reading', () => {
    assert.deepEqual(ids({uid: 7, startDate: date}), ['7', '20260512']);
    assert.deepEqual(ids({startDate: date}), ['bal-20260512', '20260512']);
    assert.deepEqual(ids({startDate: time}), ['bal-20260512T203000', '20260512T203000']);
    assert.deepEqual(ids({name: '  ', startDate: date}), ['event-20260512', '20260512']);
    assert.deepEqual(ids({name: 'Fête de l’Été', startDate: date}), [
      'fete-de-l-ete-20260512',
      '20260512',
    ]);
    const [long] = ids({name: 'a'.repeat(61), startDate: date}) as [string];
    assert.equal(long, `${'a'.repeat(60)}-20260512`);
    const hourly = {recurrence: 'FREQ=HOURLY;COUNT=2', timeZone: 'Europe/Paris'};
    assert.deepEqual(ids({startDate: time, ...hourly}), [
      'bal-20260512T203000',
      '20260512T183000Z',
    ]);
    assert.deepEqual(ids({startDate: time, recurrence: 'FREQ=HOURLY;COUNT=2'}), [
      'bal-20260512T203000',
      '20260512T203000',
    ]);
  });

  it('is told where an item cannot be read at all', () => {
    const broken = new Proxy(
      {name: 'Bal', startDate: date},
      {
        get: (target, key) => {
          if (key === 'uid') throw new Error('out of order');
          return Reflect.get(target, key) as unknown;
        },
      },
    );
    assert.deepEqual(toldOf([{name: 'Bal', startDate: date}, broken]), ['1 bad-row: out of order']);
  });
});

describe('a list of items', () => {
  const pauses = (read: (items: object[]) => object, count: number): number => {
    const items = Array.from({length: count}, (_, at) => ({
      id: String(at),
      startDate: '2026-05-12',
    }));
    const work = ownJsonReader.read(read(items), collectorFor(PARIS))!;
    let found = 0;
    while (!work.next().done) found++;
    return found;
  };

  it('is read while others may run: every hundred items, and every two hundred of a reading', () => {
    assert.deepEqual(
      [99, 100, 200].map(count => pauses(events => ({events}), count)),
      [0, 1, 2],
    );
    assert.deepEqual(
      [199, 200, 400].map(count => pauses(events => ({events, occurrences: []}), count)),
      [0, 1, 2],
    );
  });

  it('is asked no further when a limit is reached', () => {
    let asked = 0;
    function* items(): Generator {
      for (; asked < 9; asked++) yield {name: 'Bal', startDate: '2026-05-12'};
    }
    const collector = collectorFor({...PARIS, maxEvents: 1});
    const work = addItems(items(), collector, ({name, startDate}) => ({
      values: {name},
      times: [{start: startDate}],
    }));
    while (!work.next().done);
    // the second is one too many, and the third is not looked at
    assert.equal(asked, 2);
    assert.equal(collector.finish().events.length, 1);
  });
});
