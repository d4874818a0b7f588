import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Budget} from '../../src/event/recurrence/budget.js';
import {expandRule} from '../../src/event/recurrence/expand-rule.js';
import {readRule} from '../../src/event/recurrence/read-rule.js';
import type {Frequency, Rule} from '../../src/event/recurrence/rule.js';
import {DAY} from '../../src/event/time/civil.js';
import {anyRule, anyStart} from './any-rules.js';
import {instancesByBruteForce} from './oracle.js';

const ruleOf = (text: string): Rule => {
  const rule = readRule(text);
  assert.ok(typeof rule !== 'string', text);
  return rule;
};
const shown = (walls: readonly number[]): string[] =>
  walls.map(wall => new Date(wall).toISOString().slice(0, 19));

function expand(text: string, start: number, from: number, to: number): number[] {
  const first = {wall: start, isAllDay: false, isInstance: true};
  const {walls, stop} = expandRule(
    ruleOf(text),
    first,
    Infinity,
    {from, to, limit: 1e6},
    new Budget(1e8),
  );
  assert.equal(stop, undefined);
  return walls;
}

/** How long a rule is looked at, so that trying everything stays possible. */
const SPANS: {readonly [F in Frequency]: number} = {
  YEARLY: 3000,
  MONTHLY: 800,
  WEEKLY: 500,
  DAILY: 400,
  HOURLY: 60,
  MINUTELY: 5,
  SECONDLY: 0.2,
};

describe('rules beside trying every day', () => {
  for (const frequency of Object.keys(SPANS) as Frequency[]) {
    const span = SPANS[frequency] * DAY;

    it(`${frequency}: the same instances`, () => {
      fc.assert(
        fc.property(anyRule({frequencies: [frequency]}), anyStart, (text, start) => {
          const found = expand(text, start, start, start + span);
          const expected = instancesByBruteForce(ruleOf(text), start, start + span);
          assert.deepEqual(shown(found), shown(expected));
        }),
        {numRuns: 150},
      );
    });

    it(`${frequency}: the same with COUNT`, () => {
      fc.assert(
        fc.property(
          anyRule({frequencies: [frequency]}),
          anyStart,
          fc.integer({min: 1, max: 30}),
          (text, start, count) => {
            const counted = `${text};COUNT=${count}`;
            const found = expand(counted, start, start, start + span);
            const expected = instancesByBruteForce(ruleOf(counted), start, start + span);
            assert.deepEqual(shown(found), shown(expected));
          },
        ),
        {numRuns: 50},
      );
    });

    it(`${frequency}: a window shows what the whole has in it`, () => {
      fc.assert(
        fc.property(
          anyRule({frequencies: [frequency]}),
          anyStart,
          fc.double({min: 0, max: 1, noNaN: true}),
          (text, start, where) => {
            const from = start + Math.floor((where * span) / 1000) * 1000;
            const whole = expand(text, start, start, start + span);
            const part = expand(text, start, from, start + span);
            assert.deepEqual(shown(part), shown(whole.filter(wall => wall >= from)));
          },
        ),
        {numRuns: 80},
      );
    });
  }
});

describe('readRule', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(anyRule(), text => {
        assert.deepEqual(ruleOf(ruleOf(text).text), ruleOf(text));
      }),
    );
  });

  it('is generous with case, spaces, a repeated name and empty parts', () => {
    assert.equal(
      ruleOf(' rrule:freq=weekly; byday = mo, we ;until=20260630;X-OWN=1;').text,
      'FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260630;X-OWN=1',
    );
    assert.deepEqual(ruleOf('FREQ=DAILY;BYDAY=;COUNT=3').byDay, []);
  });

  it('says what cannot be read', () => {
    for (const [text, problem] of [
      ['', 'FREQ='],
      ['FREQ=FORTNIGHTLY', 'FREQ=FORTNIGHTLY'],
      ['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
      ['FREQ=DAILY;COUNT=-1', 'COUNT=-1'],
      ['FREQ=DAILY;COUNT=10000000000', 'COUNT=10000000000'],
      ['FREQ=DAILY;UNTIL=20260231', 'UNTIL=20260231'],
      ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY=XX'],
      ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY=0MO'],
      ['FREQ=MONTHLY;BYDAY=54MO', 'BYDAY=54MO'],
      ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY=0'],
      ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY=32'],
      ['FREQ=YEARLY;BYMONTH=13', 'BYMONTH=13'],
      ['FREQ=YEARLY;BYMONTH=-1', 'BYMONTH=-1'],
      ['FREQ=YEARLY;BYSETPOS=0;BYDAY=MO', 'BYSETPOS=0'],
      ['FREQ=DAILY;BYHOUR=24', 'BYHOUR=24'],
      ['FREQ=DAILY;BYHOUR=1.5', 'BYHOUR=1.5'],
      ['FREQ=DAILY;WKST=XX', 'WKST=XX'],
      ['RSCALE=CHINESE;FREQ=YEARLY', 'RSCALE=CHINESE'],
      ['RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD', 'SKIP=FORWARD'],
      [`FREQ=DAILY;BYHOUR=${'1,'.repeat(3000)}`, 'the rule is too long'],
    ] as const) {
      assert.equal(readRule(text), problem);
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), text => void readRule(text)));
    fc.assert(fc.property(fc.string(), text => void readRule(`FREQ=DAILY;${text}`)));
  });
});
