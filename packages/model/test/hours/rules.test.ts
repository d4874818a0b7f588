import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openingStatus, type OpeningHoursOptions} from '../../src/hours/index.js';

/** States at times of Paris in winter, as `2026-11-24 10:00`. */
function states(hours: string, times: readonly string[], options?: OpeningHoursOptions): string[] {
  return times.map(time => {
    const {state, comment} = openingStatus(
      hours,
      new Date(`${time.replace(' ', 'T')}+01:00`),
      options,
    );
    return comment ? `${state} (${comment})` : state;
  });
}

const DECEMBER = ['2026-12-02 11:00', '2026-12-09 11:00', '2026-12-23 11:00', '2026-12-30 11:00'];

describe('weekdays of a month', () => {
  for (const [hours, expected] of [
    ['We[1] 10:00-12:00', ['open', 'closed', 'closed', 'closed']],
    ['We[2,4] 10:00-12:00', ['closed', 'open', 'open', 'closed']],
    ['We[5] 10:00-12:00', ['closed', 'closed', 'closed', 'open']],
    ['We[-1] 10:00-12:00', ['closed', 'closed', 'closed', 'open']],
    ['We[-2] 10:00-12:00', ['closed', 'closed', 'open', 'closed']],
  ] as const) {
    it(`are counted in ${hours}`, () => assert.deepEqual(states(hours, DECEMBER), expected));
  }
});

/** A Wednesday. */
const WEDNESDAY = ['2026-11-25 10:00', '2026-11-25 13:00', '2026-11-25 15:00'];

describe('rules after each other', () => {
  for (const [what, hours, expected] of [
    ['replace a day after ";"', 'Mo-Fr 09:00-12:00; We 14:00-16:00', ['closed', 'closed', 'open']],
    ['add to it after ","', 'Mo-Fr 09:00-12:00, We 14:00-16:00', ['open', 'closed', 'open']],
    [
      'close a part of it with "off"',
      'Mo-Fr 09:00-18:00; We 12:00-14:00 off',
      ['open', 'closed', 'open'],
    ],
    ['replace every day without days', '09:00-12:00; 14:00-16:00', ['closed', 'closed', 'open']],
    [
      'add to days where days stand first',
      'We 09:00-12:00; 14:00-16:00',
      ['open', 'closed', 'open'],
    ],
    [
      'do not close every day with times that are off',
      '09:00-18:00; 12:00-14:00 off',
      ['open', 'closed', 'open'],
    ],
    [
      'speak after "||" while it is closed',
      'We 09:00-12:00 || "sur rendez-vous"',
      ['open', 'unknown (sur rendez-vous)', 'unknown (sur rendez-vous)'],
    ],
    [
      'do not speak after "||" while it is open',
      'We 09:00-12:00 || We 10:00-14:00 "marché"',
      ['open', 'unknown (marché)', 'closed'],
    ],
    [
      'go on after "||" with what stands after ","',
      'We 09:00-12:00 || We 12:00-14:00 unknown, We 08:00-16:00 unknown',
      ['open', 'unknown', 'unknown'],
    ],
  ] as const) {
    it(what, () => assert.deepEqual(states(hours, WEDNESDAY), expected));
  }
});

describe('times', () => {
  it('may be written as in French, with spaces, and with a dash of a word processor', () => {
    for (const hours of ['We 9h-12h', 'We 9h00 - 12h00', 'we 09:00–12:00', 'We 9.00 à 12.00']) {
      assert.deepEqual(states(hours, WEDNESDAY), ['open', 'closed', 'closed'], hours);
    }
    assert.deepEqual(states('We 9-12', WEDNESDAY), ['unknown', 'unknown', 'unknown']);
  });

  it('that end nowhere are a guess, from their beginning on', () => {
    assert.deepEqual(states('We 12:00+', WEDNESDAY), ['closed', 'unknown', 'unknown']);
  });
});

describe('public holidays', () => {
  const CHRISTMAS = ['2026-12-25 10:00', '2026-12-24 10:00'];
  const hours = '09:00-18:00; PH off';

  it('are those of the country, unless somebody else tells them, or nobody', () => {
    assert.deepEqual(states(hours, CHRISTMAS), ['closed', 'open']);
    const eve = {fr: 'Réveillon', en: 'Christmas Eve'};
    const holidays = (date: string) => (date === '2026-12-24' ? eve : undefined);
    assert.deepEqual(states(hours, CHRISTMAS, {holidays}), ['open', 'closed']);
    assert.deepEqual(states(hours, CHRISTMAS, {holidays: 'none'}), ['unknown', 'unknown']);
  });
});
