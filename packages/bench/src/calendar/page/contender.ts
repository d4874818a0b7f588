import type {PlainEvent} from '../data-sets.js';

/** What the measuring asks of a page with a calendar, ours and the peers' alike. */
export interface Contender {
  /** Whether the events are on the page. */
  isShown(): boolean;
  /** Turns to the next month. */
  next(): void;
  /** Events that the page says are on on a day of the month (`2026-06-17`). */
  countOn(date: string): number;
  /** Makes a filter possible: a panel that is open. */
  prepare(): Promise<void>;
  /** Asks for the events of a category, or for all again. */
  filter(category: string | undefined): void;
  /** What the month is called on the page. */
  title(): string;
  /** Elements of the calendar, in shadow trees too. */
  elements(): number;
}

declare global {
  interface Window {
    calendar: Contender;
    longTasks: number[];
  }
}

/** Keeps the longest tasks from the beginning of the page, in milliseconds. */
export function watchTasks(): void {
  window.longTasks = [];
  new PerformanceObserver(list => {
    for (const {duration} of list.getEntries()) window.longTasks.push(duration);
  }).observe({type: 'longtask', buffered: true});
}

/** Which view the page is to show: `month` or `list`. */
export const view = new URLSearchParams(location.search).get('view') ?? 'month';

/** The day around which the page begins. */
export const start = '2026-06-12';

/** The events for peers, each with its own dates or as series. */
export async function fetchEvents(from: '/events.json' | '/expanded.json'): Promise<PlainEvent[]> {
  const answer = await fetch(from);
  return (await answer.json()) as PlainEvent[];
}

/** Those of a category, or all. */
export const ofCategory = (
  events: readonly PlainEvent[],
  category: string | undefined,
): readonly PlainEvent[] =>
  category === undefined ? events : events.filter(event => event.category === category);

/** How many of some events are on on a day of UTC. */
export function countOn(
  events: readonly {readonly start: Date | null; readonly end: Date | null}[],
  date: string,
): number {
  const day = new Date(`${date}T00:00Z`);
  const next = new Date(day.getTime() + 864e5);
  return events.filter(({start, end}) => start! < next && (end ?? start!) > day).length;
}
