import {zoneOf} from '../hours/zone.js';
import type {PickupMode, ShopSettings, Slot, SlotOffer} from '../schemas.js';
import {basketMinutes, basketPoints, type Basket} from './basket.js';
import type {Candidate} from './candidate.js';
import {distributionSlots} from './distributions.js';
import {rollingSlots} from './rolling.js';
import {dayFinder, isClosed, isTogether, type ShopDay} from './shop-day.js';

/** What decides which slots there are; the page and the hub ask the same, the hub with its own counts. */
export interface SlotQuestion {
  settings: Pick<
    ShopSettings,
    'timeZone' | 'openingHours' | 'holidays' | 'closures' | 'pickup' | 'isPaused'
  >;
  /** Of several rules with this mode the first counts. */
  mode: PickupMode;
  /** May be empty: then a slot needs room for one order and one item. */
  lines: Basket;
  now: Date;
  /** What the slot that begins then already holds, in orders and in points; nothing when absent. */
  taken?: (startsAt: Date) => {orders: number; items: number} | undefined;
  /** At most so many slots, and at least one; all when absent. */
  limit?: number;
}

/** How far a slot came before it was refused; an offer without slots tells the furthest. */
const REASONS = ['closed', 'window-closed', 'not-together', 'full'] as const;
type Refusal = 1 | 2 | 3;

/** The slot, or why the basket cannot have it. */
function judge(candidate: Candidate, question: SlotQuestion, day: ShopDay): Slot | Refusal {
  const {start, end, from, until, capacity} = candidate;
  const {lines, now, taken} = question;
  if (!(+now >= from && +now <= until)) return 1;
  if (!isTogether(lines, day)) return 2;
  const startsAt = new Date(start);
  const {orders = 0, items = 0} = taken?.(startsAt) ?? {};
  // what is not limited stays undefined, and holds everything
  const remainingOrders = capacity.orders && capacity.orders - orders;
  const remainingItems = capacity.items && capacity.items - items;
  const points = lines.length ? basketPoints(lines) : 1;
  if (remainingOrders! < 1 || remainingItems! < points) return 3;
  return {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(end).toISOString(),
    ...(remainingOrders != undefined && {remainingOrders}),
    ...(remainingItems != undefined && {remainingItems}),
    orderUntil: new Date(until).toISOString(),
  };
}

/**
 * Judges the slots to come on days without closure, in order, or only the one that begins at `only`.
 */
function* judged(question: SlotQuestion, only?: number): Generator<Slot | Refusal> {
  const {settings, mode, lines} = question;
  const now = +question.now;
  const [first, last] = [only ?? now, only ?? Infinity];
  const zone = zoneOf(settings.timeZone);
  const offer = settings.pickup.find(rules => rules.mode == mode)?.offer;
  if (!offer || !zone || isNaN(now) || settings.isPaused) return;
  const dayOf = dayFinder(zone);
  const minutes = basketMinutes(lines);
  const candidates =
    offer.kind == 'slots'
      ? rollingSlots(offer, minutes, {settings, zone, dayOf}, now, last)
      : distributionSlots(offer, minutes);
  for (const candidate of candidates) {
    const {start, end} = candidate;
    if (start < first || start > last) continue;
    const day = dayOf(start);
    if (isClosed(settings.closures, day, dayOf(end - 1))) continue;
    yield judge(candidate, question, day);
  }
}

/**
 * The slots that a basket can have, sorted, each once: the one answer to "when can I get it" for the
 * page and the hub. Times are the shop's, whatever the zone of who asks.
 *
 * A slot is on offer when it lies whole within the opening hours (public holidays as the hours say,
 * hours in doubt are not open), begins within the horizon and touches no closure; when `now` is before
 * its cut-off and leaves the lead time, which is the longest of the rule and of the products; when all
 * products can be handed out on the day on which it begins; and when the basket fits in. A
 * distribution has its own window instead of hours, horizon, lead time of the rule and cut-off.
 *
 * `orderUntil` is the last instant at which `now` still gives the slot. With no slot there is a
 * `reason`: `paused`; `closed` when none is to come within the horizon, which is so as well for
 * hours, zones and modes that are not known; `window-closed` when none of those can be ordered now;
 * `not-together` when none of those is on a day on which all the products are handed out; `full` when
 * the basket fits in none of those.
 *
 * Never throws for settings that pass the schema; the work grows with the days of the horizon.
 */
export function pickupSlots(question: SlotQuestion): SlotOffer {
  const {settings, mode, limit = Infinity} = question;
  const slots: Slot[] = [];
  let furthest = 0;
  for (const verdict of judged(question)) {
    if (typeof verdict == 'number') {
      furthest = Math.max(furthest, verdict);
    } else if (slots.push(verdict) >= limit) {
      break;
    }
  }
  const reason = settings.isPaused ? 'paused' : REASONS[furthest]!;
  return {mode, timeZone: settings.timeZone, slots, ...(!slots.length && {reason})};
}

/**
 * The slot that begins at `startsAt` when the basket can have it, by the rules of `pickupSlots`;
 * `taken` is asked for this slot alone.
 */
export function isSlotOnOffer(question: SlotQuestion, startsAt: Date): Slot | undefined {
  const at = +startsAt;
  const [verdict] = at >= +question.now ? judged(question, at) : [];
  return typeof verdict == 'object' ? verdict : undefined;
}
