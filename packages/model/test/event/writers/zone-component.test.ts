import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fixedClock, UTC} from '../../../src/event/time/clock.js';
import {clockOf} from '../../../src/event/time/intl-clock.js';
import {zoneComponent} from '../../../src/event/writers/zone-component.js';

const at = (year: number, month = 1): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return date.getTime();
};
const lines = (zone: string, from: number, to: number): string[] =>
  zoneComponent(clockOf(zone)!, from, to);
/** `19670430T020000 -0500 -0400 FREQ=…` of each observance. */
const observances = (zone: string, from: number, to: number): string[] =>
  lines(zone, from, to)
    .join('\n')
    .split(/\nBEGIN:/)
    .slice(1)
    .map(text => {
      const [kind, ...values] = text.split('\n');
      const said = values.filter(line => !line.startsWith('END'));
      return [kind!.slice(0, 3), ...said.map(line => line.replace(/^[A-Z]+:/, ''))].join(' ');
    });

describe('the VTIMEZONE of a zone', () => {
  it('is one observance where clocks never change', () => {
    const tokyo = [
      'BEGIN:VTIMEZONE',
      'TZID:Asia/Tokyo',
      'BEGIN:STANDARD',
      'DTSTART:20260101T090000',
      'TZOFFSETFROM:+0900',
      'TZOFFSETTO:+0900',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    assert.deepEqual(lines('Asia/Tokyo', at(2026, 7), at(2026, 8)), tokyo);
    assert.equal(zoneComponent(UTC, at(2026), at(2026))[1], 'TZID:UTC');
    assert.equal(zoneComponent(fixedClock(0), at(2026), at(2026))[1], 'TZID:UTC');
  });

  it('has the rules that hold from the year of the first time on', () => {
    assert.deepEqual(observances('Europe/Paris', at(2026, 7), at(2026, 8)), [
      'STA 20260101T010000 +0100 +0100',
      'DAY 20260329T020000 +0100 +0200 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'STA 20261025T030000 +0200 +0100 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ]);
    assert.deepEqual(observances('America/New_York', at(2026), at(2026)), [
      'STA 20251231T190000 -0500 -0500',
      'DAY 20260308T020000 -0500 -0400 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
      'STA 20261101T020000 -0400 -0500 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    ]);
    assert.deepEqual(observances('Australia/Lord_Howe', at(2026), at(2026)), [
      'STA 20260101T110000 +1100 +1100',
      'STA 20260405T020000 +1100 +1030 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU',
      'DAY 20261004T020000 +1030 +1100 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU',
    ]);
  });

  it('has each change by itself from before the rules', () => {
    const paris = observances('Europe/Paris', at(1994), at(2026));
    assert.deepEqual(paris.slice(0, 5), [
      'STA 19940101T010000 +0100 +0100',
      'DAY 19940327T020000 +0100 +0200',
      'STA 19940925T030000 +0200 +0100',
      'DAY 19950326T020000 +0100 +0200',
      'STA 19950924T030000 +0200 +0100',
    ]);
    assert.deepEqual(paris.slice(5), [
      'DAY 19960331T020000 +0100 +0200 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'STA 19961027T030000 +0200 +0100 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ]);
  });

  it('has seconds where a zone had them, and only single changes where none is regular', () => {
    assert.equal(
      observances('Europe/Paris', at(1911), at(1911))[0],
      'STA 19110101T000921 +000921 +000921',
    );
    assert.deepEqual(observances('America/Sao_Paulo', at(2018), at(2026)), [
      'STA 20171231T220000 -0200 -0200',
      'STA 20180218T000000 -0200 -0300',
      'DAY 20181104T000000 -0300 -0200',
      'STA 20190217T000000 -0200 -0300',
    ]);
  });

  it('knows the years 1840 to 2100, whatever a feed names', () => {
    assert.deepEqual(observances('Europe/Paris', at(1), at(1)), [
      'STA 00010101T000921 +000921 +000921',
    ]);
    const late = observances('Europe/Paris', at(9999), at(9999));
    assert.deepEqual(late, [
      'STA 21000101T010000 +0100 +0100',
      'DAY 21000328T020000 +0100 +0200 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'STA 21001031T030000 +0200 +0100 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    ]);
  });
});
