import {
  agendaOf,
  distanceInMeters,
  entriesOfDay,
  findRuns,
  firstOfMonth,
  isOverAt,
  latestPast,
  layOutMonth,
  monthGrid,
  normalizeText,
  NO_RUNS,
  type AgendaEntry,
  type AgendaList,
  type DayRange,
  type Event,
  type GeoCoordinates,
  type MonthDay,
  type Occurrence,
  type Runs,
} from '@local-widgets/model';
import type {View} from './attributes.js';
import {lookupOf, type EventLookup, type LazyReading} from './event-lookup.js';
import {NO_FILTERS, type Filters, type Origin} from './filters.js';

/** What the page's author decides, and a visitor cannot change. */
export interface CalendarSettings {
  readonly center?: GeoCoordinates | undefined;
  /** Kilometres around the centre that cannot be left. */
  readonly limitKm?: number | undefined;
  /** The only categories to show, as displayed. */
  readonly categories: readonly string[];
  /** The only place of the map whose events are shown. */
  readonly shop: string | null;
}

/** One date of one event. */
export interface ChosenDate {
  readonly eventId: string;
  readonly recurrenceId: string;
}

/** What answers questions beyond the plain ones; comes in a file of its own. */
export interface Answerer {
  /** The dates of what passes, by start. */
  select(state: CalendarState): readonly Occurrence[];
}

/** Entries that "show more" adds. */
const PAGE = 50;
/** Lines of a day in the month, before "3 more". */
const LANES = 3;
/** More entries than this are no list on paper. */
const PRINTED = 300;
/** What is shown of a past when nothing is to come. */
const LATEST = 6;

/**
 * What is asked, and what answers: the events, the filters over them, the view and its day. All views
 * show `occurrences`, in their order. No DOM here.
 */
export class CalendarState {
  reading: LazyReading | undefined;
  /** Finds events of the reading. */
  lookup: EventLookup | undefined;
  view: View = 'agenda';
  /** The day that month, week and day are shown around, and whose events are listed beside the month. */
  day = 0;
  filters: Filters = NO_FILTERS;
  /** Where distances are measured from instead of the page's centre. */
  origin: Origin | undefined;
  chosen: ChosenDate | undefined;
  /** Most entries of a list. */
  limit = 0;
  /** Whether all that goes on is shown, and not only the first. */
  showsOngoing = false;
  /** The list is for paper. */
  isPrinting = false;
  settings: CalendarSettings = {categories: [], shop: null};
  answerer: Answerer | undefined;

  /** The dates of what passes, by start. */
  occurrences: readonly Occurrence[] = [];
  /** The dates of what the page offers, whatever a visitor asks for. */
  all: readonly Occurrence[] = [];
  /** The present minute in milliseconds, and the day in the calendar's zone. */
  now = 0;
  today = 0;

  private runs: Runs = NO_RUNS;
  private inputs: readonly unknown[] = [];
  private readonly memo = new Map<string, readonly [inputs: readonly unknown[], value: unknown]>();

  constructor(
    /** Called when something has to be rendered anew. */
    private readonly onChange: () => void,
    /** Entries of a list before "show more". */
    private pageSize: number,
  ) {
    this.limit = pageSize;
  }

  setPageSize(pageSize: number): void {
    this.pageSize = this.limit = pageSize;
  }

  setReading(reading: LazyReading | undefined): void {
    this.reading = reading;
    this.lookup = reading && lookupOf(reading);
    this.onChange();
  }

  /** What the page offers, whatever a visitor asks for. */
  get offered(): readonly Event[] {
    const {reading, settings} = this;
    return this.kept(
      'offered',
      [reading, settings],
      () => reading?.events.filter(event => isOffered(event, settings)) ?? [],
    );
  }

  /** Works out what passes; cheap when called again with nothing changed. */
  refresh(): void {
    const {reading, settings, filters, origin, answerer} = this;
    const asked = Object.values({...filters, days: undefined});
    const inputs = [reading, settings, answerer, origin, ...asked];
    if (isSame(inputs, this.inputs)) return;
    this.inputs = inputs;
    this.all = this.offeredDates;
    this.occurrences = this.answered() ?? this.all;
    this.runs = findRuns(this.occurrences, this.lookup?.keyOf);
  }

  eventOf(occurrence: Pick<Occurrence, 'eventId'>): Event {
    return this.lookup!.eventOf(occurrence)!;
  }

  has(eventId: string): boolean {
    return this.lookup?.eventOf({eventId}) !== undefined;
  }

  get agenda(): AgendaList {
    const {occurrences, now, today, limit, filters, runs, isPrinting} = this;
    const {days} = filters;
    return this.kept('agenda', [occurrences, now, today, limit, days, isPrinting], () =>
      agendaOf(occurrences, {now, today, days, limit: isPrinting ? PRINTED : limit, runs}),
    );
  }

