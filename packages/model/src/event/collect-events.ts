import {idGiver} from '../place/unique-ids.js';
import {normalizeText} from '../text/normalize.js';
import type {Budget} from './recurrence/budget.js';
import {DAY, MINUTE} from './time/civil.js';
import {instantOf, type Clock} from './time/clock.js';
import {basicDate} from './time/write-date.js';
import type {
  CalendarDescription,
  Event,
  EventsReading,
  Occurrence,
  RejectedEvent,
} from './event.js';
import {NeedsPart} from './needs-part.js';
import type {RuleEngine} from './recurrence/rule-engine.js';
import {expandDates, type ExpandedSeries, type Found, type InstantWindow} from './series/found.js';
import type {Series} from './series/series.js';
import type {DescriptionContext} from './to-event.js';

/** What the reading of one feed is held to. */
export interface EventContext extends DescriptionContext {
  readonly window: InstantWindow;
  /** The clock that tells days and minutes of occurrences, and runs for times of no zone. */
  readonly clock: Clock;
  readonly budget: Budget;
  readonly limits: EventLimits;
  /** Undefined where it is not loaded: who needs it throws `NeedsPart`. */
  readonly rules: RuleEngine | undefined;
}

export interface EventLimits {
  readonly events: number;
  readonly occurrences: number;
  readonly perEvent: number;
}

/** One series with what it is, as a reader hands it on. */
export interface SeriesEntry extends Origin {
  readonly series: Series;
  /** Of its own or derived; the same at every reading, unique or not. */
  readonly id: string;
  /** How `Occurrence.recurrenceId` is written. */
  readonly form: 'date' | 'local' | 'utc';
  /** First that of the series, then those of its exceptions; called only for what is to be seen. */
  readonly events: readonly ((id: string, superEvent?: string) => Event)[];
}

/** Where something stands in the source. */
export interface Origin extends Pick<RejectedEvent, 'at' | 'unit'> {
  readonly uid?: string | undefined;
}

/** A date that was worked out elsewhere. */
export interface DatedOccurrence extends Pick<
  Occurrence,
  'eventId' | 'recurrenceId' | 'start' | 'end'
> {
  /** When it is all day. */
  readonly days?: {readonly first: number; readonly last: number};
}

/** A flood of rejected rows ends the reading: each costs memory, and no one reads so many. */
const MAX_REJECTED = 20_000;

/** Takes what a reader finds, works out its dates, and puts the reading together. */
export class EventCollector {
  calendar: CalendarDescription = {};
  private readonly events: Event[] = [];
  private readonly occurrences: Occurrence[] = [];
  private readonly rejected: RejectedEvent[] = [];
  private readonly giveId = idGiver();
  private truncated = false;

  constructor(readonly context: EventContext) {}

  /** Whether a limit is reached: what follows is left out. */
  get isFull(): boolean {
    return this.truncated && this.rejected.at(-1)?.reason === 'too-many';
  }

  reject(
    {at, unit, uid}: Origin,
    reason: RejectedEvent['reason'],
    detail: string,
    isPartial = false,
  ): void {
    if (this.isFull) return;
    const {length} = this.rejected;
    if (length >= MAX_REJECTED)
      this.stop({at, unit, uid}, `reading stops after ${length} rejections`);
    else {
      this.rejected.push({
        at,
        unit,
        ...(uid && {uid}),
        reason,
        detail,
        ...(isPartial && {isPartial}),
      });
    }
  }

  add(entry: SeriesEntry): void {
    const {limits} = this.context;
    if (this.isFull) return;
    const room = limits.occurrences - this.occurrences.length;
    const {found, stop} = this.expand(entry.series, Math.min(limits.perEvent, room));
    if (stop) {
      this.truncated = true;
      const detail =
        stop === 'too-much-work'
          ? 'the rule takes too much work; its dates so far are shown'
          : `only the first ${found.length} dates are shown`;
      this.reject(entry, stop, detail, true);
    }
    if (!found.length) return;
    if (this.events.length + entry.events.length > limits.events || found.length > room) {
      this.stop(entry, `reading stops after ${this.events.length} events`);
      return;
    }
    this.take(entry, found);
  }

