import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readEvents} from '../../../src/event/read-events.js';
import {calendar, PARIS, startsIn, vevent} from '../calendar.js';

const utc = (day: string, hour = '12'): string => `202601${day}T${hour}0000Z`;
const starts = (from: string, to: string, ...events: string[][]): string[] =>
  startsIn(readEvents(calendar(...events.flat()), {...PARIS, from, to, timeZone: 'UTC'}), 'UTC');
const series = (...more: string[]): string[] =>
  vevent(`DTSTART:${utc('05')}`, 'RRULE:FREQ=DAILY;COUNT=10', 'SUMMARY:A', ...more);
const later = (day: string, start: string, ...more: string[]): string[] =>
  vevent(`RECURRENCE-ID;RANGE=THISANDFUTURE:${utc(day)}`, `DTSTART:${start}`, 'SUMMARY:A', ...more);
const on = (...days: string[]): string[] => days.map(day => `2026-01-${day}T12:00`);

describe('the dates of a series in a window', () => {
  it('begin before it where they are still on', () => {
    const window = ['2026-01-08T00:00Z', '2026-01-09T12:00Z'] as const;
    assert.deepEqual(starts(...window, series()), on('08'));
    assert.deepEqual(starts(...window, series('DURATION:PT13H')), on('07', '08'));
    assert.deepEqual(starts(...window, series('DURATION:PT12H')), on('08'));
    assert.deepEqual(starts(...window, series('DURATION:P1D')), on('07', '08'));
    assert.deepEqual(starts(...window, series('DURATION:P1DT13H')), on('06', '07', '08'));
    const period = `RDATE;VALUE=PERIOD:${utc('03')}/P6D`;
    assert.deepEqual(starts(...window, series(period)), on('03', '08'));
    const hours = `RDATE;VALUE=PERIOD:${utc('03')}/PT112H`;
    assert.deepEqual(starts(...window, series(hours)), on('03', '08'));
  });

  it('move along with an exception for all that follow, as long as it lasts', () => {
    const two = (day: string, hour: string): string => `2026-01-${day}T${hour}:00`;
    const window = ['2026-01-12T00:00Z', '2026-01-14T00:00Z'] as const;
    const moved = later('10', utc('10', '15'));
    assert.deepEqual(starts(...window, series(), moved), [two('12', '15'), two('13', '15')]);
    // moved by days, into the window or out of it
    assert.deepEqual(starts(...window, series(), later('10', utc('12', '15'))), [
      two('12', '15'),
      two('13', '15'),
    ]);
    assert.deepEqual(starts(...window, series(), later('10', utc('08', '15'))), [two('12', '15')]);
    // long enough to be on when the window begins
    const long = later('10', utc('10', '15'), 'DURATION:P2D');
    assert.deepEqual(starts(...window, series(), long), [
      two('10', '15'),
      two('11', '15'),
      two('12', '15'),
      two('13', '15'),
    ]);
    const hours = later('10', utc('10', '15'), 'DURATION:PT12H');
    assert.deepEqual(starts(...window, series(), hours), [
      two('11', '15'),
      two('12', '15'),
      two('13', '15'),
    ]);
  });

  it('follow the last of several such exceptions', () => {
    const all = [later('12', utc('12', '17')), later('08', utc('08', '15'))];
    assert.deepEqual(
      starts('2026-01-01', '2026-02-01', series(), ...all).map(text => text.slice(11, 13)),
      ['12', '12', '12', '15', '15', '15', '15', '17', '17', '17'],
    );
  });

  it('are whole days after one of whole days', () => {
    const days = vevent(
      'RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260106',
      'DTSTART;VALUE=DATE:20260107',
      'SUMMARY:A',
    );
    const whole = vevent('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:A');
    assert.deepEqual(starts('2026-01-01', '2026-02-01', whole, days), [
      '2026-01-05',
      '2026-01-07',
      '2026-01-08',
    ]);
  });

  it('are each once, whatever names them', () => {
    const twice = vevent(
      `DTSTART:${utc('05')}`,
      'RRULE:FREQ=DAILY;COUNT=2',
      `RDATE:${utc('06')},${utc('09')},${utc('09')}`,
      'RRULE:FREQ=WEEKLY;COUNT=2',
    );
    assert.deepEqual(starts('2026-01-01', '2026-02-01', twice), on('05', '06', '09', '12'));
  });

  it('are without those that are taken out, of rules, by date or by day', () => {
    const out = (...lines: string[]): string[] =>
      starts('2026-01-01', '2026-01-10', series(...lines));
    assert.deepEqual(out(), on('05', '06', '07', '08', '09'));
    assert.deepEqual(out(`EXDATE:${utc('06')}`), on('05', '07', '08', '09'));
    assert.deepEqual(out('EXDATE;VALUE=DATE:20260106'), on('05', '07', '08', '09'));
    assert.deepEqual(out('EXRULE:FREQ=DAILY;INTERVAL=2'), on('06', '08'));
    assert.deepEqual(
      out(`EXDATE:${utc('06')}`, 'EXDATE;VALUE=DATE:20260107', 'EXRULE:FREQ=WEEKLY'),
      on('08', '09'),
    );
  });
});
