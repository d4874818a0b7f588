import type {PlainEvent} from '../data-sets.js';
import {countOn, fetchEvents, ofCategory, start, view, watchTasks} from './contender.js';

const DAY = 864e5;

/** As FullCalendar takes events: what is on every week is told by its weekday and its first and last day. */
function forFullCalendar(event: PlainEvent): object {
  const {id, title, start, end, allDay, times} = event;
  if (times === 1) return {id, title, start, end, allDay};
  const first = new Date(start);
  const after = new Date(first.getTime() + ((times - 1) * 7 + 1) * DAY);
  return {
    id,
    title,
    daysOfWeek: [first.getUTCDay()],
    startTime: start.slice(11, 16),
    endTime: end.slice(11, 16),
    startRecur: start.slice(0, 10),
    endRecur: after.toISOString().slice(0, 10),
  };
}

/** What both versions take. */
interface Options {
  readonly initialView: string;
  readonly initialDate: string;
  readonly timeZone: string;
  readonly dayMaxEvents: number;
  readonly events: object[];
}

/** What both versions can. */
interface FullCalendar {
  readonly view: {readonly title: string};
  render(): void;
  next(): void;
  getEvents(): readonly {readonly start: Date | null; readonly end: Date | null}[];
  setOption(name: 'events', value: object[]): void;
}

/** A page with FullCalendar, in whichever version. */
export async function startFullCalendar(
  make: (box: HTMLElement, options: Options) => FullCalendar,
): Promise<void> {
  watchTasks();
  const box = document.querySelector<HTMLElement>('#calendar')!;
  const events = await fetchEvents('/events.json');
  const calendar = make(box, {
    initialView: view === 'list' ? 'listMonth' : 'dayGridMonth',
    initialDate: start,
    timeZone: 'UTC',
    dayMaxEvents: 3,
    events: events.map(forFullCalendar),
  });
  calendar.render();
  window.calendar = {
    isShown: () => box.querySelectorAll('[data-date]').length > (view === 'list' ? 0 : 20),
    next: () => calendar.next(),
    title: () => calendar.view.title,
    elements: () => box.querySelectorAll('*').length,
    countOn: date => countOn(calendar.getEvents(), date),
    prepare: () => Promise.resolve(),
    filter: category =>
      calendar.setOption('events', ofCategory(events, category).map(forFullCalendar)),
  };
}
