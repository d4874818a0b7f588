import {isoDateIn} from '@local-widgets/core';
import type {Order} from '@local-widgets/model/schemas.js';
import type {DeskApi} from '../api/desk-api.js';
import type {HubError} from '../api/hub-error.js';
import {LiveLine, type Loaded} from '../live/live-line.js';
import {OrderStore} from '../live/order-store.js';
import {ORDERS_PACE} from '../live/pace.js';
import type {ServerSentEvent} from '../live/server-sent-events.js';
import type {DeskOwner} from '../state/desk-owner.js';
import {sectionOf} from './sections.js';

export interface OrderWatchEvents {
  /** Orders that were not there before. */
  readonly received: (orders: readonly Order[]) => void;
  readonly refused: (error: HubError) => void;
}

/** The orders of a shop, kept up to date, and what came in since. */
export class OrderWatch {
  readonly store = new OrderStore();
  readonly live: LiveLine;
  /** The first list has come. */
  hasLoaded = false;

  /** The day whose finished orders are shown. */
  private day = '';

  constructor(
    private readonly owner: DeskOwner,
    private readonly events: OrderWatchEvents,
  ) {
    this.live = new LiveLine({
      pace: ORDERS_PACE,
      load: signal => this.load(owner.api, signal),
      open: (lastEventId, signal) => owner.api.events(lastEventId, signal),
      take: event => this.read(event),
      changed: () => owner.update(),
      refused: events.refused,
      clock: () => owner,
      environment: () => owner.environment(),
    });
  }

  get orders(): readonly Order[] {
    return this.store.orders;
  }

  /** Orders that nobody has accepted yet. */
  get waiting(): number {
    return this.store.orders.filter(({state}) => state === 'received').length;
  }

  /** After midnight, yesterday's finished orders make room. */
  checkDay(): void {
    const today = this.owner.today();
    if (!this.day || this.day === today) return;
    this.live.reload();
  }

  /** What is open, of whatever day, and all of today. */
  private async load(api: DeskApi, signal: AbortSignal): Promise<Loaded> {
    const day = this.owner.today();
    const [open, ofDay] = await Promise.all([api.openOrders(signal), api.ordersOf(day, signal)]);
    this.day = day;
    const byId = new Map([...ofDay.orders, ...open.orders].map(order => [order.id, order]));
    // what happened between the two answers comes again over the stream
    const cursor = Math.min(Number(open.cursor), Number(ofDay.cursor));
    return {cursor: String(cursor), show: () => this.take([...byId.values()])};
  }

  private take(orders: readonly Order[]): void {
    const news = this.store.replace(orders);
    this.hasLoaded = true;
    this.announce(news);
  }

  private read({type, data}: ServerSentEvent): void {
    if (type !== 'order') return;
    const {order} = JSON.parse(data) as {order?: Order};
    if (!order) return;
    if (this.store.put(order)) this.announce([order]);
    this.owner.update();
  }

  private announce(orders: readonly Order[]): void {
    const news = orders.filter(order => sectionOf(order.state) !== 'done' && !this.isOld(order));
    if (news.length > 0) this.events.received(news);
    this.owner.update();
  }

  /** A finished order that a person has taken up again is no news. */
  private isOld({slot, history}: Order): boolean {
    const day = isoDateIn(new Date(slot.startsAt), this.owner.timeZone);
    return day < this.owner.today() || history.length > 2;
  }
}
