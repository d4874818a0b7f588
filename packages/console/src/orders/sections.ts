import {isoDateIn} from '@local-widgets/core';
import type {Order, OrderState} from '@local-widgets/model/schemas.js';
import {plain} from '../format/plain.js';

/** Where an order stands on the desk. */
export type SectionName = 'received' | 'accepted' | 'ready' | 'done';

/** Orders of one day, by their slot. */
export interface DayGroup {
  /** ISO date at the shop. */
  readonly day: string;
  readonly orders: readonly Order[];
}

export type Sections = Readonly<Record<SectionName, readonly DayGroup[]>>;

/** The section of a state; what is over, however it ended, is done. */
export function sectionOf(state: OrderState): SectionName {
  return state === 'received' || state === 'accepted' || state === 'ready' ? state : 'done';
}

/**
 * Orders by section, then by day. In what is done, the last one is first.
 *
 * @param orders by the start of their slots
 */
export function sectionsOf(orders: readonly Order[], timeZone: string): Sections {
  const sections: Record<SectionName, DayGroup[]> = {
    received: [],
    accepted: [],
    ready: [],
    done: [],
  };
  for (const [name, groups] of Object.entries(sections) as [SectionName, DayGroup[]][]) {
    const own = orders.filter(({state}) => sectionOf(state) === name);
    if (name === 'done') own.sort((one, other) => endOf(other).localeCompare(endOf(one)));
    const byDay = new Map<string, Order[]>();
    for (const order of own) {
      const day = isoDateIn(new Date(order.slot.startsAt), timeZone);
      byDay.set(day, [...(byDay.get(day) ?? []), order]);
    }
    groups.push(...[...byDay].map(([day, orders]) => ({day, orders})));
  }
  return sections;
}

/** How many orders are in a section. */
export function countOf(groups: readonly DayGroup[]): number {
  return groups.reduce((sum, {orders}) => sum + orders.length, 0);
}

/** Whether an order is meant: its code, or a part of its name, without accents and case. */
export function isFound(order: Order, text: string): boolean {
  const wanted = plain(text);
  return [order.code, order.contact?.name ?? ''].some(words => plain(words).includes(wanted));
}

/** Minutes until an order expires unless it is accepted; negative when it should have. */
export function minutesLeft(order: Order, now: Date): number | undefined {
  if (order.state !== 'received' || !order.acceptBy) return undefined;
  return Math.floor((Date.parse(order.acceptBy) - now.getTime()) / 60_000);
}

function endOf({history, createdAt}: Order): string {
  return history.at(-1)?.at ?? createdAt;
}
