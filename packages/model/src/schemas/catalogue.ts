import {Type, type Static} from 'typebox';
import {Cents, Id, Instant, Text, WebAddress, Weekday} from './common.js';

/** The fourteen of Regulation (EU) 1169/2011, annex II, in its order. */
export const ALLERGENS = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const;
export const Allergen = Type.Enum(ALLERGENS);
export type Allergen = (typeof ALLERGENS)[number];

/** What a price buys, for the price by kilo or litre (arrêté of 16 November 1999). */
export const Content = Type.Object(
  {
    quantity: Type.Number({exclusiveMinimum: 0, maximum: 1_000_000}),
    unit: Type.Union([
      Type.Literal('g'),
      Type.Literal('kg'),
      Type.Literal('ml'),
      Type.Literal('l'),
      Type.Literal('piece'),
    ]),
  },
  {additionalProperties: false},
);
export type Content = Static<typeof Content>;

/** When a product can be handed out; always when absent. */
export const Availability = Type.Object(
  {
    weekdays: Type.Optional(Type.Array(Weekday, {minItems: 1, maxItems: 7, uniqueItems: true})),
    /** First and last day of its season, `MM-DD`; a season may go over the new year. */
    season: Type.Optional(
      Type.Object(
        {
          from: Type.String({pattern: String.raw`^\d{2}-\d{2}$`}),
          to: Type.String({pattern: String.raw`^\d{2}-\d{2}$`}),
        },
        {additionalProperties: false},
      ),
    ),
  },
  {additionalProperties: false},
);
export type Availability = Static<typeof Availability>;

/** Why there is no right of withdrawal (code de la consommation, L221-28); `none` when there is one. */
export const WithdrawalException = Type.Union([
  Type.Literal('none'),
  Type.Literal('perishable'),
  Type.Literal('made-to-order'),
  Type.Literal('sealed-hygiene'),
]);
export type WithdrawalException = Static<typeof WithdrawalException>;

export const Product = Type.Object(
  {
    id: Id,
    name: Text(120),
    description: Type.Optional(Text(1000)),
    /** A heading of the catalogue (`Pains`). */
    category: Type.Optional(Text(80)),
    price: Cents,
    /** Hundredths of a percent: 550 is 5.5 %. */
    vatRate: Type.Integer({minimum: 0, maximum: 10_000}),
    content: Type.Optional(Content),
    /** Pieces left; absent when not counted. */
    stock: Type.Optional(Type.Integer({minimum: 0, maximum: 1_000_000})),
    maxPerOrder: Type.Optional(Type.Integer({minimum: 1, maximum: 999})),
    /** What one takes of a slot's `items`; 1 when absent. */
    points: Type.Optional(Type.Integer({minimum: 0, maximum: 1000})),
    preparationMinutes: Type.Optional(Type.Integer({minimum: 0, maximum: 43_200})),
    availability: Type.Optional(Availability),
    /** Food tells its allergens, even when there are none. */
    isFood: Type.Optional(Type.Boolean()),
    ingredients: Type.Optional(Text(2000)),
    allergens: Type.Optional(Type.Array(Allergen, {maxItems: 14, uniqueItems: true})),
    origin: Type.Optional(Text(120)),
    image: Type.Optional(
      Type.Object(
        {url: WebAddress, alt: Type.String({maxLength: 200})},
        {additionalProperties: false},
      ),
    ),
    withdrawalException: Type.Optional(WithdrawalException),
    /** Kept in the catalogue, not on offer. */
    isHidden: Type.Optional(Type.Boolean()),
  },
  {additionalProperties: false},
);
export type Product = Static<typeof Product>;

/** `GET /api/shops/:shop/catalogue`, with an `ETag`. */
export const Catalogue = Type.Object(
  {
    shop: Id,
    currency: Type.Literal('EUR'),
    updatedAt: Instant,
    products: Type.Array(Product, {maxItems: 5000}),
  },
  {additionalProperties: false},
);
export type Catalogue = Static<typeof Catalogue>;
