import type {Event, EventStatus, Occurrence} from '../event.js';
import {DAY} from '../time/civil.js';
import {instantOf, UTC, wallAt, type Clock} from '../time/clock.js';
import {readDate} from '../time/date-value.js';
import {clockOf} from '../time/intl-clock.js';
import {basicDate} from '../time/write-date.js';
import {contentFile, escapeText, paramText, uriText} from './content.js';
import {placeText} from './place-text.js';
import {zoneComponent} from './zone-component.js';

export interface ICalendarOptions {
  /** When it is written (`DTSTAMP`). */
  readonly now: Date;
  /** Name of the calendar. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Address of the page of the calendar. */
  readonly url?: string | undefined;
  /** Minutes after which subscribers ask again. */
  readonly refreshMinutes?: number | undefined;
  /** Whether what repeats by a rule is written with it; else each date is an event of its own. Default true. */
  readonly withRules?: boolean | undefined;
}

const PRODUCT = '-//local-widgets//events//FR';

const STATUSES: {readonly [S in EventStatus]: string} = {
  scheduled: 'CONFIRMED',
  tentative: 'TENTATIVE',
  cancelled: 'CANCELLED',
  // not on that day in any case
  postponed: 'CANCELLED',
  rescheduled: 'CONFIRMED',
  'moved-online': 'CONFIRMED',
  full: 'CONFIRMED',
};

/**
 * Events as an iCalendar file (RFC 5545, RFC 7986): lines folded by octets, CRLF, times in the zone of the event
 * with a VTIMEZONE made of what Intl knows, or in UTC. UIDs are those of the source or the ids, the same at
 * every writing.
 *
 * @param occurrences Those of the events; of a series that is written with its rule they only tell the dates that
 *   depart from it, of all others there is one event for each.
 */
export function eventsToICalendar(
  {
    events,
    occurrences,
  }: {readonly events: readonly Event[]; readonly occurrences: readonly Occurrence[]},
  options: ICalendarOptions,
): string {
  const writer = new CalendarWriter(options);
  const dates = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const own = dates.get(occurrence.eventId);
    if (own) own.push(occurrence);
    else dates.set(occurrence.eventId, [occurrence]);
  }
  const series = new Map<string, Event>();
  const {withRules = true} = options;
  for (const event of events) {
    const own = dates.get(event.id) ?? [];
    const base = event.superEvent === undefined ? undefined : series.get(event.superEvent);
    if (base) for (const date of own) writer.addException(base, event, date);
    else if (withRules && isWritable(event)) {
      series.set(event.id, event);
      writer.addSeries(event);
      for (const date of own) if (isMoved(event, date)) writer.addException(event, event, date);
    } else for (const date of own) writer.addDate(event, date, own.length > 1);
  }
  return writer.finish();
}

/** One date of an event, to be put into somebody's calendar. */
export function occurrenceToICalendar(
  event: Event,
  occurrence: Occurrence,
  options: ICalendarOptions,
): string {
  const writer = new CalendarWriter(options);
  writer.addDate(event, occurrence, event.recurrence !== undefined);
  return writer.finish();
}

/** Whether a series can be told by a rule, or by its dates, on a clock that others know. */
function isWritable({recurrence, isAllDay, isFloating, timeZone}: Event): boolean {
  return recurrence !== undefined && (isAllDay || isFloating === true || timeZone !== undefined);
}

/** Whether a date of a series is at another time than that which tells it. */
function isMoved(event: Event, {recurrenceId, start, isAllDay, firstDay}: Occurrence): boolean {
  const meant = readDate(recurrenceId);
  if (!meant) return false;
  if (isAllDay) return meant.at !== firstDay * DAY;
  const clock = clockFor(event);
  return clock !== undefined && instantOf(meant.form === 'utc' ? UTC : clock, meant.at) !== start;
}

function clockFor({timeZone}: Event): Clock | undefined {
  return timeZone === undefined || timeZone === 'UTC' ? undefined : clockOf(timeZone);
}

