import type {
  BasketLine,
  Order,
  OrderRequest,
  PickupMode,
  Problem,
  Product,
  ShopProfile,
  SlotOffer,
} from '@local-widgets/model/schemas.js';

/** A place where an order can be collected, where the back end knows places instead of times. */
export interface PickupPlace {
  readonly id: string;
  readonly name: string;
  /** Address, hours: plain text. */
  readonly details?: string | undefined;
  /** Cents. */
  readonly price: number;
}

/** What can be chosen for a basket: times, or places. */
export interface Offer extends SlotOffer {
  readonly places?: readonly PickupPlace[];
}

/** What a shop sells, and how. */
export interface Shelves {
  readonly shop: ShopProfile;
  readonly products: readonly Product[];
}

/** An order as the form gives it: with a slot, or with a place. */
export type NewOrder = Omit<OrderRequest, 'slot'> & {
  readonly slot?: {readonly startsAt: string};
  readonly place?: string;
};

/** An order that is in, without anything about the person. */
export interface Placed {
  /** Said at the counter. */
  readonly code: string;
  /** Opens the order at the hub; secret. */
  readonly token?: string;
  /** Page where it can be followed and cancelled. */
  readonly url?: string;
  /** File of the calendar entry. */
  readonly calendarUrl?: string;
  readonly contract: Order['contract'];
  readonly mode: PickupMode;
  /** ISO instants, with the zone of the shop. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly timeZone: string;
  /** Cents. */
  readonly total: number;
  readonly count: number;
  readonly state?: Order['state'];
  /** Where it is paid now, when it is paid online. */
  readonly paymentUrl?: string;
  /** ISO instant of "I am here". */
  readonly arrivedAt?: string;
}

/** One attempt to place an order. */
export interface Attempt {
  readonly order: NewOrder;
  /** The same in every attempt. */
  readonly key: string;
  /** What an earlier attempt noted. */
  readonly memo: Readonly<Record<string, string>>;
  /** Keeps something for the next attempt, before it is needed. */
  note(memo: Readonly<Record<string, string>>): void;
}

/** Who takes orders. Every failure is a `BackEndError`. */
export interface BackEnd {
  open(): Promise<Shelves>;
  offer(mode: PickupMode, lines: readonly BasketLine[]): Promise<Offer>;
  place(attempt: Attempt): Promise<Placed>;
  /** The order as it stands now. */
  follow?(placed: Placed): Promise<Placed>;
  /** The customer is at the door. */
  arrive?(placed: Placed): Promise<Placed>;
}

/** `unreachable`: no answer, so that nobody knows what became of a request. */
export type BackEndErrorCode = Problem['code'] | 'unreachable';

/** Why a back end did not do what it was asked. `message` is English, for the console. */
export class BackEndError extends Error {
  override readonly name = 'BackEndError';

  constructor(
    readonly code: BackEndErrorCode,
    message: string,
    /** HTTP status; 0 without an answer. */
    readonly status = 0,
    readonly problem: Partial<Problem> = {},
    /** Seconds that the server asks to wait. */
    readonly retryAfter = 0,
  ) {
    super(message);
  }
}
