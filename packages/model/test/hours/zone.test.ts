import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {zoneOf} from '../../src/hours/index.js';

const day = (iso: string) => Date.parse(iso) / 864e5;
const instant = (zone: string, date: string, clock: string) => {
  const [hour, minute] = clock.split(':').map(Number);
  return new Date(zoneOf(zone)!.instantOf(day(date), hour! * 60 + minute!)).toISOString();
};

describe('zoneOf', () => {
  it('turns wall time into an instant, in winter and in summer', () => {
    assert.equal(instant('Europe/Paris', '2026-01-15', '09:00'), '2026-01-15T08:00:00.000Z');
    assert.equal(instant('Europe/Paris', '2026-07-15', '09:00'), '2026-07-15T07:00:00.000Z');
    assert.equal(instant('Europe/Paris', '2026-07-15', '24:00'), '2026-07-15T22:00:00.000Z');
  });

  it('moves a skipped time forward by the gap', () => {
    assert.equal(instant('Europe/Paris', '2026-03-29', '01:59'), '2026-03-29T00:59:00.000Z');
    assert.equal(instant('Europe/Paris', '2026-03-29', '02:30'), '2026-03-29T01:30:00.000Z');
    assert.equal(instant('Europe/Paris', '2026-03-29', '03:30'), '2026-03-29T01:30:00.000Z');
  });

  it('takes the first of two equal times', () => {
    assert.equal(instant('Europe/Paris', '2026-10-25', '02:30'), '2026-10-25T00:30:00.000Z');
    assert.equal(instant('Europe/Paris', '2026-10-25', '03:00'), '2026-10-25T02:00:00.000Z');
  });

  it('knows zones west, east, with quarters of an hour, and with a change at midnight', () => {
    assert.equal(instant('America/Martinique', '2026-07-15', '09:00'), '2026-07-15T13:00:00.000Z');
    assert.equal(instant('Asia/Kathmandu', '2026-07-15', '09:00'), '2026-07-15T03:15:00.000Z');
    assert.equal(instant('Africa/Cairo', '2026-04-24', '00:30'), '2026-04-23T22:30:00.000Z');
    assert.equal(instant('Etc/UTC', '2026-07-15', '09:00'), '2026-07-15T09:00:00.000Z');
  });

  it('tells the day that calendars show', () => {
    const paris = zoneOf('Europe/Paris')!;
    assert.equal(paris.dayAt(Date.parse('2026-07-14T21:59Z')), day('2026-07-14'));
    assert.equal(paris.dayAt(Date.parse('2026-07-14T22:00Z')), day('2026-07-15'));
  });

  it('finds its way back from every quarter of an hour of two years', () => {
    for (const name of ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe']) {
      const zone = zoneOf(name)!;
      for (let at = Date.UTC(2026, 0); at < Date.UTC(2028, 0); at += 9 * 9e5) {
        const midnight = zone.instantOf(zone.dayAt(at), 0);
        assert.ok(midnight <= at && at - midnight < 25 * 36e5);
      }
    }
  });

  it('has nothing for a name that is not a zone', () => {
    assert.equal(zoneOf('Europe/Vannes'), undefined);
  });
});