class CalendarWriter {
  private readonly lines: string[] = [];
  private readonly zones = new Map<string, {readonly clock: Clock; from: number; to: number}>();
  private readonly stamp: string;

  constructor(private readonly options: ICalendarOptions) {
    this.stamp = basicDate(options.now.getTime(), 'utc');
  }

  /** The event with its rule and dates. */
  addSeries(event: Event): void {
    const {recurrence, isAllDay} = event;
    const start = readDate(event.startDate);
    const end = readDate(event.endDate);
    if (!start || !end) return;
    const rule = recurrence?.rule;
    const list = (name: string, dates: readonly string[] | undefined): string[] =>
      (dates ?? []).flatMap(text => {
        const date = readDate(text);
        // a day that is named where times are: the time of the series on it
        const time = date?.form === 'date' && !isAllDay ? localTime(event.startDate) : 0;
        return date ? [this.dateLine(name, event, date.at + time)] : [];
      });
    const clock = clockFor(event);
    const localStart = isAllDay || event.isFloating ? start.at : wallOf(start.at, clock);
    const localEnd = isAllDay ? end.at + DAY : event.isFloating ? end.at : wallOf(end.at, clock);
    this.add(event, event.uid ?? event.id, [
      this.dateLine('DTSTART', event, localStart),
      ...(localEnd > localStart ? [this.dateLine('DTEND', event, localEnd)] : []),
      ...(rule === undefined ? [] : [`RRULE:${untilIn(rule, event, clock)}`]),
      ...list('RDATE', recurrence?.dates),
      ...list('EXDATE', recurrence?.exceptDates),
    ]);
  }

  /** A date of a series that is not as the others. */
  addException(base: Event, event: Event, occurrence: Occurrence): void {
    const meant = readDate(occurrence.recurrenceId);
    if (!meant) return;
    const id =
      meant.form === 'utc'
        ? `RECURRENCE-ID:${basicDate(meant.at, 'utc')}`
        : this.dateLine('RECURRENCE-ID', base, meant.at);
    this.add(event, base.uid ?? base.id, [id, ...this.ends(event, occurrence)]);
  }

  /** One date as an event of its own. */
  addDate(event: Event, occurrence: Occurrence, isOneOfMany: boolean): void {
    const uid = event.uid ?? event.id;
    this.add(
      event,
      isOneOfMany ? `${uid}-${occurrence.recurrenceId}` : uid,
      this.ends(event, occurrence),
    );
  }

