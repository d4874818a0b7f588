import {assert} from '@open-wc/testing';
import type {Messages} from '../../src/locales/index.js';
import {dialogFr} from '../../src/locales/dialog.js';
import {fr} from '../../src/locales/fr.js';
import {byDay, dayName, slotName, type ShopTime} from '../../src/dialog/when.js';
import {slotsAt} from '../shop.js';

const normal = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ');

describe('when a slot is', () => {
  let time: ShopTime;

  before(() => {
    const messages = {...fr, ...dialogFr} as unknown as Messages;
    const now = new Date('2026-11-24T22:30:00Z');
    time = {timeZone: 'Europe/Paris', now, messages, language: 'fr'};
  });

  it('is told on the clock of the shop', () => {
    const [slot] = slotsAt('2026-11-27T09:30:00Z');
    assert.match(normal(slotName(slot!, time)), /^vendredi 27 novembre, 10 h 30 – 11 h/);
    const reunion = {...time, timeZone: 'Indian/Reunion'};
    assert.match(normal(slotName(slot!, reunion)), /^vendredi 27 novembre, 13 h 30 – 14 h/);
  });

  it('names its zone where that is not the visitor’s, and only there', () => {
    const [slot] = slotsAt('2026-11-27T09:30:00Z');
    const {timeZone: here} = Intl.DateTimeFormat().resolvedOptions();
    assert.notInclude(slotName(slot!, {...time, timeZone: here}), '(');
    const elsewhere = here === 'Pacific/Noumea' ? 'Europe/Paris' : 'Pacific/Noumea';
    assert.include(slotName(slot!, {...time, timeZone: elsewhere}), '(heure');
  });

  it('is today or tomorrow by the day of the shop', () => {
    assert.equal(dayName('2026-11-24T22:45:00Z', time), 'aujourd’hui, mardi 24 novembre');
    assert.equal(dayName('2026-11-24T23:15:00Z', time), 'demain, mercredi 25 novembre');
    assert.equal(dayName('2026-11-25T23:15:00Z', time), 'jeudi 26 novembre');
    const reunion = {...time, timeZone: 'Indian/Reunion'};
    assert.equal(dayName('2026-11-24T22:45:00Z', reunion), 'aujourd’hui, mercredi 25 novembre');
  });

  it('is grouped by the day of the shop', () => {
    const slots = slotsAt('2026-11-24T22:00:00Z', '2026-11-24T23:30:00Z', '2026-11-25T10:00:00Z');
    assert.deepEqual(
      byDay(slots, 'Europe/Paris').map(day => day.length),
      [1, 2],
    );
  });
});
