import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {exceptionalDays, type ExceptionalDaysOptions} from '../../src/hours/exceptional.js';
import {openingWeek} from '../../src/hours/index.js';
import {SHOPS} from './values.js';

/** `12-24..01-03 closed`, `12-25 09:00-12:00 Noël`, `"words"`. */
const exceptions = (hours: string, date: string, options?: ExceptionalDaysOptions) =>
  exceptionalDays(hours, new Date(`${date}T10:00Z`), options)?.map(
    ({from, to, spans, holiday, comment}) =>
      [
        from.slice(5) + (from == to ? '' : `..${to.slice(5)}`),
        ...(spans.length ? spans.map(({opens, closes}) => `${opens}-${closes}`) : ['closed']),
        ...(holiday ? [holiday.name.fr] : []),
        ...(comment ? [`"${comment}"`] : []),
      ].join(' '),
  );

const TABLE: readonly (readonly [
  it: string,
  hours: string,
  on: string,
  expected: string[],
  options?: ExceptionalDaysOptions,
])[] = [
  [
    'a date that is closed, with the name of the holiday',
    'Mo-Sa 09:00-19:00; Dec 25 off',
    '2026-12-01',
    ['12-25 closed Noël'],
  ],
  [
    'a date with other hours',
    'Mo-Fr 09:00-18:00; 2026 Dec 24 08:00-17:00',
    '2026-12-01',
    ['12-24 08:00-17:00'],
  ],
  [
    'holidays of the shop in one, over the days that are closed every week, with its words',
    'Tu-Sa 09:00-19:00; Aug 03-16 off "Congés annuels"',
    '2026-07-20',
    ['08-03..08-16 closed "Congés annuels"'],
  ],
  [
    'what has begun from today on',
    'Tu-Sa 09:00-19:00; Aug 03-16 off',
    '2026-08-10',
    ['08-10..08-16 closed'],
  ],
  [
    'a closure over the turn of the year',
    'Mo-Sa 09:00-19:00; Dec 24-Jan 03 off',
    '2026-11-22',
    ['12-24..01-03 closed'],
  ],
  [
    'a closure with its years',
    'Mo-Fr 09:00-18:00; 2026 Dec 24-2027 Jan 03 off',
    '2026-11-22',
    ['12-24..01-03 closed'],
  ],
  [
    'a closed day within days of other hours',
    'Tu-Sa 09:00-19:00; Dec 24-31 09:00-17:00; Dec 25 off',
    '2026-12-01',
    ['12-24 09:00-17:00', '12-25 closed Noël', '12-26..12-31 09:00-17:00'],
  ],
  [
    'the whole of a closure that ends after the days asked for',
    'Mo-Sa 09:00-19:00; Dec 10-24 off',
    '2026-12-01',
    ['12-10..12-24 closed'],
    {days: 12},
  ],
  [
    'nothing that begins after them',
    'Mo-Sa 09:00-19:00; Dec 10-24 off',
    '2026-12-01',
    [],
    {days: 9},
  ],
  [
    'Easter Monday and the others of the spring, where the value speaks of holidays',
    'Mo-Sa 09:00-19:00; PH off',
    '2027-03-20',
    [
      '03-29 closed Lundi de Pâques',
      '05-01 closed Fête du Travail',
      '05-08 closed Victoire 1945',
      '05-06 closed Ascension',
      '05-17 closed Lundi de Pentecôte',
    ].sort(),
  ],
  [
    'holidays with hours of their own, and not those that are as any such day',
    'Mo-Sa 09:00-19:00; Su 09:00-12:00; PH 09:00-12:00',
    '2026-10-20',
    ['11-11 09:00-12:00 Armistice 1918'],
    {days: 40},
  ],
  ['nothing of holidays otherwise', 'Mo-Sa 09:00-19:00', '2026-12-01', []],
  ['nothing of holidays that change nothing', 'Mo-Su,PH 09:00-19:00', '2026-12-01', []],
  [
    'both holidays at Christmas in Alsace, each with its name',
    'Mo-Su 09:00-19:00; PH off',
    '2026-12-20',
    ['12-25 closed Noël', '12-26 closed Saint-Étienne'],
    {holidays: 'FR-alsace-moselle', days: 7},
  ],
  [
    'nothing of holidays that nobody knows',
    'Mo-Sa 09:00-19:00; PH off',
    '2026-12-01',
    [],
    {holidays: 'none'},
  ],
  ['no season', 'Apr-Oct: Mo-Su 09:00-19:00; Nov-Mar: Tu-Sa 10:00-17:00', '2026-10-01', []],
  [
    'no season told in parts',
    'Jun 15-Jul 31: 10:00-19:00; Aug: 10:00-20:00; Sep 01-15: 10:00-18:00',
    '2026-07-20',
    [],
  ],
  [
    'a closure within a season',
    'Apr-Oct 09:00-18:00; Aug 10-20 off',
    '2026-07-20',
    ['08-10..08-20 closed'],
  ],
  [
    'the Sundays of a month, and not its other days',
    'Mo-Sa 10:00-19:00; Dec: Su 10:00-18:00',
    '2026-11-22',
    ['12-06', '12-13', '12-20', '12-27'].map(day => `${day} 10:00-18:00`),
  ],
  [
    'a night before a closed day as it is every week',
    '18:00-02:00; Dec 25 off',
    '2026-12-01',
    ['12-25 closed Noël'],
  ],
  [
    'school holidays of two weeks',
    'Mo-Fr 09:00-17:00; SH off',
    '2026-11-22',
    ['12-19..01-03 closed'],
    {schoolHolidays: date => date >= '2026-12-19' && date < '2027-01-04'},
  ],
  [
    'school holidays of two months as a season',
    'Mo-Fr 09:00-17:00; SH Mo-Fr 10:00-16:00',
    '2026-07-01',
    [],
    {schoolHolidays: date => date >= '2026-07-04' && date < '2026-09-01'},
  ],
  ['nothing of school holidays that nobody knows', 'Mo-Fr 09:00-17:00; SH off', '2026-11-22', []],
  [
    'one opening of a place that is closed all year',
    'Dec 05-06 10:00-18:00',
    '2026-11-22',
    ['12-05..12-06 10:00-18:00'],
  ],
  [
    'the day on which clocks change',
    'Mo-Su 01:00-04:00; 2027 Mar 28 off',
    '2027-03-20',
    ['03-28 closed'],
  ],
  [
    'days over the change of clocks in one',
    'Mo-Su 01:00-04:00; 2026 Oct 24-26 02:00-03:00',
    '2026-10-20',
    ['10-24..10-26 02:00-03:00'],
  ],
  ['nothing in weeks when clocks change', 'Mo-Su 22:00-05:00', '2026-10-20', []],
];

