import type {Order, PickupMode} from '@local-widgets/model/schemas.js';

/** What somebody may do in a shop: a clerk moves orders; a merchant also runs the shop. */
export type Role = 'admin' | 'merchant' | 'clerk';

/** `GET /api/session`. */
export interface Session {
  readonly person: Person;
  readonly memberships: readonly Membership[];
}

export interface Person {
  readonly id?: string;
  readonly email: string;
  readonly name?: string | null;
}

export interface Membership {
  /** `*` for whoever administers the hub. */
  readonly shop: string;
  readonly name?: string | null;
  readonly role: Role;
}

/** `GET …/desk/orders`. */
export interface OrdersAnswer {
  readonly orders: readonly Order[];
  /** Id of the last event of the stream that is in it. */
  readonly cursor: number | string;
}

/** How full a slot is; capacities are absent where they are not limited. */
export interface SlotLoad {
  readonly mode: PickupMode;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly takenOrders: number;
  readonly takenItems: number;
  readonly capacityOrders?: number | null;
  readonly capacityItems?: number | null;
}

/** One product of a day's preparation list. */
export interface PreparationLine {
  readonly product: string;
  readonly name: string;
  readonly quantity: number;
  readonly bySlot: readonly {readonly startsAt: string; readonly quantity: number}[];
}

/** What an import would do, or has done. */
export interface ImportReport {
  /** Ids of products. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly rejected: readonly {
    readonly line: number;
    readonly field?: string;
    readonly message: string;
  }[];
}

/** Somebody who works in the shop. */
export interface DeskPerson {
  readonly id: string;
  readonly email: string;
  readonly name?: string | null;
  readonly role: Role;
}

/** A token for programs; the token itself is told once, when it is made. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly lastUsedAt?: string | null;
}

/** Where the hub tells of orders. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly isEnabled: boolean;
  readonly createdAt: string;
}

/** One try to deliver a message to a webhook. */
export interface WebhookAttempt {
  readonly id: number | string;
  readonly outboxId: string;
  readonly at: string;
  /** HTTP status; absent when there was no answer. */
  readonly status?: number | null;
  readonly error?: string | null;
}
