import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openingStatus, type OpeningHoursOptions} from '../../src/hours/index.js';

/** `open until 2026-11-24T11:30Z`, for an instant with an offset or in UTC. */
function status(hours: string | undefined, at: string, options?: OpeningHoursOptions): string {
  const {state, until, comment} = openingStatus(hours, new Date(at), options);
  return (
    state +
    (until ? ` until ${until.toISOString().slice(0, 16)}Z` : '') +
    (comment ? ` (${comment})` : '')
  );
}

const TUESDAY = '2026-11-24T10:00+01:00';

describe('openingStatus', () => {
  it('tells the state and the next change', () => {
    const hours = 'Tu-Sa 09:00-12:30,14:30-19:00';
    assert.equal(status(hours, '2026-11-24T08:59+01:00'), 'closed until 2026-11-24T08:00Z');
    assert.equal(status(hours, '2026-11-24T09:00+01:00'), 'open until 2026-11-24T11:30Z');
    assert.equal(status(hours, '2026-11-24T12:30+01:00'), 'closed until 2026-11-24T13:30Z');
    assert.equal(status(hours, '2026-11-28T19:00+01:00'), 'closed until 2026-12-01T08:00Z');
  });

  it('has no next change for what never changes', () => {
    assert.equal(status('24/7', TUESDAY), 'open');
    assert.equal(status('00:00-24:00', TUESDAY), 'open');
    assert.equal(status('off', TUESDAY), 'closed');
    assert.equal(status('2020 Jan 01-05 10:00-12:00', TUESDAY), 'closed');
  });

  it('finds a change months away', () => {
    const at = '2026-11-24T10:00+01:00';
    assert.equal(status('Jul-Aug: 10:00-18:00', at), 'closed until 2027-07-01T08:00Z');
  });

  it('counts a night past midnight to the evening before', () => {
    const hours = 'Fr 18:00-02:00';
    assert.equal(status(hours, '2026-11-27T23:30+01:00'), 'open until 2026-11-28T01:00Z');
    assert.equal(status(hours, '2026-11-28T01:59+01:00'), 'open until 2026-11-28T01:00Z');
    assert.equal(status('Fr 18:00-26:00', '2026-11-28T02:00+01:00').slice(0, 6), 'closed');
  });

  it('is in doubt after midnight where a later rule replaces the day', () => {
    const hours = 'Mo-Sa 18:00-02:00; Su off';
    assert.equal(status(hours, '2026-11-28T23:00+01:00'), 'open until 2026-11-28T23:00Z');
    assert.equal(status(hours, '2026-11-29T01:00+01:00'), 'unknown until 2026-11-29T01:00Z');
    assert.equal(status(hours, '2026-11-29T02:00+01:00'), 'closed until 2026-11-30T17:00Z');
  });

  it('closes on the night when clocks go forward after the hours that passed', () => {
    const hours = 'Sa 22:00-05:00';
    assert.equal(status(hours, '2026-03-29T00:30+01:00'), 'open until 2026-03-29T03:00Z');
    assert.equal(status('Sa 22:00-02:30', '2026-03-28T23:00Z'), 'open until 2026-03-29T01:30Z');
  });

  it('closes on the night when clocks go back at the first of two equal times', () => {
    assert.equal(status('Sa 22:00-05:00', '2026-10-24T22:00Z'), 'open until 2026-10-25T04:00Z');
    assert.equal(status('Sa 22:00-02:30', '2026-10-24T22:00Z'), 'open until 2026-10-25T00:30Z');
    assert.equal(status('Sa 22:00-02:30', '2026-10-25T01:15Z').slice(0, 6), 'closed');
  });

  it('computes in the zone of the place', () => {
    const at = '2026-11-24T12:30Z';
    const hours = '08:00-12:00';
    assert.equal(status(hours, at), 'closed until 2026-11-25T07:00Z');
    const options = {timeZone: 'America/Martinique'};
    assert.equal(status(hours, at, options), 'open until 2026-11-24T16:00Z');
  });

  it('knows the public holidays of France, and of Alsace-Moselle when asked', () => {
    const hours = 'Mo-Sa 09:00-18:00; PH off';
    assert.equal(status(hours, '2026-11-11T10:00+01:00'), 'closed until 2026-11-12T08:00Z');
    const goodFriday = '2026-04-03T10:00+02:00';
    assert.equal(status(hours, goodFriday), 'open until 2026-04-03T16:00Z');
    const options = {holidays: 'FR-alsace-moselle'} as const;
    assert.equal(status(hours, goodFriday, options), 'closed until 2026-04-04T07:00Z');
  });

  it('takes holidays from a function, and does without where they do not matter', () => {
    const hours = 'Mo-Sa 09:00-18:00; PH off';
    const name = {fr: 'Abolition de l’esclavage', en: 'Abolition of slavery'};
    const holidays = (date: string) => (date == '2026-05-22' ? name : undefined);
    assert.equal(
      status(hours, '2026-05-22T10:00+02:00', {holidays}),
      'closed until 2026-05-23T07:00Z',
    );
    assert.equal(status(hours, TUESDAY, {holidays: 'none'}), 'unknown until 2026-11-24T17:00Z');
    assert.equal(
      status(hours, '2026-11-24T20:00+01:00', {holidays: 'none'}),
      'closed until 2026-11-25T08:00Z',
    );
  });

  it('does not guess school holidays', () => {
    const hours = 'We 14:00-18:00; SH Mo-Fr 14:00-18:00';
    const tuesday = '2026-11-24T15:00+01:00';
    assert.equal(status(hours, tuesday), 'unknown until 2026-11-24T17:00Z');
    assert.equal(status(hours, '2026-11-25T15:00+01:00'), 'open until 2026-11-25T17:00Z');
    const schoolHolidays = () => false;
    assert.equal(status(hours, tuesday, {schoolHolidays}), 'closed until 2026-11-25T13:00Z');
  });

  it('gives the comment with the state, whose end alone is an end', () => {
    const hours = 'Mo-Fr 09:00-12:00, Mo-Fr 12:00-17:00 "sur RDV : 7j/7; Mo-Fr"';
    assert.equal(status(hours, TUESDAY), 'open until 2026-11-24T11:00Z');
    assert.equal(
      status(hours, '2026-11-24T13:00+01:00'),
      'unknown until 2026-11-24T16:00Z (sur RDV : 7j/7; Mo-Fr)',
    );
    assert.equal(status('off "Travaux"', TUESDAY), 'closed (Travaux)');
    assert.equal(
      status('09:00-10:30 open "Four", 10:30-12:00', TUESDAY),
      'open until 2026-11-24T11:00Z (Four)',
    );
  });

  it('does not know when an open end ends', () => {
    assert.equal(status('Tu 18:00+', '2026-11-24T19:00+01:00').slice(0, 7), 'unknown');
    assert.equal(status('Tu 18:00+', '2026-11-24T17:00+01:00'), 'closed until 2026-11-24T17:00Z');
  });

  it('does not take days without hours for days of 24 hours', () => {
    assert.equal(status('Mo-Fr', TUESDAY).slice(0, 7), 'unknown');
    assert.equal(status('Mo-Fr', '2026-11-28T10:00+01:00').slice(0, 6), 'closed');
    assert.equal(status('Mo-Fr open', TUESDAY).slice(0, 4), 'open');
  });

  it('reads loose spelling where it has one meaning', () => {
    for (const hours of [
      'tu 9:00-12:30',
      'TU 09.00 – 12.30',
      'Tu: 9h-12h30',
      'Tu09:00-12:30;',
      'Mo,Tu 9h à 12h30',
      ' Tu  09:00 - 12:30 ; Su off',
    ]) {
      assert.equal(status(hours, TUESDAY), 'open until 2026-11-24T11:30Z', hours);
    }
  });

  it('says unknown, and no more, of what it does not cover', () => {
    for (const hours of [
      undefined,
      '',
      ' ; ',
      'sunrise-sunset',
      'sur rendez-vous',
      'Ma-Di 09:00-12:00',
      'Mo-Fr 9-5',
      'Mo-Fr 09:00',
      'Mo-Fr 09:00-12:00 Sa 10:00-12:00',
      'Mo-Fr, 09:00-12:00',
      'Mo-Fr 09:00-12:60',
      'Mo-Fr 25:00-26:00',
      'Mo-Fr 20:00-49:00',
      'Mo-Fr 0900-1200',
      'Mo-Fr 10:00am-05:00pm',
      'Dec 24-20 off',
      '2026 Dec 24-2026 Dec 20 off',
      '2026,2027 Dec 24 10:00-12:00',
      'Dec 24, 2026 10:00-12:00',
      'Su[-1] -1 day 10:00-12:00',
      'PH +1 day off',
      'SH,PH Mo-Fr 10:00-12:00',
      'week 1-53/2 Mo 10:00-12:00',
      '"',
      '""',
      '|| Mo',
      'Mo ||',
      ',',
    ]) {
      assert.deepEqual(openingStatus(hours, new Date(TUESDAY)), {state: 'unknown'}, hours);
    }
  });

  it('says unknown when the instant or the zone is not valid', () => {
    const unknown = {state: 'unknown'};
    for (const instant of [NaN, 8.64e15, -8.64e15]) {
      assert.deepEqual(openingStatus('24/7', new Date(instant)), unknown);
    }
    assert.deepEqual(openingStatus('24/7', new Date(0), {timeZone: 'Mars/Olympus'}), unknown);
  });

  it('bears hostile values', () => {
    for (const hours of [
      'Mo;'.repeat(333),
      '1:00-2:00,'.repeat(100),
      '9:01-9:00,'.repeat(90) + '9:01-9:00',
      'Mo,'.repeat(333),
      'Jan 1,'.repeat(160),
      'Mo[1,'.repeat(200),
      '"'.repeat(999),
      ' '.repeat(1000),
      '||'.repeat(500),
      'a'.repeat(100_000),
      '24/7'.repeat(200),
      '0'.repeat(1000),
      '\u0000\ud800',
      '__proto__',
    ]) {
      assert.ok(openingStatus(hours, new Date(TUESDAY)).state);
    }
  });
});
