import type {Order, OrderState, Product, ShopSettings} from '@local-widgets/model/schemas.js';

/** Sunday morning in Paris: 10:00. */
export const NOW = new Date('2026-11-22T09:00:00.000Z');
export const TODAY = '2026-11-22';

const MINUTE = 60_000;

/** An instant so many minutes from `NOW`. */
export function after(minutes: number): string {
  return new Date(NOW.getTime() + minutes * MINUTE).toISOString();
}

let count = 0;

export interface Wish {
  readonly code?: string;
  readonly state?: OrderState;
  readonly name?: string;
  /** Minutes from `NOW` to the start of its slot. */
  readonly startsIn?: number;
  readonly more?: Partial<Order>;
}

/** An order of bread and tarts. */
export function order({
  code = 'K7M2',
  state = 'received',
  name = 'Anne',
  startsIn = 90,
  more,
}: Wish = {}): Order {
  count++;
  const id = `019aa000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  const states: OrderState[] = ['received'];
  if (state !== 'received') states.push(state);
  return {
    id,
    code,
    shop: 'fournil',
    state,
    contract: 'order',
    mode: 'collect',
    slot: {startsAt: after(startsIn), endsAt: after(startsIn + 30)},
    timeZone: 'Europe/Paris',
    lines: [
      {
        product: 'pain',
        name: 'Pain de campagne',
        quantity: 2,
        price: 320,
        vatRate: 550,
        total: 640,
      },
      {
        product: 'tarte',
        name: 'Tarte aux pommes',
        quantity: 1,
        price: 1450,
        vatRate: 550,
        total: 1450,
      },
    ],
    total: 2090,
    currency: 'EUR',
    payment: {means: 'card', status: 'due'},
    contact: {name, telephone: '02 37 21 00 00'},
    language: 'fr',
    ...(state === 'received' && {acceptBy: after(25)}),
    history: states.map((each, at) => ({
      state: each,
      at: after(at - 20),
      by: at === 0 ? 'customer' : 'shop',
    })),
    createdAt: after(-20),
    ...more,
  };
}

export const settings: ShopSettings = {
  name: 'Le Fournil de la Place',
  address: {streetAddress: '3 place du Marché', postalCode: '28160', addressLocality: 'Brou'},
  telephone: '02 37 47 00 00',
  email: 'bonjour@fournil.example',
  timeZone: 'Europe/Paris',
  openingHours: 'Tu-Fr 07:00-13:00,15:30-19:30; Sa 07:00-19:00; Su 07:30-12:30',
  holidays: 'FR',
  closures: [{from: '2026-12-25', to: '2027-01-02', reason: 'Congés de fin d’année'}],
  contract: 'order',
  pickup: [
    {
      mode: 'collect',
      offer: {
        kind: 'slots',
        stepMinutes: 30,
        capacity: {orders: 6},
        leadMinutes: 120,
        leadCounts: 'opening',
        horizonDays: 14,
      },
    },
  ],
  payments: ['cash', 'card'],
  legal: {
    legalName: 'SARL Le Fournil',
    siret: '12345678901234',
    termsUrl: 'https://fournil.example/cgv',
    mediator: {name: 'Médiation Conso', url: 'https://mediation.example'},
  },
  isPaused: false,
  acceptWithinMinutes: 45,
  cancelUntilMinutes: 120,
  allowedOrigins: ['https://mairie.example'],
};

export const products: Product[] = [
  {
    id: 'pain',
    name: 'Pain de campagne',
    category: 'Pains',
    price: 320,
    vatRate: 550,
    content: {quantity: 500, unit: 'g'},
    stock: 24,
    isFood: true,
    allergens: ['gluten'],
  },
  {
    id: 'tarte',
    name: 'Tarte aux pommes',
    category: 'Pâtisseries',
    price: 1450,
    vatRate: 550,
    stock: 0,
    isFood: true,
    allergens: ['gluten', 'eggs', 'milk'],
    preparationMinutes: 240,
  },
  {
    id: 'sablés',
    name: 'Sablés au beurre',
    category: 'Pâtisseries',
    price: 490,
    vatRate: 550,
    isFood: true,
    allergens: ['gluten', 'milk'],
    isHidden: true,
  },
].map(product => ({...product, id: product.id === 'sablés' ? 'sables' : product.id}) as Product);
