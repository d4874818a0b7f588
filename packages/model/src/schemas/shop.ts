import {Type, type Static} from 'typebox';
import {Id, PostalAddress, Text, WebAddress} from './common.js';
import {Closure, PickupRules} from './pickup.js';

/**
 * What a click on the last button means: `order` binds to pay (code de la consommation, L221-14, also
 * when one pays at the counter), `reservation` binds to nothing.
 */
export const Contract = Type.Union([Type.Literal('order'), Type.Literal('reservation')]);
export type Contract = Static<typeof Contract>;

/** How one pays: at pickup, or by a link of a payment provider (`online`). */
export const PaymentMeans = Type.Union([
  Type.Literal('cash'),
  Type.Literal('card'),
  Type.Literal('contactless'),
  Type.Literal('meal-voucher'),
  Type.Literal('cheque'),
  Type.Literal('online'),
]);
export type PaymentMeans = Static<typeof PaymentMeans>;

/** Who sells, as the law wants it told before the order (code de la consommation, L221-5). */
export const LegalIdentity = Type.Object(
  {
    legalName: Text(120),
    /** 14 digits. */
    siret: Type.String({pattern: '^[0-9]{14}$'}),
    vatId: Type.Optional(Text(20)),
    /** The general terms of sale. */
    termsUrl: WebAddress,
    privacyUrl: Type.Optional(WebAddress),
    /** The consumer mediator (code de la consommation, L612-1). */
    mediator: Type.Optional(
      Type.Object({name: Text(120), url: WebAddress}, {additionalProperties: false}),
    ),
  },
  {additionalProperties: false},
);
export type LegalIdentity = Static<typeof LegalIdentity>;

/** What a merchant sets; also the `shop` part of an import. */
export const ShopSettings = Type.Object(
  {
    name: Text(120),
    description: Type.Optional(Text(1000)),
    address: Type.Optional(PostalAddress),
    telephone: Type.Optional(Text(30)),
    email: Type.Optional(Type.String({maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$'})),
    url: Type.Optional(WebAddress),
    /** IANA name; times of the shop are always told in it. */
    timeZone: Type.String({maxLength: 64}),
    /** OSM `opening_hours`. */
    openingHours: Text(255),
    holidays: Type.Union([
      Type.Literal('FR'),
      Type.Literal('FR-alsace-moselle'),
      Type.Literal('none'),
    ]),
    closures: Type.Array(Closure, {maxItems: 100}),
    contract: Contract,
    pickup: Type.Array(PickupRules, {minItems: 1, maxItems: 3}),
    payments: Type.Array(PaymentMeans, {minItems: 1, maxItems: 6, uniqueItems: true}),
    /** Without it the shop is seen, and takes no orders (reservations it may). */
    legal: Type.Optional(LegalIdentity),
    /** Nothing is accepted until the shop goes on; what is in stays. */
    isPaused: Type.Boolean(),
    /** Minutes in which an order must be accepted before it expires; 0 accepts by itself. */
    acceptWithinMinutes: Type.Integer({minimum: 0, maximum: 10_080}),
    /** Minutes before its slot up to which the customer may cancel alone. */
    cancelUntilMinutes: Type.Integer({minimum: 0, maximum: 43_200}),
    /** Origins of the pages that may send orders (`https://mairie.example`); `*` for any. */
    allowedOrigins: Type.Array(Type.String({maxLength: 255}), {maxItems: 50}),
  },
  {additionalProperties: false},
);
export type ShopSettings = Static<typeof ShopSettings>;

/** `GET /api/shops/:shop`: what any page may know. */
export const ShopProfile = Type.Object(
  {
    id: Id,
    ...Type.Omit(ShopSettings, ['allowedOrigins']).properties,
    /** False when a legal duty is not met yet, or it is paused: then only the contact is shown. */
    acceptsOrders: Type.Boolean(),
  },
  {additionalProperties: false},
);
export type ShopProfile = Static<typeof ShopProfile>;
