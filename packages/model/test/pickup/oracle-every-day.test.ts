import {describe, it} from 'node:test';
import {compare} from './compare.js';
import type {OracleQuestion, WeeklyHours} from './oracle.js';

describe('pickup slots beside a brute-force oracle, day by day', () => {
  /** Late bars at the weekend, a bakery's mornings, and the odd hours of changes of clocks. */
  const LATE: WeeklyHours = {
    week: [
      [],
      [{from: 150, to: 210}],
      [{from: 420, to: 750}],
      [
        {from: 420, to: 750},
        {from: 960, to: 1140},
      ],
      [{from: 1320, to: 1560}],
      [{from: 1320, to: 1620}],
      [{from: 180, to: 750}],
    ],
    onHolidays: [],
  };

  for (const timeZone of [
    'Europe/Paris',
    'Indian/Reunion',
    'America/Martinique',
    'Pacific/Noumea',
  ]) {
    it(`are the same at another hour of every day of two years in ${timeZone}`, context => {
      const counts: Record<string, number> = {};
      const asked: Omit<OracleQuestion, 'now'> = {
        timeZone,
        region: 'FR-alsace-moselle',
        hours: LATE,
        closures: [{from: '2026-08-03', to: '2026-08-16'}],
        offer: {
          kind: 'slots',
          stepMinutes: 50,
          capacity: {orders: 3},
          leadMinutes: 90,
          leadCounts: 'opening',
          cutOff: {time: '18:00', daysBefore: 0},
          horizonDays: 2,
        },
        basket: [{quantity: 1}],
        taken: startsAt => ({orders: (+startsAt / 6e5) % 4, items: 0}),
      };
      const end = Date.parse('2027-12-31T12:00Z');
      for (let now = Date.parse('2026-01-01T00:00Z'); now < end; now += 25 * 36e5) {
        compare({...asked, now}, counts);
      }
      context.diagnostic(JSON.stringify(counts));
    });
  }
});
