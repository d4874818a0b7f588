import {mulberry32} from '../measuring/random.js';

/** One event as calendars for pages take it. */
export interface PlainEvent {
  readonly id: string;
  readonly title: string;
  /** `2026-06-14T18:30:00Z`, or a date for whole days. */
  readonly start: string;
  /** The same; of whole days the one after the last. */
  readonly end: string;
  readonly allDay: boolean;
  readonly category: string;
  /** How many times it is on, a week apart. */
  readonly times: number;
}

/** The same events as JSON for the peers and as iCalendar. */
export interface DataSet {
  readonly count: number;
  /** For who knows what repeats. */
  readonly json: Buffer;
  /** For who does not: each time is an event of its own. */
  readonly expanded: Buffer;
  readonly ics: Buffer;
  /** Events on the day that is checked, and those of the category that is filtered by. */
  readonly onCheckedDay: number;
  readonly filteredOnCheckedDay: number;
}

/** The day of the month that is opened first whose events are counted. */
export const CHECKED_DAY = '2026-06-17';
/** What a visitor filters by. */
export const CATEGORY = 'Concert';

const YEAR = Date.UTC(2026, 0, 1);
const DAY = 864e5;
const KINDS = [CATEGORY, 'Marché', 'Atelier', 'Conférence', 'Sortie', 'Bal', 'Lecture'];
const PLACES = ['salle des fêtes', 'bibliothèque', 'halle', 'café des Tilleuls', 'gymnase'];
/** A course of a season. */
const TIMES = 10;

/**
 * Events of one year, the same for a count: nine in ten last some hours, one in twelve some days, the rest
 * for weeks, as exhibitions do. One in five is on ten times, every week.
 */
export function generated(count: number): DataSet {
  const random = mulberry32(count);
  const below = (limit: number): number => Math.floor(random() * limit);
  const events = Array.from({length: count}, (_, i): PlainEvent => {
    const category = KINDS[below(KINDS.length)]!;
    const title = `${category} ${PLACES[below(PLACES.length)]!} ${i + 1}`;
    const about = {id: `event-${i + 1}`, title, category};
    const isSeries = i % 5 === 0;
    const kind = random();
    const day = below(365);
    if (kind < 0.9 || isSeries) {
      const minute = (8 + below(14)) * 60 + below(4) * 15;
      const start = YEAR + day * DAY + minute * 6e4;
      // none goes on after midnight, which some show on both days
      const end = Math.min(start + (1 + below(3)) * 36e5, YEAR + (day + 1) * DAY - 6e4);
      const times = isSeries ? TIMES : 1;
      return {...about, start: iso(start), end: iso(end), allDay: false, times};
    }
    const days = kind < 0.98 ? 2 + below(3) : 20 + below(60);
    return {...about, start: date(day), end: date(day + days), allDay: true, times: 1};
  });
  const each = events.flatMap(timesOf);
  const onDay = each.filter(
    ({start, end}) => start.slice(0, 10) <= CHECKED_DAY && CHECKED_DAY < lastDay(end),
  );
  return {
    count,
    json: Buffer.from(JSON.stringify(events)),
    expanded: Buffer.from(JSON.stringify(each)),
    ics: Buffer.from(icsOf(events)),
    onCheckedDay: onDay.length,
    filteredOnCheckedDay: onDay.filter(({category}) => category === CATEGORY).length,
  };
}

/** The day after the last: `end` itself where whole days are told. */
const lastDay = (end: string): string =>
  end.length === 10 ? end : iso(Date.parse(end) + DAY).slice(0, 10);

function timesOf(event: PlainEvent): PlainEvent[] {
  if (event.times === 1) return [event];
  return Array.from({length: event.times}, (_, week) => {
    const later = (time: string): string => iso(Date.parse(time) + week * 7 * DAY);
    const {id, start, end} = event;
    return {...event, id: `${id}-${week}`, start: later(start), end: later(end), times: 1};
  });
}

const iso = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');
const date = (day: number): string => new Date(YEAR + day * DAY).toISOString().slice(0, 10);
const basic = (text: string): string => text.replace(/[-:]/g, '');

function icsOf(events: readonly PlainEvent[]): string {
  const lines = events.flatMap(({id, title, start, end, allDay, category, times}) => [
    'BEGIN:VEVENT',
    `UID:${id}@bench.example`,
    'DTSTAMP:20260101T000000Z',
    `SUMMARY:${title}`,
    `CATEGORIES:${category}`,
    `DTSTART${allDay ? ';VALUE=DATE' : ''}:${basic(start)}`,
    `DTEND${allDay ? ';VALUE=DATE' : ''}:${basic(end)}`,
    ...(times > 1 ? [`RRULE:FREQ=WEEKLY;COUNT=${times}`] : []),
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//bench//FR',
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
