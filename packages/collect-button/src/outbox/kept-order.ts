import type {NewOrder, Placed} from '../back-ends/port.js';

/** An order that no answer has come for yet. Its key was made before the first attempt. */
export interface WaitingOrder {
  readonly state: 'waiting';
  /** UUID, the `Idempotency-Key` of every attempt. */
  readonly key: string;
  readonly order: NewOrder;
  /** ISO instant after which it is not sent any more; absent where there are no slots. */
  readonly orderUntil?: string | undefined;
  /** What the back end needs to recognise it in a later attempt. */
  readonly memo?: Readonly<Record<string, string>> | undefined;
}

/** What is left of an order once the shop has it: enough to find it again, nothing about the person. */
export interface PlacedOrder {
  readonly state: 'placed';
  readonly placed: Placed;
}

/** The last order of this device at one shop. */
export type KeptOrder = WaitingOrder | PlacedOrder;

/** Milliseconds for which an order is still shown once its slot, or its limit, is over. */
const AFTERWARDS = 24 * 3_600_000;

/** What may stand in storage. */
interface Loose {
  readonly state?: unknown;
  readonly key?: unknown;
  readonly order?: unknown;
  readonly orderUntil?: string;
  readonly placed?: Partial<Placed>;
}

/** An order that we wrote and that still matters. */
export function readOrder(value: unknown, now: Date): KeptOrder | undefined {
  const {state, key, order, orderUntil, placed} = value as Loose;
  const isWaiting = state === 'waiting' && typeof key === 'string' && order;
  const isPlaced = state === 'placed' && typeof placed?.code === 'string';
  if (!isWaiting && !isPlaced) return undefined;
  const end = isWaiting ? orderUntil : placed?.endsAt;
  const isOver = end !== undefined && Date.parse(end) + AFTERWARDS < now.getTime();
  return isOver ? undefined : (value as KeptOrder);
}
