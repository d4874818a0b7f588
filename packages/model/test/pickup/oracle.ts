/**
 * The rules of pickup slots once more, by brute force: minute by minute, with hours as data instead of
 * text, with its own list of holidays, and with none of the code under test or its helpers.
 */
import type {RollingSlots, SlotOffer} from '../../src/schemas.js';
import {HOLIDAYS} from './holidays.js';
import {WallClock} from './wall-clock.js';

/** Minutes after midnight; `to` after 1440 is on the next day. */
export interface Span {
  from: number;
  to: number;
}

export interface WeeklyHours {
  /** Seven days from Monday on. */
  week: Span[][];
  /** The hours on public holidays, none of them past midnight; those of the week when absent. */
  onHolidays?: Span[] | undefined;
}

export interface OracleQuestion {
  timeZone: string;
  region: 'FR' | 'FR-alsace-moselle';
  hours: WeeklyHours;
  /** Hours of the slots, when they have hours of their own. */
  slotHours?: WeeklyHours | undefined;
  closures: {from: string; to: string}[];
  offer: Omit<RollingSlots, 'hours'>;
  basket: {
    quantity: number;
    points?: number | undefined;
    preparationMinutes?: number | undefined;
    availability?: {weekdays?: string[]; season?: {from: string; to: string}} | undefined;
  }[];
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  taken: (startsAt: Date) => {orders: number; items: number} | undefined;
}

const DAY = 1440;
const MINUTE = 60_000;
/** Minutes before and after the horizon, so that long openings are seen whole. */
const MARGIN = 4 * DAY;

const clocks = new Map<string, WallClock>();

