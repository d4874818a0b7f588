import type {OrderRequest, Product, ShopSettings} from '@local-widgets/model/schemas.js';

export const SHOP_ID = 'marche';

/** Many, so that orders rarely want the same row at the same time. */
const PRODUCT_COUNT = 24;
const STOCK = 1_000_000;

const SETTINGS: ShopSettings = {
  name: 'Le Marché',
  address: {streetAddress: '1 place du Marché', postalCode: '29200', addressLocality: 'Brest'},
  telephone: '+33 2 98 00 00 00',
  email: 'marche@example.org',
  timeZone: 'Europe/Paris',
  openingHours: '24/7',
  holidays: 'FR',
  closures: [],
  contract: 'order',
  pickup: [
    {
      mode: 'collect',
      offer: {
        kind: 'slots',
        stepMinutes: 30,
        capacity: {},
        leadMinutes: 240,
        leadCounts: 'clock',
        horizonDays: 7,
      },
    },
  ],
  payments: ['cash', 'card'],
  legal: {
    legalName: 'SARL Le Marché',
    siret: '12345678901234',
    termsUrl: 'https://marche.example/cgv',
    mediator: {name: 'Médiateur', url: 'https://mediateur.example'},
  },
  isPaused: false,
  acceptWithinMinutes: 10_080,
  cancelUntilMinutes: 120,
  allowedOrigins: ['https://mairie.example'],
};

const PRODUCTS: Product[] = Array.from({length: PRODUCT_COUNT}, (_, at) => ({
  id: `panier-${String(at).padStart(2, '0')}`,
  name: `Panier de saison ${at + 1}`,
  price: 1000 + 50 * at,
  vatRate: 550,
  stock: STOCK,
  withdrawalException: 'perishable',
}));

/** What `local-widgets-hub import` makes the shop of: always open, never full, everything counted. */
export const SHOP_FILE = {shop: {id: SHOP_ID, ...SETTINGS}, products: PRODUCTS};

interface BasketLine {
  product: Product;
  quantity: number;
}

/** Two products, other ones for each number; in the order of their ids. */
export function basketOf(number: number): BasketLine[] {
  const first = number % (PRODUCT_COUNT - 1);
  return [
    {product: PRODUCTS[first]!, quantity: 1 + (number % 3)},
    {product: PRODUCTS[first + 1]!, quantity: 1},
  ];
}

/** In cents. */
export const totalOf = (basket: readonly BasketLine[]): number =>
  basket.reduce((sum, {product, quantity}) => sum + product.price * quantity, 0);

/** @param slots starts of slots on offer, of which each number takes another than the one before */
export function orderRequest(number: number, slots: readonly string[]): OrderRequest {
  const basket = basketOf(number);
  return {
    mode: 'collect',
    slot: {startsAt: slots[number % slots.length]!},
    lines: basket.map(({product, quantity}) => ({product: product.id, quantity})),
    expectedTotal: totalOf(basket),
    contact: {name: 'Anne Le Gall', email: 'anne@example.org', telephone: '+33 6 12 34 56 78'},
    payment: 'cash',
    contract: 'order',
    acceptsTerms: true,
    language: 'fr',
  };
}