describe('exceptionalDays', () => {
  for (const [what, hours, on, expected, options] of TABLE) {
    it(`tells ${what}`, () => assert.deepEqual(exceptions(hours, on, options), expected));
  }

  it('has nothing to go by for a value that is not covered', () => {
    assert.equal(exceptions('sunrise-sunset', '2026-11-24'), undefined);
    assert.equal(exceptionalDays(undefined, new Date(0)), undefined);
    assert.equal(exceptions('Mo-Fr 09:00-17:00', '2026-11-24', {timeZone: 'Nowhere'}), undefined);
  });

  it('tells the hours that the week tells, for every value of French shops', () => {
    for (const hours of SHOPS) {
      const at = new Date('2026-12-21T10:00Z');
      const week = openingWeek(hours, at)!;
      for (const {from, to, spans} of exceptionalDays(hours, at, {days: 7})!) {
        for (const day of week.filter(({date}) => date >= from && date <= to)) {
          assert.deepEqual(day.spans, spans, `${hours} on ${day.date}`);
        }
      }
    }
  });

  it('has nothing exceptional for values that name no date and no holiday', () => {
    const plain = SHOPS.filter(hours => !/PH|SH|20\d\d|[A-Z][a-z]{2}\b/.test(hours));
    assert.ok(plain.length > 50);
    for (const hours of plain) assert.deepEqual(exceptions(hours, '2026-12-01'), [], hours);
  });
});
