/** One thing that is measured, by a command of its own. */
export interface Topic {
  readonly name: string;
  readonly about: string;
  /** What is run, below `packages/bench/src`. */
  readonly entry: string;
  /** How it is run when everything is, so that all of it takes less than half an hour; absent: only when asked for. */
  readonly everything?: readonly string[];
}

const words = (text: string): string[] => text.split(' ').filter(Boolean);

/** In the order in which they are run. */
export const TOPICS: readonly Topic[] = [
  {
    name: 'map',
    about: 'places on a map, beside Leaflet and its clusters, supercluster and MapLibre',
    entry: 'map/main.ts',
    everything: words('--rounds 2 --throttle 1,4 --slow-sizes 10000'),
  },
  {
    name: 'calendar',
    about: 'months and lists of events, beside FullCalendar 6 and 7, EventCalendar and Schedule-X',
    entry: 'calendar/main.ts',
    everything: words('--rounds 2 --throttle 1,4 --slow-sizes 1000'),
  },
  {
    name: 'events',
    about: 'reading calendar files, beside ical.js and rrule',
    entry: 'events/main.ts',
    everything: words('--rounds 2'),
  },
  {
    name: 'hub',
    about: 'orders, beside the same rows written by hand on SQLite and PostgreSQL',
    entry: 'hub/main.ts',
    everything: words('--rounds 2 --seconds 5'),
  },
  {
    name: 'chat',
    about: 'rooms, beside Prosody and a bare stream',
    entry: 'chat/main.ts',
    everything: words('--rounds 2'),
  },
  {
    name: 'page',
    about: 'the page of a town with all four elements, beside the same page made of their peers',
    entry: 'town-page/main.ts',
    everything: words('--rounds 2'),
  },
  {
    name: 'load',
    about:
      'the hub with 50 shops, 20,000 products and 100,000 orders: answers, memory, backup, restore',
    entry: 'load/main.ts',
  },
];
