import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '@local-widgets/dev/src/root.js';
import {readEvents} from '@local-widgets/model';

const TOWN = join(root, 'examples/town/data');
const DAY = 864e5;
const TIME_ZONE = 'Europe/Paris';

/** An event as FullCalendar takes it from JSON. */
interface PeerEvent {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly location: string;
  readonly description: string;
}

/** The dates of the town's calendars in the half year around now, as a server of the peers would make them ready. */
export function peerEvents(now: Date): PeerEvent[] {
  const window = {from: now.getTime() - 40 * DAY, to: now.getTime() + 140 * DAY};
  return ['agenda.ics', 'ateliers.json'].flatMap(file => {
    const {events, occurrences} = readEvents(readFileSync(join(TOWN, file)), {
      ...window,
      timeZone: TIME_ZONE,
    });
    const byId = new Map(events.map(event => [event.id, event]));
    return occurrences.map(({eventId, start, end, isAllDay}) => {
      const event = byId.get(eventId)!;
      const tell = isAllDay ? dayOf : localTime;
      return {
        title: event.name,
        start: tell(start),
        end: tell(end),
        allDay: isAllDay,
        location: event.location?.name ?? '',
        description: event.description ?? '',
      };
    });
  });
}

const format = new Intl.DateTimeFormat('sv', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2026-12-01T20:30:00`, on the clocks of the town. */
const localTime = (moment: number): string => format.format(moment).replace(' ', 'T');
const dayOf = (moment: number): string => format.format(moment).slice(0, 10);

/** How many events are on, by day as `2026-12-01`. */
export function eventsByDay(now: Date): Map<string, number> {
  const counts = new Map<string, number>();
  for (const {start, end} of peerEvents(now)) {
    const [first, after] = [millisecondsOf(start), millisecondsOf(end)];
    // what ends at midnight ends with the day before
    const last = Math.max(first, after - 1);
    for (let day = Math.floor(first / DAY); day <= Math.floor(last / DAY); day++) {
      const date = new Date(day * DAY).toISOString().slice(0, 10);
      counts.set(date, (counts.get(date) ?? 0) + 1);
    }
  }
  return counts;
}

/** Of a day or a local time, as if it were in UTC. */
const millisecondsOf = (moment: string): number =>
  Date.parse(moment.length === 10 ? moment : `${moment}Z`);
