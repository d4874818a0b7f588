import {
  eventsToAtom,
  eventsToICalendar,
  eventsToJsonLd,
  readDocuments,
  type Event,
  type EventsReading,
  type Occurrence,
} from '@local-widgets/model';
import type {Language} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {calendarLinks, calendarPage} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {whenText} from '../when-text.js';
import {filterKey, filterReading} from './filter-reading.js';
import {KeptTexts} from './kept-texts.js';
import {readPublished, toWritten} from './published-documents.js';
import type {PublishedText, ReadingQuery} from './published-reading.js';
import {readWindow, type DayWindow} from './window.js';

const DAY = 86_400_000;
/** Days for which subscribers keep what is over. */
const PAST_DAYS = 90;
/** Days ahead in which dates that differ are told; rules go on for ever. */
const AHEAD_DAYS = 1000;
/** Dates that search engines and feed readers are told. */
const MOST_DATES = 50;

export type FileKind = 'ics' | 'jsonld' | 'atom';

export interface FileQuery extends ReadingQuery {
  kind: FileKind;
  language: Language;
}

const kept = new WeakMap<HubContext['db'], KeptTexts<{text: string}>>();

/** A calendar, or one of its events, in a format that other programs know; once for each version and day. */
export async function publishedFile(
  context: HubContext,
  calendar: Calendar,
  query: FileQuery,
): Promise<PublishedText> {
  const texts = kept.get(context.db) ?? new KeptTexts<{text: string}>();
  kept.set(context.db, texts);
  const now = context.clock.now().getTime();
  const window = windowFor(query.kind, calendar, now);
  const {kind, language, eventId} = query;
  const key = [
    ...[kind, language, calendar.id, calendar.publishedVersion, window.from, eventId],
    filterKey(query),
  ].join(' ');
  let file = texts.get(key);
  if (!file) {
    const whole = await readCalendar(context, calendar, window, eventId);
    file = {text: WRITERS[kind](filterReading(whole, query), {context, calendar, now, language})};
    texts.set(key, file);
  }
  return {...file, tag: `"${calendar.publishedVersion}-${sha256Hex(file.text).slice(0, 16)}"`};
}

function windowFor(kind: FileKind, {settings}: Calendar, now: number): DayWindow {
  const {timeZone} = settings;
  const today = readWindow({}, timeZone, now);
  if (kind !== 'ics') return today;
  const day = (days: number) =>
    new Date(Date.parse(today.from) + days * DAY).toISOString().slice(0, 10);
  return readWindow({from: day(-PAST_DAYS), to: day(AHEAD_DAYS)}, timeZone, now);
}

/** What everybody may see of a calendar in a window. */
export async function readCalendar(
  {db, config}: Pick<HubContext, 'db' | 'config'>,
  calendar: Calendar,
  {starts, ends, timeZone}: DayWindow,
  eventId?: string,
): Promise<EventsReading> {
  const rows = await readPublished(db, calendar, {starts, ends, eventId});
  const written = rows.map(row => toWritten(row, config.publicUrl));
  const {name} = calendar.settings;
  return readDocuments(written, {from: starts, to: ends, timeZone, sourceName: name});
}

interface Beside {
  context: HubContext;
  calendar: Calendar;
  now: number;
  language: Language;
}

const WRITERS: Record<FileKind, (reading: EventsReading, beside: Beside) => string> = {
  ics: (reading, {context, calendar: {id, settings, publishedAt}}) =>
    eventsToICalendar(reading, {
      // the same file as long as nothing changes
      now: publishedAt,
      name: settings.name,
      description: settings.description,
      url: settings.url ?? calendarPage(context.config.publicUrl, id),
      refreshMinutes: 60,
    }),

  jsonld: (reading, {context, calendar: {id, settings}}) =>
    JSON.stringify(
      eventsToJsonLd(nextDates(reading), {
        timeZone: settings.timeZone,
        pageUrl: calendarPage(context.config.publicUrl, id),
        limit: MOST_DATES,
      }),
    ),

  atom: (reading, {context, calendar: {id, settings, publishedAt}, language}) => {
    const links = calendarLinks(context.config.publicUrl, id);
    return eventsToAtom(latestEvents(reading), {
      title: settings.name,
      url: links.atom,
      pageUrl: links.page,
      now: publishedAt,
      whenOf: (event, occurrence) => whenOf(event, occurrence, settings.timeZone, language),
    });
  },
};

export interface ShownDate {
  event: Event;
  occurrence: Occurrence;
}

/** Dates with their events, in order. */
export function nextDates({events, occurrences}: EventsReading, most = MOST_DATES): ShownDate[] {
  const byId = new Map(events.map(event => [event.id, event]));
  return occurrences
    .slice(0, most)
    .map(occurrence => ({event: byId.get(occurrence.eventId)!, occurrence}));
}

/** Each event once, by its next date; what was written last comes first. */
function latestEvents(reading: EventsReading): ShownDate[] {
  const shown = new Map<string, ShownDate>();
  for (const date of nextDates(reading, reading.occurrences.length)) {
    if (!shown.has(date.event.id)) shown.set(date.event.id, date);
  }
  const writtenAt = ({event}: ShownDate) => event.source?.dateModified ?? '';
  return [...shown.values()]
    .sort((one, other) => (writtenAt(one) < writtenAt(other) ? 1 : -1))
    .slice(0, MOST_DATES);
}

/** When one date is, in words, on the event's own clock. */
export function whenOf(
  {timeZone}: Event,
  {start, end, isAllDay}: Occurrence,
  calendarZone: string,
  language: Language,
): string {
  const zone = isAllDay ? calendarZone : (timeZone ?? calendarZone);
  return whenText({startsAt: start, endsAt: end, isAllDay, timeZone: zone}, language);
}
