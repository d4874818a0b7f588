import type {Promised, Table} from '../record/record.js';
import {rounded} from '../record/rounded.js';
import type {ContenderName} from './contenders.js';
import type {Figures} from './measure.js';

/** The medians of one contender with one data set at one speed. */
export interface Result {
  readonly data: string;
  readonly places: number;
  readonly throttle: number;
  readonly contender: ContenderName;
  /** Absent for what was left out. */
  readonly figures?: Figures;
  readonly rounds?: readonly Figures[];
}

const COLUMNS: readonly [title: string, key: keyof Figures, decimals?: number][] = [
  ['list', 'listPainted'],
  ['map', 'mapPainted'],
  ['map again', 'mapAgain'],
  ['category', 'category'],
  ['search', 'firstSearch'],
  ['+letter', 'nextSearch'],
  ['radius', 'radius'],
  ['open', 'open'],
  ['service', 'service'],
  ['task:load', 'longestLoad'],
  ['task:map', 'longestMap'],
  ['task:filter', 'longestFilter'],
  ['task:zoom', 'longestZoom'],
  ['rows', 'rows'],
  ['markers', 'markers'],
  ['js+css kB', 'transfer', 1],
  ['heap MB', 'heap', 1],
];

/** One table for each data set and speed, one row for each contender. */
export function tablesOf(results: readonly Result[], googleKilobytes: number): Table[] {
  const titleOf = ({data, throttle}: Result): string => `${data}, CPU ×${throttle}`;
  const titles = [...new Set(results.map(titleOf))];
  return [
    ...titles.map(title => ({
      title,
      columns: ['contender', ...COLUMNS.map(([head]) => head)],
      rows: results
        .filter(result => titleOf(result) === title)
        .map(({contender, figures}) => [
          contender,
          ...COLUMNS.map(([, key, decimals]) => rounded(figures?.[key], decimals)),
        ]),
    })),
    {
      title: 'By weight alone',
      columns: ['contender', 'js kB'],
      rows: [['Google’s extended component library', rounded(googleKilobytes, 1)]],
    },
  ];
}

/** Filters that the peers answer as well. */
const FILTERS: readonly [words: string, key: keyof Figures][] = [
  ['a category', 'category'],
  ['the first search', 'firstSearch'],
  ['a letter more', 'nextSearch'],
  ['a radius', 'radius'],
  ['a service', 'service'],
];

const MANY = 50_000;
const MOST = 100_000;

/** What was promised for generated places at full speed. */
export function promisesOf(results: readonly Result[]): Promised[] {
  const of = (contender: ContenderName, places: number): Figures | undefined =>
    results.find(
      result =>
        result.contender === contender &&
        result.data === `${places} generated` &&
        result.throttle === 1,
    )?.figures;
  const figure = (key: keyof Figures, contender: ContenderName = 'ours', places = MANY): number =>
    of(contender, places)?.[key] ?? NaN;
  const ours = (key: keyof Figures, places: number): number => figure(key, 'ours', places);
  return [
    {
      name: '50,000: first map, markercluster ÷ ours',
      value: figure('mapPainted', 'markercluster') / figure('mapPainted'),
      unit: '×',
      atLeast: 5,
    },
    {
      name: '50,000: first map, ours ÷ supercluster',
      value: figure('mapPainted') / figure('mapPainted', 'supercluster'),
      unit: '×',
      atMost: 1.3,
    },
    ...FILTERS.map(([words, key]) => ({
      name: `50,000: ${words}, markercluster ÷ ours`,
      value: figure(key, 'markercluster') / figure(key),
      unit: '×',
      atLeast: 5,
    })),
    {
      name: '50,000: slowest filter',
      value: Math.max(...FILTERS.map(([, key]) => figure(key)), figure('open')),
      unit: 'ms',
      atMost: 50,
    },
    {
      name: '100,000: longest task while loading',
      value: ours('longestLoad', MOST),
      unit: 'ms',
      atMost: 100,
    },
    {name: '100,000: memory', value: ours('heap', MOST), unit: 'MB', atMost: 60},
    {name: '100,000: markers', value: ours('markers', MOST), unit: '', atMost: 200},
    {name: '100,000: rows', value: ours('rows', MOST), unit: '', atMost: 50},
  ];
}

/** What one must know to read the tables. */
export const NOTES: readonly string[] = [
  'Milliseconds, but for the last four columns. What the columns mean stands in packages/bench/README.md.',
  'Ours reads any GeoJSON with care, has a list, counts, distances and opening hours; the peers parse JSON and draw a map.',
  'A filter answers in no less than a frame of 16 ms, whoever answers: small figures cannot differ by much.',
  'Bare Leaflet is left out above 10,000 places, and markercluster above 100,000, each divided by the slowing-down of the processor: both would take minutes.',
  'MapLibre draws with WebGL, which this machine has in software only (SwiftShader): a graphics card would be faster. Its circles have no numbers, which would need fonts.',
  'Google’s map cannot be measured without Google’s servers: of its components only the bundle is weighed, to which the map itself is added.',
];
