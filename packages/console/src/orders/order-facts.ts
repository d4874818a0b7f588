import {formatTime, isoDateIn} from '@local-widgets/core';
import type {Order} from '@local-widgets/model/schemas.js';
import {dayName, timeSpan} from '../format/days.js';
import type {Words} from '../state/desk-owner.js';

/** Where and when one looks at an order. */
export interface Moment {
  readonly timeZone: string;
  readonly now: Date;
  /** ISO date at the shop. */
  readonly today: string;
}

/** The day it is handed out, when that is not today: `demain, lundi 23 novembre`. */
export function dayOf({slot}: Order, {timeZone, today}: Moment, words: Words): string {
  const day = isoDateIn(new Date(slot.startsAt), timeZone);
  return day === today ? '' : dayName(day, today, words.messages, words.language);
}

/** When it is handed out: `11 h – 11 h 30`, with the day in front unless that is today. */
export function whenOf(order: Order, moment: Moment, words: Words): string {
  const span = timeSpan(order.slot, words.language, moment.timeZone);
  return [dayOf(order, moment, words), span].filter(Boolean).join(', ');
}

/** How it is paid: `à régler · carte`, `payée · en ligne`. */
export function paymentOf({payment}: Order, {messages}: Words): string {
  const status = {
    due: messages.payDue,
    pending: messages.payPending,
    paid: messages.payPaid,
    failed: messages.payFailed,
    refunded: messages.payRefunded,
  }[payment.status];
  return `${status} · ${messages.means[payment.means]}`;
}

/** Where it is brought, on one line; empty when it is collected. */
export function addressOf({address}: Order): string {
  if (!address) return '';
  const town = [address.postalCode, address.addressLocality].filter(Boolean).join(' ');
  return [address.streetAddress, town].filter(Boolean).join(', ');
}

/** What happened to it, one line each. */
export function historyOf(order: Order, {timeZone}: Moment, {messages, language}: Words): string[] {
  return order.history.map(({state, at, by, reason}) => {
    const time = formatTime(new Date(at), language, timeZone);
    const line = messages.historyLine(time, messages.states[state], messages.actors[by]);
    return reason ? `${line} – ${reason}` : line;
  });
}
