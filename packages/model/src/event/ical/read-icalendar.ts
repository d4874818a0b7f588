import {derivedId, type EventCollector, type SeriesEntry} from '../collect-events.js';
import type {CalendarDescription} from '../event.js';
import {onElapsedTime} from '../series/elapsed.js';
import {datedEvent} from '../series/event-of.js';
import {readDuration} from '../series/length.js';
import {once, type Exception, type Series} from '../series/series.js';
import {DAY, MINUTE} from '../time/civil.js';
import {basicDate} from '../time/write-date.js';
import {describeEvent, put} from '../to-event.js';
import {resolveUrl} from '../../place/links.js';
import {cleanText} from '../../text/clean-text.js';
import {originOf, tell, type CalendarContext, type Entry} from './calendar-context.js';
import {allOf, calendarsOf, firstOf, type Calendar} from './components.js';
import {familiesOf, type Family} from './families.js';
import {momentOf, wallOn} from './moments.js';
import {seriesOf} from './series-of.js';
import {spanOf, type WrittenSpan} from './span-of.js';
import {textOf} from './values.js';
import {valuesOf} from './values-of.js';
import {CalendarZones, type OddZoneFinder} from './zones.js';

/** Families between two points at which the reading may pause. */
const SLICE = 100;

/**
 * Reads iCalendar (RFC 5545, with RFC 6868 and 7986), and what programs write in its place. An event that
 * cannot be read is told and passed over, never the feed. Yields wherever it may pause.
 *
 * @param findOddZone For zones that Intl does not know by their name; what it throws ends the reading.
 */
export function* readICalendar(
  text: string,
  collector: EventCollector,
  findOddZone: OddZoneFinder,
): Generator<undefined> {
  const {window, budget, baseUrl} = collector.context;
  const calendars = yield* calendarsOf(text);
  let count = 0;
  for (const calendar of calendars) {
    const zones = new CalendarZones(calendar, findOddZone, window.to + DAY, budget);
    const isCancelled = /^cancel$/i.test(firstOf(calendar, 'METHOD')?.value.trim() ?? '');
    if (calendar === calendars[0]) collector.calendar = descriptionOf(calendar, zones, baseUrl);
    for (const family of familiesOf(calendar, collector)) {
      if (collector.isFull) return;
      readFamily(family, {zones, collector, isCancelled});
      if (++count % SLICE === 0) yield;
    }
  }
}

function readFamily({base, exceptions, hidden}: Family, context: CalendarContext): void {
  const span = base && spanOf(base, context);
  if (!base || !span) {
    // the series is elsewhere, or nobody can read it: each of its dates is one
    for (const exception of exceptions) {
      const own = spanOf(exception, context);
      if (own) add(exception, own, once(own), [], context);
    }
    return;
  }
  const series = seriesOf(base, span, context);
  if (!exceptions.length) {
    add(base, span, series, [], context);
    return;
  }
  const exceptWalls = new Set(series.exceptWalls);
  const events: [Entry, WrittenSpan][] = [];
  const read: Exception[] = [];
  for (const exception of exceptions) {
    const found = exceptionOf(exception, span, context);
    if (!found) continue;
    if (hidden.has(exception)) exceptWalls.add(found.instead);
    else if (isSame(exception, base)) read.push(found);
    else {
      events.push([withBase(exception, base), found.span]);
      read.push({...found, event: events.length});
    }
  }
  add(base, span, {...series, exceptions: read, exceptWalls}, events, context);
}

/** Hands on a series with its event, and with those of its exceptions. */
function add(
  base: Entry,
  span: WrittenSpan,
  series: Series,
  others: readonly [Entry, WrittenSpan][],
  context: CalendarContext,
): void {
  const {collector, isCancelled} = context;
  const makers = [[base, span] as const, ...others].map(
    ([entry, own], at): SeriesEntry['events'][number] =>
      (id, superEvent) => {
        const draft = datedEvent(id, own, at ? undefined : series);
        put(draft, 'uid', entry.uid);
        put(draft, 'superEvent', superEvent);
        const values = valuesOf(entry);
        if (isCancelled) values.status = 'cancelled';
        return describeEvent(draft, values, collector.context);
      },
  );
  // where there is no zone, no clock ever changes
  const timed = span.isFloating ? series : onElapsedTime(series);
  collector.add({
    ...originOf(base),
    id: idOf(base, span),
    series: timed,
    form: timed.onWall ? 'utc' : span.form,
    events: makers,
  });
}

/** Without a UID: by what it is called and when it starts. */
function idOf(entry: Entry, {wall, form}: WrittenSpan): string {
  const id = entry.uid ?? derivedId(firstOf(entry, 'SUMMARY')?.value ?? '', basicDate(wall, form));
  const date = firstOf(entry, 'RECURRENCE-ID')?.value.trim();
  return date ? `${id}#${date}` : id;
}

/** Where and when an exception is; undefined when that cannot be read, which is told. */
function exceptionOf(
  exception: Entry,
  {clock, isAllDay, length}: WrittenSpan,
  context: CalendarContext,
): (Exception & {span: WrittenSpan}) | undefined {
  const property = firstOf(exception, 'RECURRENCE-ID')!;
  const moment = momentOf(property, context.zones);
  if (!moment) tell(context, exception, property, 'bad-date');
  const own = moment && spanOf(exception, context);
  if (!own) return undefined;
  // programs that only say "cancelled" leave the rest out
  const isWhole = ['DTSTART', 'DTEND', 'DURATION'].some(name => firstOf(exception, name));
  return {
    instead: wallOn(clock, isAllDay, moment, context.zones),
    isDay: moment.form === 'date' && !isAllDay,
    isRange: /RANGE="?THISANDFUTURE/i.test(property.params),
    span: isWhole ? own : {...own, length},
    event: 0,
  };
}

/** Whether an exception tells nothing else than the series but when it is. */
function isSame(exception: Entry, base: Entry): boolean {
  const told = ({properties}: Entry): string =>
    properties
      .filter(({name}) => !/^(?:DT|DURATION|R|EX|SEQ|LAST|UID|X-MI)/.test(name))
      .map(({name, value}) => name + value)
      .sort()
      .join('\n');
  return told(exception) === told(base);
}

/** An exception without a name is not whole: what it does not say is as in the series. */
function withBase(exception: Entry, base: Entry): Entry {
  if (firstOf(exception, 'SUMMARY')) return exception;
  const {line, uid, properties} = exception;
  const others = base.properties.filter(({name}) => !allOf(exception, name).length);
  return {line, uid, properties: [...properties, ...others]};
}

function descriptionOf(
  calendar: Calendar,
  {floating}: CalendarZones,
  baseUrl: string | undefined,
): CalendarDescription {
  const text = (...names: string[]): string | undefined => {
    const found = names.flatMap(name => firstOf(calendar, name) ?? [])[0];
    return found && cleanText(textOf(found.value), 2000);
  };
  const refresh = readDuration(text('REFRESH-INTERVAL', 'X-PUBLISHED-TTL') ?? '');
  const description: {-readonly [K in keyof CalendarDescription]: CalendarDescription[K]} = {};
  put(description, 'name', text('NAME', 'X-WR-CALNAME'));
  put(description, 'description', text('DESCRIPTION', 'X-WR-CALDESC'));
  put(description, 'url', resolveUrl(text('URL'), baseUrl));
  put(description, 'color', text('COLOR', 'X-APPLE-CALENDAR-COLOR'));
  put(description, 'timeZone', floating?.name);
  put(description, 'refreshMinutes', refresh && (refresh.days * DAY + refresh.rest) / MINUTE);
  return description;
}