  /** Adds an event whose dates are known; those out of the window are left out, and it without any. */
  addDated(
    origin: Origin,
    id: string,
    dates: readonly DatedOccurrence[] | undefined,
    make: (id: string) => Event,
  ): void {
    const {window, clock, limits} = this.context;
    const midnight = (day: number): number => instantOf(clock, day * DAY);
    const found = (dates ?? []).flatMap(({start, end, days, recurrenceId}): Occurrence[] => {
      const [from, to] = days ? [midnight(days.first), midnight(days.last + 1)] : [start, end];
      if (from >= window.to || to < window.from || (to === window.from && from < to)) return [];
      const [firstDay, lastDay] = days ? [days.first, days.last] : [NaN, NaN];
      const date = {start: from, end: to, firstDay, lastDay, identity: 0, event: 0};
      return [occurrenceOf(id, recurrenceId, date, clock)];
    });
    if (!found.length && dates) return;
    const room = limits.occurrences - this.occurrences.length;
    if (this.events.length >= limits.events || found.length > room) {
      this.stop(origin, `reading stops after ${this.events.length} events`);
      return;
    }
    this.events.push(make(id));
    for (const one of found) this.occurrences.push(one);
  }

  finish(): EventsReading {
    const {events, occurrences, rejected, truncated, calendar} = this;
    occurrences.sort((one, other) => one.start - other.start || other.end - one.end);
    return {events, occurrences, rejected, truncated, calendar};
  }

  private expand(series: Series, limit: number): ExpandedSeries {
    const {window, budget, rules} = this.context;
    const {rules: own, exceptRules, exceptions, exceptWalls, exceptDays} = series;
    const isPlain =
      !own.length &&
      !exceptRules.length &&
      !exceptions.length &&
      !exceptWalls.size &&
      !exceptDays.size;
    if (isPlain) return expandDates(series, window, limit);
    if (!rules) throw new NeedsPart('rules');
    return rules.expandSeries(series, window, limit, budget);
  }

  private stop({at, unit, uid}: Origin, detail: string): void {
    this.truncated = true;
    this.rejected.push({at, unit, ...(uid && {uid}), reason: 'too-many', detail});
  }

  private take({id, events, form, series}: SeriesEntry, found: readonly Found[]): void {
    const base = this.giveId(id);
    const ids = [base];
    this.events.push(events[0]!(base));
    for (const {event} of found) {
      if (ids[event] !== undefined) continue;
      // by the date that it is for, not by the first one in the window: the same at every reading
      const {instead} = series.exceptions.find(exception => exception.event === event)!;
      const date = series.onWall ? instantOf(series.clock, instead) : instead;
      const own = this.giveId(`${base}#${basicDate(date, form)}`);
      ids[event] = own;
      this.events.push(events[event]!(own, base));
    }
    const {clock} = this.context;
    for (const one of found) {
      this.occurrences.push(
        occurrenceOf(ids[one.event]!, basicDate(one.identity, form), one, clock),
      );
    }
  }
}

/**
 * For events without an id: what starts then and has that name has the same id at the next reading.
 *
 * @param start ISO 8601.
 */
export function derivedId(name: string, start: string): string {
  const slug = normalizeText(name).slice(0, 60).replace(/ /g, '-') || 'event';
  return `${slug}-${start.replace(/[-:]|\+.*/g, '')}`;
}

function occurrenceOf(
  eventId: string,
  recurrenceId: string,
  {start, end, firstDay: ownFirst, lastDay: ownLast}: Found,
  clock: Clock,
): Occurrence {
  const isAllDay = !Number.isNaN(ownFirst);
  const startWall = start + clock.offsetAt(start);
  const endWall = end + clock.offsetAt(end);
  const firstDay = isAllDay ? ownFirst : Math.floor(startWall / DAY);
  // what ends at midnight ends with the day before
  const lastDay = isAllDay
    ? ownLast
    : end > start
      ? Math.max(firstDay, Math.ceil(endWall / DAY) - 1)
      : firstDay;
  return {
    eventId,
    recurrenceId,
    start,
    end,
    isAllDay,
    firstDay,
    lastDay,
    startMinute: isAllDay ? 0 : Math.floor((startWall - firstDay * DAY) / MINUTE),
    endMinute: isAllDay
      ? DAY / MINUTE
      : Math.max(0, Math.floor((endWall - lastDay * DAY) / MINUTE)),
  };
}
