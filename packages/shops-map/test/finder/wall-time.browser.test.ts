import {assert} from '@open-wc/testing';
import {daysFrom, instantOf, nextHour, wallTimeOf} from '../../src/finder/wall-time.js';

const PARIS = 'Europe/Paris';
const ZONES = [PARIS, 'Indian/Reunion', 'Pacific/Marquesas', 'America/Cayenne', 'Asia/Kathmandu'];
const MINUTE = 60_000;
const at = (iso: string): Date => new Date(iso);

/** So many instants of a time, at all minutes of the hour and all hours of the day. */
function instants(from: string, to: string, count = 400): Date[] {
  const start = Date.parse(from);
  const step = Math.floor((Date.parse(to) - start) / count / MINUTE) * MINUTE + 7 * MINUTE;
  return Array.from({length: count}, (_, i) => new Date(start + i * step));
}

describe('the wall time of a zone', () => {
  it('is what its calendars and clocks show', () => {
    assert.deepEqual(wallTimeOf(at('2026-12-24T17:30Z'), PARIS), {
      date: '2026-12-24',
      time: '18:30',
    });
    assert.deepEqual(wallTimeOf(at('2026-12-31T23:00Z'), PARIS), {
      date: '2027-01-01',
      time: '00:00',
    });
  });

  it('leads back to an instant that clocks show alike', () => {
    for (const zone of ZONES) {
      for (const instant of instants('2026-01-01T00:00Z', '2028-01-01T00:00Z')) {
        const wall = wallTimeOf(instant, zone);
        const back = instantOf(wall.date, wall.time, zone);
        assert.deepEqual(back && wallTimeOf(back, zone), wall);
      }
    }
  });

  it('is none for what is no date, no time, or no zone', () => {
    assert.equal(instantOf('2026-11-24', '', PARIS), undefined);
    assert.equal(instantOf('24/11/2026', '10:00', PARIS), undefined);
    assert.equal(instantOf('2026-11-24', '10:00', 'Europe/Nowhere'), undefined);
  });
});

describe('the days to choose from', () => {
  const days = (now: string): string[] => daysFrom(at(now), 3, PARIS);

  it('are the next ones of the zone, today included', () => {
    assert.deepEqual(days('2026-12-30T23:30:00Z'), ['2026-12-31', '2027-01-01', '2027-01-02']);
  });

  it('are each there once where a day has 23 or 25 hours', () => {
    const spring = days('2026-03-28T23:30:00+01:00');
    assert.deepEqual(spring, ['2026-03-28', '2026-03-29', '2026-03-30']);
    const autumn = days('2026-10-25T00:15:00+02:00');
    assert.deepEqual(autumn, ['2026-10-25', '2026-10-26', '2026-10-27']);
  });
});

describe('the next hour', () => {
  it('is whole on the clocks of the zone, and to come', () => {
    for (const zone of ZONES) {
      // a winter: no hour of it comes twice
      for (const now of instants('2026-11-01T00:00Z', '2027-03-01T00:00Z')) {
        const next = nextHour(now, zone);
        assert.match(wallTimeOf(next, zone).time, /:00$/);
        assert.isTrue(next > now && next.getTime() - now.getTime() <= 60 * MINUTE);
      }
    }
  });

  it('is three in the morning in the night without a two', () => {
    const next = nextHour(at('2026-03-29T01:30:00+01:00'), PARIS);
    assert.equal(next.toISOString(), '2026-03-29T01:00:00.000Z');
  });
});
