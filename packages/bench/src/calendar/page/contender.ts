/** What the measuring asks of a page with a calendar, ours and the peers' alike. */
export interface Contender {
  /** Whether the events are on the page. */
  isShown(): boolean;
  /** Turns to the next month. */
  next(): void;
  /** Events that the page says are on on a day of the month (`2026-06-17`). */
  countOn(date: string): number;
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
