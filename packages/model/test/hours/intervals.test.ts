import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {openingStatus, openIntervals} from '../../src/hours/index.js';
import {openingHoursValue} from './generator.js';

const intervals = (hours: string, from: string, to: string) =>
  openIntervals(hours, new Date(from), new Date(to))?.map(({start, end, state, comment}) =>
    [start.toISOString().slice(0, 16), end.toISOString().slice(0, 16), state, comment]
      .filter(Boolean)
      .join(' '),
  );

describe('openIntervals', () => {
  it('lists the intervals of a period in order', () => {
    assert.deepEqual(
      intervals(
        'Tu-Sa 09:00-12:00,14:00-18:00',
        '2026-11-23T00:00+01:00',
        '2026-11-26T00:00+01:00',
      ),
      [
        '2026-11-24T08:00 2026-11-24T11:00 open',
        '2026-11-24T13:00 2026-11-24T17:00 open',
        '2026-11-25T08:00 2026-11-25T11:00 open',
        '2026-11-25T13:00 2026-11-25T17:00 open',
      ],
    );
  });

  it('clips the first and the last', () => {
    assert.deepEqual(intervals('09:00-18:00', '2026-11-24T09:00Z', '2026-11-25T10:00Z'), [
      '2026-11-24T09:00 2026-11-24T17:00 open',
      '2026-11-25T08:00 2026-11-25T10:00 open',
    ]);
    assert.deepEqual(intervals('24/7', '2026-11-24T09:00Z', '2026-11-25T10:00Z'), [
      '2026-11-24T09:00 2026-11-25T10:00 open',
    ]);
  });

  it('keeps a night whole', () => {
    assert.deepEqual(intervals('Fr,Sa 20:00-03:00', '2026-11-27T00:00Z', '2026-11-30T00:00Z'), [
      '2026-11-27T19:00 2026-11-28T02:00 open',
      '2026-11-28T19:00 2026-11-29T02:00 open',
    ]);
  });

  it('counts the hours of the nights when clocks change', () => {
    const hours = (from: string, to: string) => {
      const [only] = openIntervals('Sa 22:00-06:00', new Date(from), new Date(to))!;
      return (+only!.end - +only!.start) / 36e5;
    };
    assert.equal(hours('2026-03-28T12:00Z', '2026-03-29T12:00Z'), 7);
    assert.equal(hours('2026-10-24T12:00Z', '2026-10-25T12:00Z'), 9);
  });

  it('tells what may be open from what is', () => {
    assert.deepEqual(
      intervals(
        '10:00-12:00, Mo-Su 12:00-14:00 "sur demande"',
        '2026-11-24T00:00Z',
        '2026-11-25T00:00Z',
      ),
      [
        '2026-11-24T09:00 2026-11-24T11:00 open',
        '2026-11-24T11:00 2026-11-24T13:00 unknown sur demande',
      ],
    );
  });

  it('has none in a period of no length, and no list for a value that is not covered', () => {
    assert.deepEqual(intervals('24/7', '2026-11-24T09:00Z', '2026-11-24T09:00Z'), []);
    assert.deepEqual(openIntervals('24/7', new Date(0), new Date(NaN)), []);
    assert.equal(openIntervals('24/7', new Date(NaN), new Date(0)), undefined);
    assert.equal(intervals('sunset+', '2026-11-24T09:00Z', '2026-11-25T10:00Z'), undefined);
  });

  it('goes no further than 366 days', () => {
    const from = new Date('2026-11-24T00:00Z');
    const [only] = openIntervals('24/7', from, new Date('2040-01-01T00:00Z'))!;
    assert.equal(+only!.end - +from, 366 * 864e5);
  });

  it('agrees with openingStatus, which changes exactly at its next change', () => {
    const instant = fc.integer({min: Date.UTC(2026, 0) / 6e4, max: Date.UTC(2027, 0) / 6e4});
    fc.assert(
      fc.property(openingHoursValue, instant, (hours, minute) => {
        const at = new Date(minute * 6e4);
        const {state, comment, until} = openingStatus(hours, at);
        const end = new Date(until ? +until + 6e4 : +at + 864e5);
        const found = openIntervals(hours, at, end)!;
        const first = found.find(({start}) => +start == +at);
        assert.equal(first?.state ?? 'closed', state);
        if (first) assert.equal(first.comment, comment);
        if (until) {
          const next = openingStatus(hours, until);
          assert.ok(next.state != state || next.comment != comment);
          if (first) assert.equal(+first.end, +until);
          else if (found[0]) assert.ok(+found[0].start >= +until || state == 'closed');
        }
      }),
      {seed: 7, numRuns: 400},
    );
  });
});
