import {assert} from '@open-wc/testing';
import {dayAfter, dayName, timeSpan} from '../src/format/days.js';
import {after} from './town.js';

describe('days', () => {
  const words = {today: 'aujourd’hui', tomorrow: 'demain', yesterday: 'hier'};

  it('have a name near today, and a date', () => {
    const names = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-12-01'].map(day =>
      dayName(day, '2026-11-22', words, 'fr'),
    );
    assert.deepEqual(names, [
      'hier, samedi 21 novembre',
      'aujourd’hui',
      'demain, lundi 23 novembre',
      'mardi 1er décembre',
    ]);
  });

  it('follow each other over the ends of months and the change of the clocks', () => {
    assert.equal(dayAfter('2026-10-24', 1), '2026-10-25');
    assert.equal(dayAfter('2026-10-25', 1), '2026-10-26');
    assert.equal(dayAfter('2027-01-01', -1), '2026-12-31');
  });

  it('have times as the clock of the shop shows them', () => {
    const slot = {startsAt: after(90), endsAt: after(120)};
    assert.equal(timeSpan(slot, 'fr', 'Europe/Paris').replace(/\s/g, ' '), '11 h 30 – 12 h');
    assert.equal(timeSpan(slot, 'en', 'Indian/Reunion'), '14:30 – 15:00');
  });
});
