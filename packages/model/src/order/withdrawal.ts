import {isoDate, weekdayOf} from '../hours/calendar.js';
import {holidayDates} from '../hours/holiday-dates.js';
import {zoneOf} from '../hours/zone.js';
import type {Product} from '../schemas/catalogue.js';
import type {Order} from '../schemas/order.js';
import type {ShopSettings} from '../schemas/shop.js';

/** Where the shop is: its clock, and its public holidays. */
export type ShopCalendar = Pick<ShopSettings, 'timeZone' | 'holidays'>;

/** What of an order decides about the right of withdrawal. */
export interface WithdrawalQuestion {
  readonly contract: Order['contract'];
  readonly lines: readonly {readonly product: Pick<Product, 'withdrawalException'>}[];
  /** When the goods were handed over; before, the end of the slot, for then it ends no earlier. */
  readonly receivedAt: Date;
}

const DAYS = 14;

/** Saturday, in the count of `weekdayOf`. */
const SATURDAY = 5;

/**
 * Whether one can withdraw from the contract for a product (code de la consommation, L221-28). What
 * is sealed for hygiene loses the right only when its customer has opened it, which nobody else can
 * know: the right is offered, and the shop looks at what comes back.
 */
export function isWithdrawable({withdrawalException}: Pick<Product, 'withdrawalException'>) {
  return withdrawalException !== 'perishable' && withdrawalException !== 'made-to-order';
}

/**
 * Up to when the customer may withdraw: see `withdrawalDeadline`. Undefined where there is no such
 * right: for a reservation, which is no distance contract, and when each line is an exception.
 *
 * @throws {RangeError} for an unknown time zone
 */
export function withdrawalEnd(
  {contract, lines, receivedAt}: WithdrawalQuestion,
  calendar: ShopCalendar,
): Date | undefined {
  const hasRight = contract === 'order' && lines.some(({product}) => isWithdrawable(product));
  return hasRight ? withdrawalDeadline(receivedAt, calendar) : undefined;
}

/**
 * The last millisecond of the fourteenth day after that on which the goods were received, on the
 * shop's clock (code de la consommation, L221-18); and when that is a Saturday, a Sunday or a
 * public holiday, of the next working day (L221-19; Regulation (EEC, Euratom) 1182/71, article 3).
 * A shop that works on holidays (`none`) has those of France here: the period is the customer's.
 *
 * @throws {RangeError} for an unknown time zone
 */
export function withdrawalDeadline(receivedAt: Date, {timeZone, holidays}: ShopCalendar): Date {
  const zone = zoneOf(timeZone);
  if (!zone) throw new RangeError(`no such time zone: ${timeZone}`);
  const region = holidays === 'FR-alsace-moselle' ? 'alsace-moselle' : 'metropole';
  let day = zone.dayAt(receivedAt.getTime()) + DAYS;
  while (weekdayOf(day) >= SATURDAY || isHoliday(day, region)) day++;
  return new Date(zone.instantOf(day + 1, 0) - 1);
}

/**
 * Whether the customer may withdraw now: from the order on (the period begins when the goods are
 * handed over, the right with the contract), up to the end of the period.
 */
export function mayWithdraw(
  {state, withdrawUntil}: Pick<Order, 'state' | 'withdrawUntil'>,
  now: Date,
): boolean {
  if (!withdrawUntil || state === 'refused' || state === 'cancelled' || state === 'expired') {
    return false;
  }
  return state !== 'collected' || now.getTime() <= Date.parse(withdrawUntil);
}

function isHoliday(day: number, region: 'metropole' | 'alsace-moselle'): boolean {
  const iso = isoDate(day);
  return holidayDates(Number(iso.slice(0, 4)), region).some(({date}) => date === iso);
}
