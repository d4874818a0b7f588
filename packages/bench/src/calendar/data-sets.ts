import {mulberry32} from '../measuring/random.js';

/** One event as calendars for pages take it. */
export interface PlainEvent {
  readonly id: string;
  readonly title: string;
  /** `2026-06-14T18:30:00+02:00`, or a date for whole days. */
  readonly start: string;
  /** The same; of whole days the one after the last. */
  readonly end: string;
  readonly allDay: boolean;
}

/** The same events as JSON for the peers and as iCalendar. */
export interface DataSet {
  readonly count: number;
  readonly json: Buffer;
  readonly ics: Buffer;
  /** Events on the day that is checked. */
  readonly onCheckedDay: number;
}

/** The day of the month that is opened first whose events are counted. */
export const CHECKED_DAY = '2026-06-17';

const YEAR = Date.UTC(2026, 0, 1);
const DAY = 864e5;
const KINDS = ['Concert', 'Marché', 'Atelier', 'Conférence', 'Sortie', 'Bal', 'Lecture'];
const PLACES = ['salle des fêtes', 'bibliothèque', 'halle', 'café des Tilleuls', 'gymnase'];

/**
 * Events of one year, the same for a count: nine in ten last some hours, one in twelve some days, the rest
 * for weeks, as exhibitions do.
 */
export function generated(count: number): DataSet {
  const random = mulberry32(count);
  const below = (limit: number): number => Math.floor(random() * limit);
  const events = Array.from({length: count}, (_, i): PlainEvent => {
    const title = `${KINDS[below(KINDS.length)]!} ${PLACES[below(PLACES.length)]!} ${i + 1}`;
    const id = `event-${i + 1}`;
    const kind = random();
    const day = below(365);
    if (kind < 0.9) {
      const minute = (8 + below(14)) * 60 + below(4) * 15;
      const start = YEAR + day * DAY + minute * 6e4;
      return {id, title, start: iso(start), end: iso(start + (1 + below(3)) * 36e5), allDay: false};
    }
    const days = kind < 0.98 ? 2 + below(3) : 20 + below(60);
    return {id, title, start: date(day), end: date(day + days), allDay: true};
  });
  const checked = Math.round((Date.parse(CHECKED_DAY) - YEAR) / DAY);
  const isOn = ({start, end, allDay}: PlainEvent): boolean => {
    const first = Math.floor((Date.parse(start.slice(0, 10)) - YEAR) / DAY);
    // what goes on after midnight stands with the day before
    const last = allDay ? Math.floor((Date.parse(end) - YEAR) / DAY) - 1 : first;
    return first <= checked && checked <= last;
  };
  return {
    count,
    json: Buffer.from(JSON.stringify(events)),
    ics: Buffer.from(icsOf(events)),
    onCheckedDay: events.filter(isOn).length,
  };
}

const iso = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');
const date = (day: number): string => new Date(YEAR + day * DAY).toISOString().slice(0, 10);
const basic = (text: string): string => text.replace(/[-:]/g, '');

function icsOf(events: readonly PlainEvent[]): string {
  const lines = events.flatMap(({id, title, start, end, allDay}) => [
    'BEGIN:VEVENT',
    `UID:${id}@bench.example`,
    'DTSTAMP:20260101T000000Z',
    `SUMMARY:${title}`,
    `DTSTART${allDay ? ';VALUE=DATE' : ''}:${basic(start)}`,
    `DTEND${allDay ? ';VALUE=DATE' : ''}:${basic(end)}`,
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
