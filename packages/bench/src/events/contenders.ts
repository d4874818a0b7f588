import ICAL from 'ical.js';
import rrule from 'rrule';
import {readEvents} from '@local-widgets/model';
import {WINDOW} from './feed.js';

/** Reads a feed and works out the dates of the year; gives how many there are. */
type Read = (feed: string) => number;

export const CONTENDERS = {
  ours: feed => readEvents(feed, {...WINDOW, timeZone: 'Europe/Paris'}).occurrences.length,

  /** As its documentation shows: an `ICAL.Event` for each component, iterated from its start. */
  'ical.js': feed => countWithIcal(feed, event => new ICAL.Event(event)),

  /** Told that there are no exceptions, it does not look for them in all other events. */
  'ical.js-tuned': feed =>
    countWithIcal(feed, event => new ICAL.Event(event, {exceptions: [], strictExceptions: true})),

  /** It reads rules only. Lines are split by hand, nothing else of an event is read, and zones are left out. */
  rrule: feed => countWithRrule(feed, withoutZone),

  /** The same with the zone that the file tells, as its documentation shows: true times of Paris. */
  'rrule-zones': feed => countWithRrule(feed, line => line),
} satisfies Record<string, Read>;

export type ContenderName = keyof typeof CONTENDERS;

function countWithIcal(feed: string, eventOf: (component: ICAL.Component) => ICAL.Event): number {
  const calendar = new ICAL.Component(ICAL.parse(feed) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  let count = 0;
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = eventOf(component);
    const dates = event.iterator();
    for (;;) {
      const date = dates.next() as ICAL.Time | undefined;
      if (!date || date.toJSDate().getTime() >= WINDOW.to) break;
      const {endDate} = event.getOccurrenceDetails(date);
      if (endDate.toJSDate().getTime() > WINDOW.from) count++;
    }
  }
  return count;
}

/** Times of Paris as if they were UTC, which spares asking Intl for each date. */
const withoutZone = (line: string): string => line.replace(/;TZID=[^:]*:(.*)$/, ':$1Z');

function countWithRrule(feed: string, lineOf: (line: string) => string): number {
  const {rrulestr} = rrule;
  const [from, to] = [new Date(WINDOW.from), new Date(WINDOW.to - 1)];
  let count = 0;
  let event: string[] = [];
  for (const line of feed.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    if (line === 'BEGIN:VEVENT') event = [];
    else if (line !== 'END:VEVENT') event.push(line);
    else if (!event.some(one => one.startsWith('RRULE'))) count++;
    else {
      const rules = event.filter(one => /^(?:DTSTART|RRULE|EXDATE)/.test(one)).map(lineOf);
      count += rrulestr(rules.join('\n'), {forceset: true}).between(from, to, true).length;
    }
  }
  return count;
}
