import Type from 'typebox';
import {Value} from 'typebox/value';
import {isSlotOnOffer, pickupSlots, type SlotQuestion} from '../../../src/index.js';
import {ShopSettings} from '../../../src/schemas.js';
import {jsonTemplate} from '../corpus/template.js';
import type {HostileReader} from '../reader.js';
import {shop} from '../../pickup/shop.js';

const NAMES = ['timeZone', 'openingHours', 'holidays', 'closures', 'pickup', 'isPaused'] as const;
const Settings = Type.Pick(ShopSettings, NAMES);

const rolling = shop('Mo-Sa 09:00-19:00; PH off', {
  cutOff: {time: '18:00', daysBefore: 1},
  capacity: {orders: 3, items: 20},
  hours: 'Mo-Sa 10:00-12:00',
});
const most = {
  ...rolling,
  openingHours: '24/7',
  closures: Array.from({length: 100}, () => ({from: '2026-01-01', to: '2026-12-31'})),
  pickup: [
    {
      mode: 'collect',
      offer: {
        kind: 'slots',
        stepMinutes: 5,
        capacity: {},
        leadMinutes: 43_200,
        leadCounts: 'opening',
        horizonDays: 92,
      },
    },
  ],
};

/** What a shop may set, as far as the schema takes it: the slots of it are worked out in pages and in the hub. */
export const settingsReaders: readonly HostileReader[] = [
  {
    name: 'pickup settings',
    covers: ['pickupSlots', 'isSlotOnOffer'],
    samples: [
      {
        name: 'a shop',
        template: jsonTemplate({...rolling, closures: [{from: '2026-03-01', to: '2026-03-02'}]}),
        bombs: {'the most of everything': () => JSON.stringify(most)},
      },
    ],
    read: input => {
      const settings: unknown = JSON.parse(Buffer.from(input).toString('utf8'));
      if (!Value.Check(Settings, settings)) throw new SyntaxError('not what the schema takes');
      const question: SlotQuestion = {
        settings,
        mode: 'collect',
        lines: [],
        now: new Date('2026-01-05T10:00:00Z'),
      };
      const {slots, reason} = pickupSlots(question);
      const [slot] = slots;
      if (slot) isSlotOnOffer(question, new Date(slot.startsAt));
      return {slots, reason};
    },
    isRefusal: error => error instanceof SyntaxError,
  },
];
