import type {Product, ShopProfile, Slot} from '@local-widgets/model/schemas.js';

/** A Tuesday morning, 9:05 at the shop. */
export const TUESDAY_MORNING = new Date('2026-11-24T08:05:00.000Z');

export const bread: Product = {
  id: 'pain-de-campagne',
  name: 'Pain de campagne',
  description: 'Au levain, farine de blé bio du Perche.',
  category: 'Pains',
  price: 420,
  vatRate: 550,
  content: {quantity: 800, unit: 'g'},
  stock: 4,
  isFood: true,
  ingredients: 'Farine de blé, eau, levain, sel.',
  allergens: ['gluten'],
  origin: 'Farine du Perche',
  withdrawalException: 'perishable',
};

export const roll: Product = {
  id: 'petit-pain',
  name: 'Petit pain aux noix',
  category: 'Pains',
  price: 130,
  vatRate: 550,
  isFood: true,
  allergens: ['gluten', 'nuts'],
  withdrawalException: 'perishable',
};

export const tart: Product = {
  id: 'tarte-aux-pommes',
  name: 'Tarte aux pommes',
  category: 'Pâtisseries',
  price: 1450,
  vatRate: 550,
  maxPerOrder: 2,
  availability: {weekdays: ['Fr', 'Sa']},
  isFood: true,
  allergens: ['gluten', 'eggs', 'milk'],
  withdrawalException: 'made-to-order',
};

export const tea: Product = {
  id: 'infusion',
  name: 'Infusion du jardin',
  category: 'Épicerie',
  price: 650,
  vatRate: 550,
  stock: 0,
  isFood: true,
  allergens: [],
};

export const products: readonly Product[] = [bread, roll, tart, tea];

export const bakery: ShopProfile = {
  id: 'fournil',
  name: 'Le Fournil du Perche',
  address: {
    streetAddress: '3 Grande Rue',
    postalCode: '61400',
    addressLocality: 'Mortagne-au-Perche',
  },
  telephone: '02 33 00 00 01',
  email: 'bonjour@fournil.example',
  timeZone: 'Europe/Paris',
  openingHours: 'Tu-Sa 07:30-13:00,15:30-19:00',
  holidays: 'FR',
  closures: [],
  contract: 'order',
  pickup: [
    {
      mode: 'collect',
      offer: {
        kind: 'slots',
        stepMinutes: 30,
        capacity: {orders: 4},
        leadMinutes: 60,
        leadCounts: 'clock',
        horizonDays: 7,
      },
      instructions: 'Présentez-vous à la porte de droite.',
    },
  ],
  payments: ['cash', 'card'],
  legal: {
    legalName: 'SARL Le Fournil',
    siret: '12345678901234',
    termsUrl: 'https://fournil.example/cgv',
  },
  isPaused: false,
  acceptWithinMinutes: 60,
  cancelUntilMinutes: 120,
  acceptsOrders: true,
};

/** Half an hour each, from these instants on; orders are in an hour before. */
export const slotsAt = (...starts: readonly string[]): Slot[] =>
  starts.map(start => {
    const at = Date.parse(start);
    const iso = (minutes: number): string => new Date(at + minutes * 60_000).toISOString();
    return {startsAt: iso(0), endsAt: iso(30), orderUntil: iso(-60)};
  });

/** 10:30 and 11:00 today, 8:00 and 8:30 tomorrow, and two days more. */
export const slots: readonly Slot[] = slotsAt(
  '2026-11-24T09:30:00Z',
  '2026-11-24T10:00:00Z',
  '2026-11-24T10:30:00Z',
  '2026-11-25T07:00:00Z',
  '2026-11-25T07:30:00Z',
  '2026-11-26T07:00:00Z',
  '2026-11-27T07:00:00Z',
);
