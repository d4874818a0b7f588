import type {Order, OrderState} from '@local-widgets/model/schemas.js';
import type {HubError} from '../api/hub-error.js';

/** A change of one order that the hub did not take. */
export interface FailedChange {
  readonly to: OrderState;
  readonly reason?: string;
  readonly error: HubError;
}

/**
 * The orders as the hub last told them, and on top of that what a person has just asked for: taking
 * back a change that failed is forgetting it.
 */
export class OrderStore {
  private readonly told = new Map<string, Order>();
  private readonly wanted = new Map<string, OrderState>();
  readonly failed = new Map<string, FailedChange>();
  /** There was a list: what comes from now on is new. */
  private isFilled = false;

  /** Everything that is shown, by the start of the slot, then by age. */
  get orders(): Order[] {
    return [...this.told.values()].map(order => this.shown(order)).sort(bySlot);
  }

  get(id: string): Order | undefined {
    const order = this.told.get(id);
    return order && this.shown(order);
  }

  /** Whether a change of this order is on its way. */
  isBusy(id: string): boolean {
    return this.wanted.has(id);
  }

  /** The whole list anew. Returns the orders that were not in it before. */
  replace(orders: readonly Order[]): Order[] {
    const before = new Map(this.told);
    this.told.clear();
    for (const order of orders) this.told.set(order.id, newest(before.get(order.id), order));
    const news = this.isFilled ? orders.filter(({id}) => !before.has(id)) : [];
    this.isFilled = true;
    return news;
  }

  /** One order as it is now; older news than what is known are dropped. Returns whether it is new. */
  put(order: Order): boolean {
    const known = this.told.get(order.id);
    this.told.set(order.id, newest(known, order));
    return !known;
  }

  /** Shows a change before the hub has taken it; false while another one is on its way. */
  want(id: string, to: OrderState): boolean {
    if (this.wanted.has(id) || !this.told.has(id)) return false;
    this.failed.delete(id);
    this.wanted.set(id, to);
    return true;
  }

  /** The hub has taken it. */
  confirm(order: Order): void {
    this.wanted.delete(order.id);
    this.put(order);
  }

  /** The hub has not: the order is again as it was told. */
  takeBack(id: string, failure: FailedChange): void {
    this.wanted.delete(id);
    this.failed.set(id, failure);
  }

  private shown(order: Order): Order {
    const state = this.wanted.get(order.id);
    return state ? {...order, state} : order;
  }
}

/** What the hub says grows by a line of history with each change: the longer one is the later one. */
function newest(known: Order | undefined, order: Order): Order {
  return known && known.history.length > order.history.length ? known : order;
}

function bySlot(one: Order, other: Order): number {
  return (
    one.slot.startsAt.localeCompare(other.slot.startsAt) ||
    one.createdAt.localeCompare(other.createdAt)
  );
}