  finish(): string {
    const {name, description, url, refreshMinutes} = this.options;
    return contentFile([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `PRODID:${PRODUCT}`,
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      ...(name ? [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`] : []),
      ...(description
        ? [`DESCRIPTION:${escapeText(description)}`, `X-WR-CALDESC:${escapeText(description)}`]
        : []),
      ...(url ? [`URL:${uriText(url)}`] : []),
      ...(refreshMinutes
        ? [
            `REFRESH-INTERVAL;VALUE=DURATION:PT${Math.ceil(refreshMinutes)}M`,
            `X-PUBLISHED-TTL:PT${Math.ceil(refreshMinutes)}M`,
          ]
        : []),
      ...[...this.zones.values()].flatMap(({clock, from, to}) => zoneComponent(clock, from, to)),
      ...this.lines,
      'END:VCALENDAR',
    ]);
  }

  private add(event: Event, uid: string, when: readonly string[]): void {
    this.lines.push(
      'BEGIN:VEVENT',
      `UID:${escapeText(uid)}`,
      `DTSTAMP:${this.stamp}`,
      ...when,
      ...descriptionLines(event),
      'END:VEVENT',
    );
  }

  private ends(event: Event, {start, end, isAllDay, firstDay, lastDay}: Occurrence): string[] {
    if (isAllDay) {
      return [
        `DTSTART;VALUE=DATE:${basicDate(firstDay * DAY, 'date')}`,
        `DTEND;VALUE=DATE:${basicDate((lastDay + 1) * DAY, 'date')}`,
      ];
    }
    const clock = clockFor(event);
    const line = (name: string, instant: number): string =>
      clock
        ? this.dateLine(name, event, wallAt(clock, instant))
        : `${name}:${basicDate(instant, 'utc')}`;
    return [line('DTSTART', start), ...(end > start ? [line('DTEND', end)] : [])];
  }

  /** A property with a wall time of the event. */
  private dateLine(name: string, event: Event, wall: number): string {
    if (event.isAllDay) return `${name};VALUE=DATE:${basicDate(wall, 'date')}`;
    if (event.isFloating) return `${name}:${basicDate(wall, 'local')}`;
    const clock = clockFor(event);
    if (!clock) return `${name}:${basicDate(wall, 'utc')}`;
    const zone = clock.name!;
    const instant = instantOf(clock, wall);
    const known = this.zones.get(zone);
    this.zones.set(zone, {
      clock,
      from: Math.min(instant, known?.from ?? instant),
      to: Math.max(instant, this.options.now.getTime(), known?.to ?? instant),
    });
    return `${name};TZID=${zone}:${basicDate(wall, 'local')}`;
  }
}

/** `startDate` has its offset: the instant, as the clock of the event shows it. */
const wallOf = (instant: number, clock: Clock | undefined): number =>
  clock ? wallAt(clock, instant) : instant;

const localTime = (startDate: string): number => {
  const date = readDate(startDate.slice(0, 19));
  return date ? date.at % DAY : 0;
};

/** `UNTIL` of a series with times must be in UTC, of days a day (RFC 5545 §3.3.10). */
function untilIn(rule: string, event: Event, clock: Clock | undefined): string {
  return rule.replace(/UNTIL=([^;]+)/, (whole, text: string) => {
    const until = readDate(text);
    if (!until || until.form === 'utc')
      return event.isAllDay && until ? `UNTIL=${basicDate(until.at, 'date')}` : whole;
    if (event.isAllDay) return `UNTIL=${basicDate(until.at, 'date')}`;
    const last = until.form === 'date' ? until.at + DAY - 1000 : until.at;
    if (event.isFloating) return `UNTIL=${basicDate(last, 'local')}`;
    return `UNTIL=${basicDate(clock ? instantOf(clock, last) : last, 'utc')}`;
  });
}

function descriptionLines(event: Event): string[] {
  const {name, description, url, location, organizer, categories, eventStatus, onlineUrl, image} =
    event;
  const place = placeText(location);
  const {geo} = location ?? {};
  const modified = readDate(event.source?.dateModified ?? '');
  const lines: (string | false | undefined)[] = [
    `SUMMARY:${escapeText(name)}`,
    description !== undefined && `DESCRIPTION:${escapeText(description)}`,
    place !== '' && `LOCATION:${escapeText(place)}`,
    location?.placeId !== undefined && `X-LOCAL-PLACE-ID:${escapeText(location.placeId)}`,
    geo && `GEO:${geo.latitude.toFixed(6)};${geo.longitude.toFixed(6)}`,
    url !== undefined && `URL:${uriText(url)}`,
    categories && `CATEGORIES:${categories.map(escapeText).join(',')}`,
    eventStatus && `STATUS:${STATUSES[eventStatus]}`,
    ...organizerLines(organizer),
    onlineUrl !== undefined && `CONFERENCE;VALUE=URI:${uriText(onlineUrl)}`,
    image && `IMAGE;VALUE=URI;DISPLAY=BADGE:${uriText(image.url)}`,
    modified?.form === 'utc' && `LAST-MODIFIED:${basicDate(modified.at, 'utc')}`,
  ];
  return lines.filter(line => typeof line === 'string');
}

/** An organizer is an address (RFC 5545 §3.8.4.3); one without e-mail is a contact. */
function organizerLines(organizer: Event['organizer']): string[] {
  const {name, email, telephone} = organizer ?? {};
  if (email !== undefined) {
    return [`ORGANIZER${name ? `;CN=${paramText(name)}` : ''}:mailto:${uriText(email)}`];
  }
  const contact = [name, telephone].filter(part => part !== undefined).join(', ');
  return contact ? [`CONTACT:${escapeText(contact)}`] : [];
}
