import {medians} from '../measuring/statistics.js';
import type {Promised, Table} from '../record/record.js';
import {rounded} from '../record/rounded.js';
import type {ContenderName} from './contenders.js';

/** What one reading in a process of its own took; CPU is user and system time of all its threads. */
export interface Figures {
  readonly dates: number;
  /** Milliseconds. */
  readonly cpu: number;
  readonly wall: number;
  /** Resident set, bytes. */
  readonly memory: number;
}

/** All rounds of one contender with one feed. */
export interface Result {
  readonly size: number;
  readonly contender: ContenderName;
  readonly rounds: readonly Figures[];
}

const cpuOf = (results: readonly Result[], name: ContenderName, size: number): number => {
  const found = results.find(({contender, size: other}) => contender === name && other === size);
  return found ? medians(found.rounds).cpu : NaN;
};

/** One table for each feed, one row for each contender. */
export function tablesOf(results: readonly Result[]): Table[] {
  return [...new Set(results.map(({size}) => size))].map(size => ({
    title: `${size} events, one year`,
    columns: ['contender', 'dates', 'CPU ms', 'wall ms', '÷ ours', 'memory MB'],
    rows: results
      .filter(result => result.size === size)
      .map(({contender, rounds}) => {
        const {dates, cpu, wall, memory} = medians(rounds);
        return [
          contender,
          dates,
          rounded(cpu),
          rounded(wall),
          rounded(cpu / cpuOf(results, 'ours', size), 1),
          rounded(memory / 1e6),
        ];
      }),
  }));
}

const MANY = 10_000;

/** What was promised for many events. */
export function promisesOf(results: readonly Result[]): Promised[] {
  const cpu = (name: ContenderName): number => cpuOf(results, name, MANY);
  return [
    {
      name: '10,000: rrule with zones ÷ ours',
      value: cpu('rrule-zones') / cpu('ours'),
      unit: '×',
      atLeast: 5,
    },
    {
      name: '10,000: ical.js told of no exceptions ÷ ours',
      value: cpu('ical.js-tuned') / cpu('ours'),
      unit: '×',
      atLeast: 9,
    },
    {name: '10,000: processor of ours', value: cpu('ours'), unit: 'ms', atMost: 1000},
  ];
}

/** What one must know to read the tables. */
export const NOTES: readonly string[] = [
  'All contenders find the same number of dates, or there are no figures. Each reading is the first of a process of its own: nothing is warm.',
  '“rrule” is rules alone: times of Paris are taken for UTC. “rrule-zones” hands it the zone that the file tells (TZID), as its documentation shows, which true times of Paris need. Both split lines by hand and read nothing else of an event, where ours reads and cleans all of it.',
  'The bound of five comes from a prototype that put a reader of its own around rrule, zones included, and took 5.2 to 5.8 s of processor for this feed: of the two, “rrule-zones” does that work.',
  'ical.js as documented looks for exceptions of each event in all others, and is left out above 1,000 events.',
];
