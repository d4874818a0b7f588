import type {SlotsMessages} from '../slots.js';

export const slotsEn: SlotsMessages = {
  slotsTitle: 'Slots',
  slotsEmpty: 'No slots on that day.',
  slotOrders: 'Orders',
  slotItems: 'Items',
  load: (taken, capacity) => (capacity === undefined ? `${taken}` : `${taken} of ${capacity}`),
  full: 'full',
};
