import {medians} from '../measuring/statistics.js';
import type {Promised, Table} from '../record/record.js';
import {rounded} from '../record/rounded.js';
import type {ContenderName} from './contenders.js';
import type {Figures} from './measure.js';

/** The rounds of one contender with one number of events at one speed; none when it was left out. */
export interface Result {
  readonly events: number;
  readonly throttle: number;
  readonly contender: ContenderName;
  readonly rounds: readonly Figures[];
}

/** Kilobytes of scripts that FullCalendar 7 takes to read calendar files and rules as ours does. */
export interface EqualSet {
  readonly kilobytes: number;
}

const COLUMNS: readonly [title: string, key: keyof Figures, decimals?: number][] = [
  ['month', 'firstMonth'],
  ['month again', 'monthAgain'],
  ['turn', 'nextMonth'],
  ['filter', 'filter'],
  ['list', 'firstList'],
  ['month elements', 'monthElements'],
  ['list elements', 'listElements'],
  ['longest task', 'longestTask'],
  ['heap MB', 'heap', 1],
  ['js+css kB', 'transfer', 1],
];

/** One table for each number of events and speed, one row for each contender. */
export function tablesOf(results: readonly Result[], {kilobytes}: EqualSet): Table[] {
  const titleOf = ({events, throttle}: Result): string => `${events} events, CPU ×${throttle}`;
  const tables = [...new Set(results.map(titleOf))].map(title => ({
    title,
    columns: ['contender', ...COLUMNS.map(([head]) => head)],
    rows: results
      .filter(result => titleOf(result) === title)
      .map(({contender, rounds}) => {
        const figures: Partial<Figures> = medians(rounds);
        return [contender, ...COLUMNS.map(([, key, decimals]) => rounded(figures[key], decimals))];
      }),
  }));
  const rows = [[EQUAL_SET, rounded(kilobytes, 1)]];
  return [...tables, {title: 'By weight alone', columns: ['contender', 'js+css kB'], rows}];
}

const EQUAL_SET = 'FullCalendar 7 with its plugin for rules, rrule and ical.js';
const MANY = 10_000;

/** What was promised for many events at full speed. */
export function promisesOf(results: readonly Result[], {kilobytes}: EqualSet): Promised[] {
  const figure = (key: keyof Figures, name: ContenderName = 'ours'): number => {
    const result = results.find(
      ({contender, events, throttle}) => contender === name && events === MANY && throttle === 1,
    );
    const figures: Partial<Figures> = medians(result?.rounds ?? []);
    return figures[key] ?? NaN;
  };
  const beside = (words: string, key: keyof Figures, atLeast: number): Promised => ({
    name: `10,000: ${words}, FullCalendar 7 ÷ ours`,
    value: figure(key, 'fullcalendar') / figure(key),
    unit: '×',
    atLeast,
  });
  return [
    beside('processor for the first month', 'firstMonth', 3),
    beside('processor for the first list', 'firstList', 2.5),
    beside('processor for another month', 'nextMonth', 5),
    beside('memory', 'heap', 2),
    {
      name: 'bytes, FullCalendar 7’s equal set ÷ ours',
      value: kilobytes / figure('transfer'),
      unit: '×',
      atLeast: 3,
    },
    {name: '10,000: longest task', value: figure('longestTask'), unit: 'ms', atMost: 50},
    {name: '10,000: elements of a month', value: figure('monthElements'), unit: '', atMost: 600},
  ];
}

/** What one must know to read the tables. */
export const NOTES: readonly string[] = [
  'Times are milliseconds of the main thread’s processor until the page rests; only the longest task is on the clock.',
  'One event in five is on ten times, a week apart: ours reads a calendar file with rules, FullCalendar weekdays with a first and a last day; EventCalendar and Schedule-X repeat nothing and get each time as an event of its own.',
  'The peers get their events as a list in memory, which spares them to ask again for each month; their filter is the list filtered by category and given to them again.',
  'FullCalendar’s equal set is what it takes to do as much as ours: month and list, rules, and reading calendar files, which its version 7 has no plugin for (ical.js).',
  'EventCalendar and Schedule-X are left out above 2,000 events, divided by the slowing-down of the processor: they would take minutes.',
  'Schedule-X uses the browser’s own Temporal: in a browser without it a polyfill comes on top of its bytes.',
];
