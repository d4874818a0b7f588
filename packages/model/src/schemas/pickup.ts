import {Type, type Static} from 'typebox';
import {CalendarDate, Cents, Instant, Text, WallTime} from './common.js';

/** How an order reaches its customer: at the counter, brought to the car, brought home. */
export const PickupMode = Type.Union([
  Type.Literal('collect'),
  Type.Literal('drive'),
  Type.Literal('delivery'),
]);
export type PickupMode = Static<typeof PickupMode>;

/** How much one slot holds; what is absent is not limited. */
export const SlotCapacity = Type.Object(
  {
    /** Orders in one slot. */
    orders: Type.Optional(Type.Integer({minimum: 1, maximum: 10_000})),
    /** Items in one slot: the sum of quantity × `points` of the products. */
    items: Type.Optional(Type.Integer({minimum: 1, maximum: 100_000})),
  },
  {additionalProperties: false},
);
export type SlotCapacity = Static<typeof SlotCapacity>;

/** Slots that follow each other during the hours of the shop. */
export const RollingSlots = Type.Object(
  {
    kind: Type.Literal('slots'),
    /** When there are slots, as OSM `opening_hours`; the shop's opening hours when absent. */
    hours: Type.Optional(Text(255)),
    /** Length of a slot, and the distance of one from the next, in minutes. */
    stepMinutes: Type.Integer({minimum: 5, maximum: 720}),
    capacity: SlotCapacity,
    /** The least between an order and the start of its slot, in minutes; products may need more. */
    leadMinutes: Type.Integer({minimum: 0, maximum: 43_200}),
    /** `opening` counts only minutes in which the shop is open; `clock` counts all. */
    leadCounts: Type.Union([Type.Literal('clock'), Type.Literal('opening')]),
    /** Orders for a day are in by this time, so many days before. */
    cutOff: Type.Optional(
      Type.Object(
        {time: WallTime, daysBefore: Type.Integer({minimum: 0, maximum: 14})},
        {additionalProperties: false},
      ),
    ),
    /** Days ahead, today being the first, for which there are slots. */
    horizonDays: Type.Integer({minimum: 1, maximum: 92}),
  },
  {additionalProperties: false},
);
export type RollingSlots = Static<typeof RollingSlots>;

/** The other shape: orders are taken during a window, and handed out together. */
export const Distributions = Type.Object(
  {
    kind: Type.Literal('distributions'),
    distributions: Type.Array(
      Type.Object(
        {
          orderFrom: Instant,
          orderUntil: Instant,
          startsAt: Instant,
          endsAt: Instant,
          capacity: SlotCapacity,
        },
        {additionalProperties: false},
      ),
      {maxItems: 100},
    ),
  },
  {additionalProperties: false},
);
export type Distributions = Static<typeof Distributions>;

/** Where the shop delivers, and for how much. */
export const DeliveryZone = Type.Object(
  {
    name: Text(80),
    postalCodes: Type.Array(Text(16), {minItems: 1, maxItems: 500}),
    fee: Cents,
    /** The least that a basket must be worth, without the fee. */
    minimum: Cents,
  },
  {additionalProperties: false},
);
export type DeliveryZone = Static<typeof DeliveryZone>;

/** One way to get an order, and its rules. */
export const PickupRules = Type.Object(
  {
    mode: PickupMode,
    offer: Type.Union([RollingSlots, Distributions]),
    /** For `delivery` only. */
    zones: Type.Optional(Type.Array(DeliveryZone, {minItems: 1, maxItems: 100})),
    /** What to know when one comes (`sonnez à la porte de derrière`). Plain text. */
    instructions: Type.Optional(Text(300)),
  },
  {additionalProperties: false},
);
export type PickupRules = Static<typeof PickupRules>;

/** Days on which the shop takes nothing out, first and last included. */
export const Closure = Type.Object(
  {from: CalendarDate, to: CalendarDate, reason: Type.Optional(Text(120))},
  {additionalProperties: false},
);
export type Closure = Static<typeof Closure>;

/** A slot on offer. Its key within a shop is its mode and its start. */
export const Slot = Type.Object(
  {
    startsAt: Instant,
    endsAt: Instant,
    /** Orders that still fit; absent when not limited. */
    remainingOrders: Type.Optional(Type.Integer({minimum: 0})),
    /** Items that still fit; absent when not limited. */
    remainingItems: Type.Optional(Type.Integer({minimum: 0})),
    /** An order for it must be in before. */
    orderUntil: Instant,
  },
  {additionalProperties: false},
);
export type Slot = Static<typeof Slot>;

/** `GET /api/shops/:shop/slots`. */
export const SlotOffer = Type.Object(
  {
    mode: PickupMode,
    timeZone: Type.String(),
    slots: Type.Array(Slot),
    /** Why there is none; present exactly when `slots` is empty. */
    reason: Type.Optional(
      Type.Union([
        Type.Literal('paused'),
        Type.Literal('closed'),
        Type.Literal('full'),
        Type.Literal('not-together'),
        Type.Literal('window-closed'),
      ]),
    ),
  },
  {additionalProperties: false},
);
export type SlotOffer = Static<typeof SlotOffer>;
