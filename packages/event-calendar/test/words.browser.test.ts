import {formatDay, formatNumber} from '@local-widgets/core';
import {isoOfDay, zoneOf} from '@local-widgets/model';
import {expect} from '@open-wc/testing';
import {countIn} from '../src/words/counts.js';
import {frenchDay, type DayParts} from '../src/words/french-day.js';
import {dayOf} from './readings.js';

const SHAPES: readonly DayParts[] = [
  {weekday: 'long'},
  {weekday: 'short'},
  {month: 'long', year: 'numeric'},
  {day: 'numeric', month: 'long'},
  {day: 'numeric', month: 'short'},
  {day: 'numeric', month: 'short', year: 'numeric'},
  {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'},
];

describe('what is worked out without Intl', () => {
  it('writes days in French as Intl does', () => {
    const first = dayOf('2026-01-01');
    for (let day = first; day < first + 800; day++) {
      for (const parts of SHAPES) {
        expect(frenchDay(day, parts)).to.equal(formatDay(isoOfDay(day), 'fr', parts));
      }
    }
  });

  it('writes counts in French as Intl does', () => {
    for (const count of [0, 999, 1000, 1234, 99_999, 100_000, 1_234_567]) {
      expect(countIn(count, 'fr')).to.equal(formatNumber(count, 'fr'));
    }
  });

  it('has the days of zones as Intl has them, whether or not the browser has Temporal', () => {
    for (const timeZone of ['Europe/Paris', 'America/Guadeloupe', 'Indian/Reunion', 'UTC']) {
      const format = new Intl.DateTimeFormat('sv', {timeZone, dateStyle: 'short'});
      const zone = zoneOf(timeZone)!;
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 7_000_000) {
        expect(isoOfDay(zone.dayAt(at)), new Date(at).toISOString()).to.equal(format.format(at));
      }
    }
    expect(zoneOf('Europe/Nowhere')).to.equal(undefined);
  });
});