  /** How many events are on on some days, over or not. */
  countOn({firstDay, lastDay}: DayRange): number {
    const {occurrences, now, runs} = this;
    const days = {firstDay, lastDay};
    // what is asked of a past leaves nothing out
    return this.kept('count', [occurrences, firstDay, lastDay], () =>
      agendaOf(occurrences, {now, today: Infinity, days, limit: 0, runs}),
    ).total;
  }

  /** What was on last, when nothing is to come. */
  get latestPast(): readonly AgendaEntry[] {
    return latestPast(this.occurrences, this.now, LATEST);
  }

  /** @param weekStart Weekday that weeks begin with; 0 is Monday. */
  month(weekStart: number): readonly (readonly MonthDay[])[] {
    const {occurrences, day, runs} = this;
    const month = firstOfMonth(day);
    return this.kept('month', [occurrences, month, weekStart], () =>
      layOutMonth(occurrences, {...monthGrid(month, weekStart), lanes: LANES, runs}),
    );
  }

  entriesOf(day: number): readonly AgendaEntry[] {
    const {occurrences, runs} = this;
    return this.kept(`day`, [occurrences, day], () => entriesOfDay(occurrences, day, runs));
  }

  /** What passes and is not over, for files. */
  get shownEvents(): {events: readonly Event[]; occurrences: readonly Occurrence[]} {
    const {offered, occurrences, filters, now} = this;
    const {firstDay = -Infinity, lastDay = Infinity} = filters.days ?? {};
    return this.kept('shown', [offered, occurrences, filters.days, now], () => {
      const shown = occurrences.filter(
        each => each.firstDay <= lastDay && each.lastDay >= firstDay && isOverAt(each) > now,
      );
      const ids = new Set(shown.map(({eventId}) => eventId));
      return {events: offered.filter(({id}) => ids.has(id)), occurrences: shown};
    });
  }

  /** Whether what is asked needs the `answerer`. */
  get needsAnswerer(): boolean {
    const {text, facets, radiusKm} = this.filters;
    return text !== '' || facets.size > 0 || radiusKm !== undefined;
  }

  get isFiltered(): boolean {
    return this.filters !== NO_FILTERS || this.origin !== undefined;
  }

  /** A person changes some filters: the list begins anew. */
  filter(change: Partial<Filters>): void {
    this.filters = {...this.filters, ...change};
    this.limit = this.pageSize;
    this.onChange();
  }

  reset(): void {
    this.filters = NO_FILTERS;
    this.origin = undefined;
    this.limit = this.pageSize;
    this.onChange();
  }

  setOrigin(origin: Origin | undefined): void {
    this.origin = origin;
    if (!origin && !this.settings.center) this.filters = {...this.filters, radiusKm: undefined};
    this.onChange();
  }

  showView(view: View): void {
    this.view = view;
    this.onChange();
  }

  goTo(day: number): void {
    this.day = day;
    this.onChange();
  }

  showMore(): void {
    this.limit += PAGE;
    this.onChange();
  }

  showOngoing(): void {
    this.showsOngoing = true;
    this.onChange();
  }

  choose(chosen: ChosenDate | undefined): void {
    this.chosen = chosen;
    this.onChange();
  }

  private get offeredDates(): readonly Occurrence[] {
    const {reading, settings} = this;
    const {categories, shop, center, limitKm} = settings;
    // who asks for all events has them made
    if (!reading || (categories.length === 0 && shop === null && !(center && limitKm)))
      return reading?.occurrences ?? [];
    return this.kept('all', [reading, settings], () => {
      const ids = new Set(this.offered.map(({id}) => id));
      return reading.occurrences.filter(({eventId}) => ids.has(eventId));
    });
  }

  /** What is left of it; undefined when nothing is asked, or what answers has not come. */
  private answered(): readonly Occurrence[] | undefined {
    const {filters, answerer, all} = this;
    const {shop} = filters;
    if (this.needsAnswerer) return answerer?.select(this);
    return shop && all.filter(each => this.eventOf(each).location?.placeId === shop.id);
  }

  /** Worked out once for the same inputs. */
  kept<T>(name: string, inputs: readonly unknown[], make: () => T): T {
    const found = this.memo.get(name);
    if (found && isSame(found[0], inputs)) return found[1] as T;
    const value = make();
    this.memo.set(name, [inputs, value]);
    return value;
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, i) => each === other[i]);

/** What the page allows: its categories, its place, within its limit around its centre. */
function isOffered(event: Event, {categories, shop, center, limitKm}: CalendarSettings): boolean {
  const {geo, placeId} = event.location ?? {};
  const names = event.categories?.map(normalizeText);
  return (
    (shop === null || placeId === shop) &&
    (categories.length === 0 || categories.some(name => names?.includes(normalizeText(name)))) &&
    // what tells no position cannot be said to be far away
    (!center || limitKm === undefined || !geo || distanceInMeters(center, geo) <= limitKm * 1000)
  );
}
