import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openingWeek, type OpeningHoursOptions} from '../../src/hours/index.js';

/** `2026-11-24* 09:00-12:30 14:30-19:00`, the star for today. */
const week = (hours: string, at: string, options?: OpeningHoursOptions) =>
  openingWeek(hours, new Date(at), options)?.map(({date, today, spans, holiday}) =>
    [
      date.slice(5) + (today ? '*' : ''),
      ...spans.map(
        ({opens, closes, state, comment}) =>
          `${opens}-${closes}${state == 'unknown' ? '?' : ''}${comment ? ` ${comment}` : ''}`,
      ),
      ...(holiday ? [holiday.name.fr] : []),
    ].join(' '),
  );

describe('openingWeek', () => {
  it('lists the days from Monday to Sunday and marks today', () => {
    assert.deepEqual(week('Tu-Sa 09:00-12:30,14:30-19:00; Su 9:00-12:00', '2026-11-26T10:00Z'), [
      '11-23',
      '11-24 09:00-12:30 14:30-19:00',
      '11-25 09:00-12:30 14:30-19:00',
      '11-26* 09:00-12:30 14:30-19:00',
      '11-27 09:00-12:30 14:30-19:00',
      '11-28 09:00-12:30 14:30-19:00',
      '11-29 09:00-12:00',
    ]);
  });

  it('takes today from the zone of the place', () => {
    const at = '2026-11-22T23:30Z';
    assert.equal(week('24/7', at)![0], '11-23* 00:00-24:00');
    assert.equal(week('24/7', at, {timeZone: 'America/Martinique'})![6], '11-22* 00:00-24:00');
  });

  it('gives a night to the day on which it begins', () => {
    assert.deepEqual(week('Mo-Th 18:00-24:00; Fr,Sa 18:00-02:00; Su off', '2026-11-29T01:00Z'), [
      '11-23 18:00-24:00',
      '11-24 18:00-24:00',
      '11-25 18:00-24:00',
      '11-26 18:00-24:00',
      '11-27 18:00-02:00',
      '11-28 18:00-02:00',
      '11-29*',
    ]);
    assert.equal(week('Mo-Su 19:00-05:30', '2026-11-24T10:00Z')![0], '11-23 19:00-05:30');
    assert.deepEqual(week('19:00-02:00; Mo off', '2026-11-24T10:00Z')!.slice(0, 2), [
      '11-23',
      '11-24* 19:00-02:00',
    ]);
  });

  it('names the holidays and shows their hours', () => {
    assert.deepEqual(week('Mo-Sa 09:00-19:00; PH 09:00-12:00', '2026-12-25T10:00Z')!.slice(3, 6), [
      '12-24 09:00-19:00',
      '12-25* 09:00-12:00 Noël',
      '12-26 09:00-19:00',
    ]);
  });

  it('shows what may be, with its comment', () => {
    assert.equal(
      week('Mo 09:00-12:00, Mo 14:00-17:00 "sur RDV"', '2026-11-24T10:00Z')![0],
      '11-23 09:00-12:00 14:00-17:00? sur RDV',
    );
  });

  it('shows wall time in the weeks when clocks change', () => {
    for (const at of ['2026-03-29T10:00Z', '2026-10-25T10:00Z']) {
      const days = week('Sa,Su 01:00-04:00', at)!;
      assert.match(days[6]!, /\* 01:00-04:00$/);
    }
  });

  it('has no week for a value that is not covered', () => {
    assert.equal(week('sunrise-sunset', '2026-11-24T10:00Z'), undefined);
    assert.equal(openingWeek(undefined, new Date(0)), undefined);
  });
});
