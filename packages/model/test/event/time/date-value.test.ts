import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readDate} from '../../../src/event/time/date-value.js';
import {basicDate, isoDate, isoOffset} from '../../../src/event/time/write-date.js';

const HOUR = 3_600_000;
/** `local 2026-05-12T18:30:05`. */
const shown = (text: string): string | undefined => {
  const date = readDate(text);
  return date && `${date.form} ${isoDate(date.at, date.form === 'date' ? 'date' : 'local')}`;
};

describe('readDate', () => {
  it('reads days', () => {
    for (const text of ['20260512', '2026-05-12', ' 2026-05-12 ', '2026-0512', '20260512Z']) {
      assert.equal(shown(text), 'date 2026-05-12', text);
    }
  });

  it('reads times, with the seconds or without', () => {
    for (const [text, expected] of [
      ['20260512T183005', 'local 2026-05-12T18:30:05'],
      ['20260512T183005Z', 'utc 2026-05-12T18:30:05'],
      ['20260512t183005z', 'utc 2026-05-12T18:30:05'],
      ['20260512T1830', 'local 2026-05-12T18:30:00'],
      ['20260512T1830Z', 'utc 2026-05-12T18:30:00'],
      ['2026-05-12T18:30:05', 'local 2026-05-12T18:30:05'],
      ['2026-05-12 18:30', 'local 2026-05-12T18:30:00'],
      ['2026-05-12T18:30:05.999Z', 'utc 2026-05-12T18:30:05'],
      ['2026-05-12T18:30:05,9Z', 'utc 2026-05-12T18:30:05'],
      ['2026-05-12T18:30:05+02:00', 'utc 2026-05-12T16:30:05'],
      ['2026-05-12T18:30:05+0230', 'utc 2026-05-12T16:00:05'],
      ['2026-05-12T18:30-03:30', 'utc 2026-05-12T22:00:00'],
      ['20260512T183005"', 'local 2026-05-12T18:30:05'],
      ['20260101T000000', 'local 2026-01-01T00:00:00'],
      ['20261231T235959', 'local 2026-12-31T23:59:59'],
    ] as const) {
      assert.equal(shown(text), expected, text);
    }
  });

  it('takes 24:00 for the next midnight, and the second 60 for 59', () => {
    assert.equal(shown('20260512T240000'), 'local 2026-05-13T00:00:00');
    assert.equal(shown('2026-05-12T24:00Z'), 'utc 2026-05-13T00:00:00');
    assert.equal(shown('20260512T235960Z'), 'utc 2026-05-12T23:59:59');
    for (const text of [
      '20260512T240001',
      '20260512T240100',
      '20260512T250000',
      '20260512T235961',
    ]) {
      assert.equal(shown(text), undefined, text);
    }
  });

  it('reads no day that is none', () => {
    for (const text of [
      '',
      'soon',
      '2026',
      '2026-05',
      '20260012',
      '20261312',
      '20260500',
      '20260532',
      '20260631',
      '20260229',
      '2026-02-29',
      '2026-13-01',
      '2026-05-12T18',
      '20260512T186000',
      '2026-05-12T18:60',
      '20260512X183005',
      '20260512T183005X',
      '20260512T1830:5Z',
      '2026051 T183005',
      'x2026-05-12',
      '2026-05-12x',
      '2026-05-12T18:30+2',
      '20260512T18300',
      '٢٠٢٦٠٥١٢',
    ]) {
      assert.equal(readDate(text), undefined, text);
    }
    assert.equal(shown('20240229'), 'date 2024-02-29');
    assert.equal(shown('20260131'), 'date 2026-01-31');
    assert.equal(shown('19000228'), 'date 1900-02-28');
  });
});

describe('writing dates', () => {
  const wall = Date.UTC(2026, 4, 2, 8, 5, 9);

  it('is that of iCalendar, or that of ISO 8601', () => {
    assert.equal(basicDate(wall, 'date'), '20260502');
    assert.equal(basicDate(wall, 'local'), '20260502T080509');
    assert.equal(basicDate(wall, 'utc'), '20260502T080509Z');
    assert.equal(isoDate(wall, 'date'), '2026-05-02');
    assert.equal(isoDate(wall, 'local'), '2026-05-02T08:05:09');
    assert.equal(isoDate(Date.UTC(2026, 11, 31, 23, 59, 59), 'local'), '2026-12-31T23:59:59');
    assert.equal(basicDate(-1000, 'utc'), '19691231T235959Z');
    assert.equal(isoDate(-62_000_000_000_000, 'date'), '0005-04-19');
  });

  it('has offsets of hours and minutes', () => {
    for (const [hours, text] of [
      [0, 'Z'],
      [2, '+02:00'],
      [-3.5, '-03:30'],
      [14, '+14:00'],
      [0.15, '+00:09'],
    ] as const) {
      assert.equal(isoOffset(hours * HOUR), text);
    }
    // the seconds before standard time have no place
    assert.equal(isoOffset(561_000), '+00:09');
  });
});
