import {Type, type Static} from 'typebox';
import {Cents, Id, Instant, Language, PostalAddress, Text} from './common.js';
import {PickupMode} from './pickup.js';
import {Contract, PaymentMeans} from './shop.js';

/** Where an order stands; who may go from which to which is in `order/states.ts`. */
export const OrderState = Type.Union([
  Type.Literal('received'),
  Type.Literal('accepted'),
  Type.Literal('ready'),
  Type.Literal('collected'),
  Type.Literal('refused'),
  Type.Literal('cancelled'),
  Type.Literal('expired'),
  Type.Literal('no-show'),
]);
export type OrderState = Static<typeof OrderState>;

/** One thing of a basket. */
export const BasketLine = Type.Object(
  {product: Id, quantity: Type.Integer({minimum: 1, maximum: 999})},
  {additionalProperties: false},
);
export type BasketLine = Static<typeof BasketLine>;

/** A name or a pseudonym, and one way to be reached: `email` or `telephone` (the hub asks for one). */
export const Contact = Type.Object(
  {
    name: Text(80),
    email: Type.Optional(Type.String({maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$'})),
    telephone: Type.Optional(Type.String({maxLength: 30, pattern: '^[+0-9][0-9 ().-]{5,}$'})),
  },
  {additionalProperties: false},
);
export type Contact = Static<typeof Contact>;

/** `POST /api/shops/:shop/orders`, with an `Idempotency-Key`. */
export const OrderRequest = Type.Object(
  {
    mode: PickupMode,
    slot: Type.Object({startsAt: Instant}, {additionalProperties: false}),
    lines: Type.Array(BasketLine, {minItems: 1, maxItems: 100}),
    /** What the page showed, fee included; the hub refuses the order when its own sum differs. */
    expectedTotal: Cents,
    contact: Contact,
    payment: PaymentMeans,
    /** What the words on the button said. */
    contract: Contract,
    /** The terms of sale were accepted; needed for `order`. */
    acceptsTerms: Type.Boolean(),
    note: Type.Optional(Text(500)),
    /** For `drive`: what to look for. */
    vehicle: Type.Optional(Text(60)),
    /** For `delivery`. */
    address: Type.Optional(PostalAddress),
    language: Language,
  },
  {additionalProperties: false},
);
export type OrderRequest = Static<typeof OrderRequest>;

export const OrderLine = Type.Object(
  {
    product: Id,
    name: Text(120),
    quantity: Type.Integer({minimum: 1}),
    price: Cents,
    vatRate: Type.Integer({minimum: 0, maximum: 10_000}),
    /** quantity × price */
    total: Cents,
  },
  {additionalProperties: false},
);
export type OrderLine = Static<typeof OrderLine>;

export const OrderActor = Type.Union([
  Type.Literal('customer'),
  Type.Literal('shop'),
  Type.Literal('hub'),
]);
export type OrderActor = Static<typeof OrderActor>;

export const PaymentStatus = Type.Union([
  Type.Literal('due'),
  Type.Literal('pending'),
  Type.Literal('paid'),
  Type.Literal('failed'),
  Type.Literal('refunded'),
]);
export type PaymentStatus = Static<typeof PaymentStatus>;

/** An order as its customer and its shop see it. */
export const Order = Type.Object(
  {
    /** UUID version 7 (RFC 9562). */
    id: Type.String({pattern: '^[0-9a-f-]{36}$'}),
    /** Said at the counter: four to six letters and digits that cannot be misread. */
    code: Type.String({pattern: '^[2-9A-HJ-NP-Z]{4,6}$'}),
    shop: Id,
    state: OrderState,
    contract: Contract,
    mode: PickupMode,
    slot: Type.Object({startsAt: Instant, endsAt: Instant}, {additionalProperties: false}),
    timeZone: Type.String(),
    lines: Type.Array(OrderLine),
    deliveryFee: Type.Optional(Cents),
    total: Cents,
    currency: Type.Literal('EUR'),
    payment: Type.Object(
      {means: PaymentMeans, status: PaymentStatus, url: Type.Optional(Type.String())},
      {additionalProperties: false},
    ),
    /** Absent once it was erased. */
    contact: Type.Optional(Contact),
    note: Type.Optional(Type.String()),
    vehicle: Type.Optional(Type.String()),
    address: Type.Optional(PostalAddress),
    language: Language,
    /** Set by the customer's "I am here". */
    arrivedAt: Type.Optional(Instant),
    /** The last moment at which the shop may accept it before it expires; absent once accepted. */
    acceptBy: Type.Optional(Instant),
    /** Up to when the customer may cancel alone; absent when no more. */
    cancelUntil: Type.Optional(Instant),
    /** Up to when the customer may withdraw from the contract; absent where there is no such right. */
    withdrawUntil: Type.Optional(Instant),
    history: Type.Array(
      Type.Object(
        {
          state: OrderState,
          at: Instant,
          by: OrderActor,
          reason: Type.Optional(Type.String({maxLength: 300})),
        },
        {additionalProperties: false},
      ),
    ),
    createdAt: Instant,
  },
  {additionalProperties: false},
);
export type Order = Static<typeof Order>;

/** What only the customer gets: the order and the address at which it can be followed. */
export const PlacedOrder = Type.Object(
  {
    order: Order,
    /** Opens `GET /api/orders/:token`; secret. */
    token: Type.String({pattern: '^[A-Za-z0-9_-]{43}$'}),
    /** The page of the hub where the order is followed, cancelled, withdrawn from, exported. */
    url: Type.String(),
  },
  {additionalProperties: false},
);
export type PlacedOrder = Static<typeof PlacedOrder>;
