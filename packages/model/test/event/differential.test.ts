import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import fc from 'fast-check';
import {Budget} from '../../src/event/recurrence/budget.js';
import {expandRule} from '../../src/event/recurrence/expand-rule.js';
import {readRule} from '../../src/event/recurrence/read-rule.js';
import {DAY} from '../../src/event/time/civil.js';
import {anyStart} from './any-rules.js';
import {peerRule} from './peer-rules.js';
import {Peers, type PeerName} from './peers.js';

/** A shape of rules on which a peer departs from RFC 5545, as it was found here. */
interface Disagreement {
  readonly shape: RegExp;
  readonly starts?: (start: Date) => boolean;
  readonly why: string;
}

/**
 * All that was found. The rest of the rules, a third of those for ical.js and nearly all for rrule, must agree
 * instance by instance; rules outside of `peerRule` are compared with trying every day.
 *
 * Of rrule 2.8.1, outside of `peerRule`: unsorted BYHOUR, BYMINUTE and BYSECOND come out unsorted; positions that
 * a set has not (BYSETPOS=5 of four) are taken from the other end; the first week of a WEEKLY rule begins with
 * the start, so that its positions are others; it never returns on rules of hours, minutes or seconds that
 * name nothing.
 */
const DISAGREEMENTS: Readonly<Record<PeerName, readonly Disagreement[]>> = {
  rrule: [],
  'ical.js': [
    {shape: /BYSETPOS/, why: 'positions are taken from sets that are not those of the period'},
    {shape: /BYWEEKNO/, why: 'weeks are passed over: each week has its days'},
    {
      shape: /(?:DAILY|HOURLY|MINUTELY).*BYMONTHDAY=-/,
      why: 'days counted from the end of the month do not limit; it may never return',
    },
    {shape: /YEARLY.*BYMONTHDAY=-/, why: 'the length of February is that of the year before'},
    {
      shape: /YEARLY(?!.*BYMONTH=).*BYDAY=-?\d/,
      why: 'weekdays numbered in the year: every such weekday from the first on',
    },
    {
      shape: /(?:YEARLY|MONTHLY).*(?:BYHOUR|BYMINUTE)/,
      why: 'of several times a day some are lost, and days are made up at the turn of the month',
    },
    {shape: /MONTHLY;INTERVAL.*BYMONTH=/, why: 'months that the interval passes over'},
    {shape: /MONTHLY;INTERVAL.*BYMONTHDAY=-/, why: 'months that the interval passes over'},
    {
      shape: /(?:YEARLY|MONTHLY)(?!.*(?:BYMONTHDAY|BYDAY|BYYEARDAY))/,
      starts: start => start.getUTCDate() > 28,
      why: 'a date that a month has not becomes one of the next month',
    },
  ],
};

const SPANS: Readonly<Record<string, number>> = {
  YEARLY: 2500,
  MONTHLY: 700,
  WEEKLY: 400,
  DAILY: 300,
  HOURLY: 30,
  MINUTELY: 2,
};

const explain = (peer: PeerName, rule: string, start: number): string | undefined =>
  DISAGREEMENTS[peer].find(
    ({shape, starts}) => shape.test(rule) && (starts?.(new Date(start)) ?? true),
  )?.why;

/** The same rules every time; more, and others each time, with EVENTS_FUZZ_RUNS. */
const runs = Number(process.env['EVENTS_FUZZ_RUNS'] ?? 0);
const params = runs ? {numRuns: runs} : {numRuns: 120, seed: 5545};

describe('rules beside other libraries', () => {
  const peers = new Peers();
  after(() => peers.end());

  for (const peer of Object.keys(DISAGREEMENTS) as PeerName[]) {
    it(`agrees with ${peer}, but for what is explained`, async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(peerRule(), anyStart, async (text, anchor) => {
          const rule = readRule(text);
          assert.ok(typeof rule !== 'string');
          const expand = (from: number, to: number, limit: number): readonly number[] =>
            expandRule(
              rule,
              {wall: from, isAllDay: false, isInstance: false},
              Infinity,
              {from, to, limit},
              new Budget(1e8),
            ).walls;
          // where the start is no instance of its rule nobody agrees with anybody
          const [start] = expand(anchor, anchor + 5000 * DAY, 1);
          if (start === undefined || explain(peer, text, start) !== undefined) return;
          const to = start + SPANS[rule.frequency]! * DAY;
          const answer = await peers.ask(peer, text, start, to);
          assert.ok(typeof answer === 'object' && 'instants' in answer, JSON.stringify(answer));
          compared++;
          const shown = (instants: readonly number[]): string[] =>
            instants.slice(0, 4000).map(instant => new Date(instant).toISOString());
          assert.deepEqual(shown(expand(start, to, 5000)), shown(answer.instants));
        }),
        params,
      );
      assert.ok(compared * 4 > params.numRuns, `only ${compared} rules were compared`);
    });
  }
});
