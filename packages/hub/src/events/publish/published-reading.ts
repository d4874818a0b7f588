import {
  frenchHolidays,
  readDocuments,
  type Holiday,
  type EventsReading,
  type Occurrence,
} from '@local-widgets/model';
import type {CalendarSettings} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {calendarPage} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {filterKey, filterReading} from './filter-reading.js';
import {KeptTexts} from './kept-texts.js';
import {readPublished, toWritten} from './published-documents.js';
import {documentIdOf, readSignUps, type OpenDocument} from './sign-ups.js';
import type {DayWindow, FilterQuery} from './window.js';

export interface ReadingQuery extends FilterQuery {
  /** One event. */
  eventId?: string | undefined;
}

/** A window of a calendar, all but what changes as people sign up. */
interface KeptReading {
  /** JSON members, without the braces around them. */
  text: string;
  occurrences: readonly Occurrence[];
  /** Those on whose dates one can sign up. */
  open: readonly OpenDocument[];
}

/** JSON of `PublishedEvents`, with its ETag. */
export interface PublishedText {
  text: string;
  tag: string;
}

const kept = new WeakMap<HubContext['db'], KeptTexts<KeptReading>>();

/** What is on in a window, as it is sent: worked out once for each version of the calendar. */
export async function publishedEvents(
  context: HubContext,
  calendar: Calendar,
  window: DayWindow,
  query: ReadingQuery = {},
): Promise<PublishedText> {
  const texts = kept.get(context.db) ?? new KeptTexts<KeptReading>();
  kept.set(context.db, texts);
  const key = [
    ...[calendar.id, calendar.publishedVersion, window.from, window.to, query.eventId],
    filterKey(query),
  ].join(' ');
  let reading = texts.get(key);
  if (!reading) {
    reading = await work(context, calendar, window, query);
    texts.set(key, reading);
  }
  const now = context.clock.now().getTime();
  const signUps = await readSignUps(context.db, reading.open, reading.occurrences, now);
  const json = JSON.stringify(signUps);
  return {
    text: `{"signUps":${json},${reading.text}}`,
    tag: `"${calendar.publishedVersion}-${sha256Hex(`${key} ${json}`).slice(0, 16)}"`,
  };
}

async function work(
  {db, config: {publicUrl}}: HubContext,
  calendar: Calendar,
  window: DayWindow,
  query: ReadingQuery,
): Promise<KeptReading> {
  const {starts, ends, timeZone, from, to} = window;
  const {settings} = calendar;
  const rows = await readPublished(db, calendar, {starts, ends, eventId: query.eventId});
  const written = rows.map(row => toWritten(row, publicUrl));
  const whole = readDocuments(written, {
    from: starts,
    to: ends,
    timeZone,
    sourceName: settings.name,
  });
  const {events, occurrences, truncated} = filterReading(whole, query);
  const members = {
    calendar: describeCalendar(calendar, publicUrl),
    timeZone,
    from,
    to,
    events,
    occurrences,
    // documents were checked as they were written: what the engine says is for the log of who writes them
    rejected: [],
    truncated,
    holidays: holidaysBetween(settings.holidays, from, to),
  };
  const shown = new Set(occurrences.map(({eventId}) => documentIdOf(eventId)));
  return {
    text: JSON.stringify(members).slice(1, -1),
    occurrences,
    open: written.filter(({id, document}) => document.signUp && shown.has(id)),
  };
}

/** What a calendar tells of itself, as in any other feed. */
function describeCalendar({id, settings}: Calendar, publicUrl: string): EventsReading['calendar'] {
  const {name, description, color, timeZone, url = calendarPage(publicUrl, id)} = settings;
  return {
    name,
    ...(description !== undefined && {description}),
    url,
    ...(color !== undefined && {color}),
    timeZone,
    refreshMinutes: 60,
  };
}

/** @param from first day @param to the day after the last one */
export function holidaysBetween(
  region: CalendarSettings['holidays'],
  from: string,
  to: string,
): Holiday[] {
  if (region === 'none') return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({length: last - first + 1}, (_, at) => first + at);
  return years
    .flatMap(year =>
      frenchHolidays(year, region === 'FR-alsace-moselle' ? 'alsace-moselle' : 'metropole'),
    )
    .filter(({date}) => date >= from && date < to);
}