function clockOf(timeZone: string): WallClock {
  const clock = clocks.get(timeZone) ?? new WallClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

const dateOf = (day: number) => new Date(day * DAY * MINUTE).toISOString().slice(0, 10);
const isWithin = (value: string, {from, to}: {from: string; to: string}) =>
  from <= to ? value >= from && value <= to : value >= from || value <= to;

/** A row of minutes from `start` on. */
class Minutes {
  readonly #marks: Uint8Array;

  constructor(
    readonly start: number,
    readonly end: number,
  ) {
    this.#marks = new Uint8Array(end - start);
  }

  mark(from: number, to: number) {
    for (let minute = from; minute < to; minute++) this.#marks[minute - this.start] = 1;
  }

  has(minute: number) {
    return this.#marks[minute - this.start] == 1;
  }
}

class Oracle {
  readonly #question: OracleQuestion;
  readonly #clock: WallClock;
  readonly #start: number;
  readonly #end: number;
  readonly #shopIsOpen: Minutes;
  readonly #closed = new Map<number, boolean>();

  constructor(question: OracleQuestion) {
    this.#question = question;
    this.#clock = clockOf(question.timeZone);
    const now = Math.floor(question.now / MINUTE);
    this.#start = now - MARGIN;
    this.#end = now + question.offer.horizonDays * DAY + MARGIN;
    this.#shopIsOpen = this.#openMinutes(question.hours);
  }

  answer(): SlotOffer {
    const {timeZone} = this.#question;
    const reasons = ['closed', 'window-closed', 'not-together', 'full'] as const;
    let furthest = 0;
    const slots: SlotOffer['slots'] = [];
    for (const start of this.#candidates()) {
      const until = this.#lastOrder(start);
      if (until === undefined) furthest = Math.max(furthest, 1);
      else if (!this.#isTogether(start)) furthest = Math.max(furthest, 2);
      else {
        const room = this.#room(start);
        if (room) slots.push({...this.#times(start, until), ...room});
        else furthest = 3;
      }
    }
    const reason = slots.length ? {} : {reason: reasons[furthest]!};
    return {mode: 'collect', timeZone, slots, ...reason};
  }

  #isHoliday(day: number) {
    return HOLIDAYS[this.#question.region].includes(dateOf(day));
  }

  /** Asked for every minute, so a day is worked out once. */
  #isClosure(day: number) {
    let isClosed = this.#closed.get(day);
    if (isClosed === undefined) {
      const date = dateOf(day);
      isClosed = this.#question.closures.some(({from, to}) => date >= from && date <= to);
      this.#closed.set(day, isClosed);
    }
    return isClosed;
  }

  /** A night into a holiday with hours of its own is in doubt after midnight: not open. */
  #openMinutes({week, onHolidays}: WeeklyHours): Minutes {
    const open = new Minutes(this.#start, this.#end);
    const isOther = (day: number) => onHolidays && this.#isHoliday(day);
    const last = this.#clock.dayAt(this.#end);
    for (let day = this.#clock.dayAt(this.#start) - 1; day <= last; day++) {
      const spans = isOther(day) ? onHolidays! : week[(day + 3) % 7]!;
      for (const {from, to} of spans) {
        const end = isOther(day + 1) ? Math.min(to, DAY) : to;
        open.mark(
          Math.max(this.#start, this.#clock.firstShowing(day * DAY + from)),
          Math.min(this.#end, this.#clock.firstShowing(day * DAY + end)),
        );
      }
    }
    return open;
  }

  /** The starts of all slots to come within the horizon, on days without closure. */
  *#candidates(): Generator<number> {
    const {slotHours, offer, now} = this.#question;
    const open = slotHours ? this.#openMinutes(slotHours) : this.#shopIsOpen;
    const horizon = this.#clock.dayAt(Math.floor(now / MINUTE)) + offer.horizonDays;
    for (const {from, to} of this.#openings(open)) {
      for (let start = from; start + offer.stepMinutes <= to; start += offer.stepMinutes) {
        const isToCome = start * MINUTE >= now && this.#clock.dayAt(start) < horizon;
        if (isToCome && !this.#touchesClosure(start)) yield start;
      }
    }
  }

  /** From an opening to a closing; what stays open for more than a day begins anew at midnight. */
  *#openings(open: Minutes): Generator<Span> {
    for (let from = this.#start; from < this.#end; from++) {
      if (!open.has(from)) continue;
      let to = from;
      while (to < this.#end && open.has(to)) to++;
      const isLong = to - from > DAY;
      for (let minute = from + 1; isLong && minute < to; minute++) {
        if (this.#clock.dayAt(minute) == this.#clock.dayAt(minute - 1)) continue;
        yield {from, to: minute};
        from = minute;
      }
      yield {from, to};
      from = to;
    }
  }

  #touchesClosure(start: number) {
    const {stepMinutes} = this.#question.offer;
    for (let minute = start; minute < start + stepMinutes; minute++) {
      if (this.#isClosure(this.#clock.dayAt(minute))) return true;
    }
    return false;
  }

  /** The last minute at which one may order, when it is not past. */
  #lastOrder(start: number): number | undefined {
    const {offer, basket, now} = this.#question;
    let left = offer.leadMinutes;
    for (const {preparationMinutes = 0} of basket) left = Math.max(left, preparationMinutes);
    let last = start;
    while (left > 0 && last * MINUTE >= now) {
      last--;
      const isOpen = this.#shopIsOpen.has(last) && !this.#isClosure(this.#clock.dayAt(last));
      if (offer.leadCounts == 'clock' || isOpen) left--;
    }
    if (offer.cutOff) {
      const [hours, minutes] = offer.cutOff.time.split(':').map(Number);
      const day = this.#clock.dayAt(start) - offer.cutOff.daysBefore;
      last = Math.min(last, this.#clock.firstShowing(day * DAY + hours! * 60 + minutes!));
    }
    return last * MINUTE >= now ? last : undefined;
  }

  #isTogether(start: number) {
    const day = this.#clock.dayAt(start);
    const weekday = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'][
      new Date(day * DAY * MINUTE).getUTCDay()
    ]!;
    return this.#question.basket.every(({availability: {weekdays, season} = {}}) => {
      if (weekdays && !weekdays.includes(weekday)) return false;
      return !season || isWithin(dateOf(day).slice(5), season);
    });
  }

  #room(start: number): {remainingOrders?: number; remainingItems?: number} | undefined {
    const {basket, offer, taken} = this.#question;
    const {orders, items} = taken(new Date(start * MINUTE)) ?? {orders: 0, items: 0};
    let points = basket.length ? 0 : 1;
    for (const line of basket) points += line.quantity * (line.points ?? 1);
    const room: {remainingOrders?: number; remainingItems?: number} = {};
    if (offer.capacity.orders !== undefined) {
      room.remainingOrders = offer.capacity.orders - orders;
      if (room.remainingOrders <= 0) return;
    }
    if (offer.capacity.items !== undefined) {
      room.remainingItems = offer.capacity.items - items;
      if (room.remainingItems < points) return;
    }
    return room;
  }

  #times(start: number, until: number) {
    const iso = (minute: number) => new Date(minute * MINUTE).toISOString();
    const endsAt = iso(start + this.#question.offer.stepMinutes);
    return {startsAt: iso(start), endsAt, orderUntil: iso(until)};
  }
}

/** What the shop has to offer. */
export const consult = (question: OracleQuestion): SlotOffer => new Oracle(question).answer();
