import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Budget} from '../../src/event/recurrence/budget.js';
import {expandRule} from '../../src/event/recurrence/expand-rule.js';
import {readRule} from '../../src/event/recurrence/read-rule.js';
import {readEvents} from '../../src/event/read-events.js';
import {calendar, PARIS, readOne, rejections, vevent} from './calendar.js';

const noon = 'DTSTART;TZID=Europe/Paris:20240105T120000';
const to = (length: number): number[] => Array.from({length}, (_, at) => at);

/**
 * Work is counted in steps, which are the same on every machine: these tests hold the steps, not the clock. The
 * time that they take stands in the figures of the benchmark.
 */
describe('recurrence bombs', () => {
  const bombs: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['every second without end', ['RRULE:FREQ=SECONDLY'], ['3 too-many-occurrences']],
    ['a thousand million seconds', ['RRULE:FREQ=SECONDLY;COUNT=999999999'], ['3 too-much-work']],
    [
      'seconds that the interval never meets',
      ['RRULE:FREQ=SECONDLY;INTERVAL=60;BYSECOND=5'],
      ['3 too-much-work'],
    ],
    [
      'every second of a year as one set',
      [
        `RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=${to(24).join()};BYMINUTE=${to(60).join()};BYSECOND=${to(60).join()};BYSETPOS=-1`,
      ],
      ['3 too-much-work'],
    ],
    ['a date that no year has', ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'], []],
    [
      'a hundred thousand dates',
      [
        `RDATE:${to(100_000)
          .map(at => `2026010${(at % 9) + 1}T1${at % 10}0000`)
          .join()}`,
      ],
      ['6 too-many-occurrences'],
    ],
    [
      'a hundred thousand lines of dates',
      to(100_000).map(at => `RDATE:2026010${(at % 9) + 1}T1${at % 10}0000`),
      ['5006 too-many-occurrences'],
    ],
    [
      'a hundred thousand dates that are taken out',
      [
        'RRULE:FREQ=DAILY',
        `EXDATE:${to(100_000)
          .map(() => '20260105T120000')
          .join()}`,
      ],
      ['7 too-many-occurrences'],
    ],
    ['a duration of 18 digits', ['DURATION:P999999999999999999W'], ['6 bad-end']],
    ['an end in ten thousand years', ['DTEND:99991231T235959Z'], ['6 bad-end']],
  ];

  for (const [title, lines, expected] of bombs) {
    it(`${title}: ends, and says why`, () => {
      const reading = readOne([noon, ...lines]);
      assert.deepEqual(rejections(reading), expected);
      assert.ok(reading.occurrences.length <= 5001);
      assert.equal(
        reading.truncated,
        expected.some(text => /too-/.test(text) && /^3 /.test(text)),
      );
    });
  }

  it('more rules than a calendar has: the first ten are read', () => {
    const rules = to(1000).map(at => `RRULE:FREQ=SECONDLY;COUNT=${100_000 + at}`);
    const reading = readOne([noon, ...rules]);
    assert.deepEqual(rejections(reading), ['16 bad-rule', '3 too-much-work']);
  });

  it('zones that go round in circles, and change every second', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Circle',
      'X-LIC-LOCATION:Circle',
      'BEGIN:STANDARD',
      'DTSTART;TZID=Circle:16010101T000000',
      'RRULE:FREQ=SECONDLY',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const event = vevent('DTSTART;TZID=Circle:20260105T120000', 'RRULE:FREQ=DAILY;COUNT=3');
    assert.equal(readEvents(calendar(...zone, ...event), PARIS).occurrences.length, 3);
  });

  it('many bombs share one budget: the last events are told apart, not worked out', () => {
    const bomb = (at: number): string[] =>
      vevent(`UID:${at}`, noon, 'RRULE:FREQ=SECONDLY;INTERVAL=60;BYSECOND=5');
    const good = vevent('UID:good', 'DTSTART;TZID=Europe/Paris:20260105T120000');
    const reading = readEvents(calendar(...to(500).flatMap(bomb), ...good), PARIS);
    assert.equal(reading.rejected.length, 500);
    assert.ok(reading.rejected.every(({reason}) => reason === 'too-much-work'));
    // what does not repeat costs nothing
    assert.deepEqual(
      reading.events.map(({id}) => id),
      ['good'],
    );
  });

  it('the budget is kept to the step', () => {
    const rule = readRule('FREQ=SECONDLY;INTERVAL=60;BYSECOND=5');
    assert.ok(typeof rule !== 'string');
    const budget = new Budget(1000);
    const first = {wall: 0, isAllDay: false, isInstance: false};
    const window = {from: 0, to: 1e12, limit: 10};
    assert.equal(expandRule(rule, first, Infinity, window, budget).stop, 'too-much-work');
    assert.equal(budget.spend(1), false);
  });

  it('limits of events and occurrences leave out the rest, and say so', () => {
    const all = calendar(...to(20).flatMap(at => vevent(`UID:${at}`, 'DTSTART:20260105T120000Z')));
    const few = readEvents(all, {...PARIS, maxEvents: 5});
    assert.equal(few.events.length, 5);
    assert.equal(few.truncated, true);
    assert.deepEqual(
      few.rejected.map(({reason}) => reason),
      ['too-many'],
    );
    const daily = readOne([noon, 'RRULE:FREQ=DAILY'], {maxOccurrences: 30});
    assert.equal(daily.occurrences.length, 30);
  });

  it('spends the limit on what is in the window, not on what is before it', () => {
    const second = readOne([noon, 'RRULE:FREQ=SECONDLY']);
    assert.equal(second.occurrences[0]?.start, Date.parse('2026-01-01T00:00+01:00'));
    const days = readOne(['DTSTART;VALUE=DATE:20240105', 'RRULE:FREQ=DAILY'], {maxOccurrences: 30});
    assert.equal(days.occurrences.length, 30);
  });

  it('begins old rules where the window begins', () => {
    const old = ['DTSTART:17000101T120000Z', 'RRULE:FREQ=DAILY'];
    const reading = readOne(old, {maxSteps: 20_000});
    assert.equal(reading.occurrences.length, 365);
    assert.deepEqual(reading.rejected, []);
  });
});
