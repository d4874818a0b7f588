import type {OrderRequest, Product, ShopSettings} from '@local-widgets/model/schemas.js';
import type {Chance, Clock} from '../../src/chance-and-clock.js';
import type {Database} from '../../src/context.js';
import {fromProduct} from '../../src/shops/product-store.js';
import {createShop} from '../../src/shops/shop-store.js';

/** A Monday in winter, eight in the morning in France. */
export const NOW = new Date('2026-11-23T07:00:00.000Z');

/** A clock that stands still until it is moved. */
export function testClock(start = NOW): Clock & {set(to: Date): void; pass(minutes: number): void} {
  let now = start;
  return {
    now: () => now,
    set: to => (now = to),
    pass: minutes => (now = new Date(now.getTime() + minutes * 60_000)),
  };
}

/** The same bytes in each run, and no sixteen of them twice (SplitMix32). */
export function testChance(seed = 1): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) & 0xff;
  };
  return {bytes: count => Uint8Array.from({length: count}, next)};
}

/** A baker that may take orders: hours all day, slots of thirty minutes. */
export const SETTINGS: ShopSettings = {
  name: 'Le Fournil',
  address: {streetAddress: '1 rue du Four', postalCode: '29200', addressLocality: 'Brest'},
  telephone: '+33 2 98 00 00 00',
  email: 'fournil@example.org',
  timeZone: 'Europe/Paris',
  openingHours: 'Mo-Sa 08:00-20:00',
  holidays: 'FR',
  closures: [],
  contract: 'order',
  pickup: [
    {
      mode: 'collect',
      offer: {
        kind: 'slots',
        stepMinutes: 30,
        capacity: {orders: 10},
        leadMinutes: 60,
        leadCounts: 'clock',
        horizonDays: 7,
      },
    },
    {
      mode: 'delivery',
      offer: {
        kind: 'slots',
        stepMinutes: 60,
        capacity: {items: 20},
        leadMinutes: 60,
        leadCounts: 'clock',
        horizonDays: 7,
      },
      zones: [{name: 'Brest', postalCodes: ['29200'], fee: 300, minimum: 1000}],
    },
  ],
  payments: ['cash', 'card'],
  legal: {
    legalName: 'SARL Le Fournil',
    siret: '12345678901234',
    termsUrl: 'https://fournil.example/cgv',
    mediator: {name: 'Médiateur', url: 'https://mediateur.example'},
  },
  isPaused: false,
  acceptWithinMinutes: 30,
  cancelUntilMinutes: 120,
  allowedOrigins: ['https://mairie.example'],
};

export const PRODUCTS: Product[] = [
  {
    id: 'pain',
    name: 'Pain de campagne',
    price: 320,
    vatRate: 550,
    withdrawalException: 'perishable',
  },
  {
    id: 'tarte',
    name: 'Tarte aux pommes',
    price: 1450,
    vatRate: 550,
    stock: 5,
    withdrawalException: 'perishable',
  },
  {id: 'tablier', name: 'Tablier', price: 2500, vatRate: 2000, stock: 50},
  {id: 'secret', name: 'Pas encore', price: 100, vatRate: 550, isHidden: true},
];

export interface ShopFixture {
  id?: string;
  settings?: Partial<ShopSettings>;
  products?: readonly Product[];
}

/** Writes a shop with its catalogue. */
export async function addShop(
  db: Database,
  {id = 'fournil', settings = {}, products = PRODUCTS}: ShopFixture = {},
): Promise<void> {
  await createShop(db, {id, settings: {...SETTINGS, ...settings}, now: NOW});
  for (const [position, product] of products.entries()) {
    await db
      .insertInto('products')
      .values({shop_id: id, id: product.id, position, ...fromProduct(product)})
      .execute();
  }
}

/** One loaf, this afternoon at five. */
export function orderRequest(changes: Partial<OrderRequest> = {}): OrderRequest {
  return {
    mode: 'collect',
    slot: {startsAt: '2026-11-23T16:00:00.000Z'},
    lines: [{product: 'pain', quantity: 1}],
    expectedTotal: 320,
    contact: {name: 'Anne', email: 'anne@example.org'},
    payment: 'cash',
    contract: 'order',
    acceptsTerms: true,
    language: 'fr',
    ...changes,
  };
}
