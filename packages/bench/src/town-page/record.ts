import type {Promised, Table} from '../record/record.js';
import {median} from '../measuring/statistics.js';
import type {Load, Use} from './measure.js';
import {PUBLISHED} from './published-files.js';
import type {Name} from './server.js';

/** All that one round measures of one page. */
export interface Round {
  readonly slow: {readonly first: Load; readonly repeat: Load};
  readonly fast: {readonly first: Load; readonly repeat: Load};
  readonly use: Use;
}

export type Rounds = Readonly<Record<Name, readonly Round[]>>;

const TITLES: Readonly<Record<Name, string>> = {ours: 'local-widgets', peers: 'the peers'};

/** Packages from npm that the peers' page is made of; {@link VERSIONS} has the others. */
export const PACKAGES = ['leaflet', 'leaflet.markercluster', 'fullcalendar'];

export const VERSIONS = Object.fromEntries(
  Object.values(PUBLISHED).map(({name, version}) => [name, version]),
);

/** What was promised of the page, by the medians of the rounds. */
export function promisesOf(rounds: Rounds): Promised[] {
  const of = (name: Name, figure: (round: Round) => number): number =>
    median(rounds[name].map(figure));
  const ratio = (figure: (round: Round) => number): number =>
    of('ours', figure) / of('peers', figure);
  return [
    {
      name: 'bytes of the first visit, ours by the peers',
      value: ratio(({slow}) => slow.first.bytes),
      unit: '×',
      atMost: 0.333,
    },
    {
      name: 'bytes with all of the page seen, ours by the peers',
      value: ratio(({use}) => use.bytes),
      unit: '×',
      atMost: 0.333,
    },
    {
      name: 'blocking time on a slow network, processor slowed 4 times',
      value: of('ours', ({slow}) => slow.first.blocked),
      unit: 'ms',
      atMost: 150,
    },
    {
      name: 'blocking time, four times the processor time of each task',
      value: of('ours', ({fast}) => fast.first.blocked),
      unit: 'ms',
      atMost: 150,
    },
    {
      name: 'layout shift, first visit on a phone',
      value: of('ours', ({slow}) => slow.first.shift),
      unit: '',
      atMost: 0.1,
    },
    {
      name: 'memory after two hundred things done, by memory before',
      value: of('ours', ({use}) => use.heapAfter / use.heap),
      unit: '×',
      atMost: 1.1,
    },
  ];
}

export const tablesOf = (rounds: Rounds): Table[] => [
  loads('Phone: slow 4G, processor slowed 4 times', rounds, 'slow'),
  loads(
    'No network to wait for, tasks counted with four times their processor time',
    rounds,
    'fast',
  ),
  uses(rounds),
];

const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

function loads(title: string, rounds: Rounds, network: 'slow' | 'fast'): Table {
  const row = (name: Name, visit: 'first' | 'repeat'): (string | number)[] => {
    const of = (figure: keyof Load): number =>
      median(rounds[name].map(round => round[network][visit][figure]));
    return [
      `${TITLES[name]}, ${visit} visit`,
      kilobytes(of('bytes')),
      of('requests'),
      Math.round(of('usable')),
      Math.round(of('blocked')),
      Math.round(of('longest')),
      Math.round(of('shift') * 1000) / 1000,
    ];
  };
  return {
    title,
    columns: [
      'page',
      'bytes, kB',
      'requests',
      'list, ms',
      'blocking time, ms',
      'longest task, ms',
      'layout shift',
    ],
    rows: [
      row('ours', 'first'),
      row('peers', 'first'),
      row('ours', 'repeat'),
      row('peers', 'repeat'),
    ],
  };
}

function uses(rounds: Rounds): Table {
  const row = (name: Name): (string | number)[] => {
    const of = (figure: keyof Use): number => median(rounds[name].map(({use}) => use[figure]));
    return [
      TITLES[name],
      kilobytes(of('bytes')),
      of('requests'),
      of('elements'),
      megabytes(of('heap')),
      megabytes(of('heapAfter')),
      of('nodes'),
      of('nodesAfter'),
    ];
  };
  return {
    title: 'All of the page seen on a large screen, then 200 things done',
    columns: [
      'page',
      'bytes, kB',
      'requests',
      'elements',
      'memory, MB',
      'memory after, MB',
      'nodes',
      'nodes after',
    ],
    rows: [row('ours'), row('peers')],
  };
}

/** What is fair and what is not. */
export const NOTES = [
  'Both pages are the example town’s, with its own text and pictures, which count for both; both come from 127.0.0.1, compressed with brotli, revalidated at a repeat visit.',
  'The peers: a map with leaflet.markercluster and a hand-written list with a search and a choice of categories; FullCalendar 7 with list and month; Shopify’s Buy Button for orders; deep-chat for conversations.',
  'Snipcart’s and Chatwoot’s scripts are not on npm and load the rest from their own servers. Buy Button and deep-chat are what npm has of the same kind as one published file; other choices weigh more or less.',
  'The Buy Button page asks no shop for products and shows plain buttons, and deep-chat has no server behind it: both favour the peers.',
  'The peers’ events come ready as JSON with their repetitions worked out; ours are read from iCalendar and schema.org in the page.',
  'Ours loads maps and calendars when they come near, and dialogs with a click; the second figure for bytes is with all of the page seen, dialogs closed.',
  'Only the peers’ page has no Content-Security-Policy: none of them runs under the town’s.',
  'Blocking time is by the clock of the main thread. Chrome slows processors down by the clock on the wall: on a busy machine the second table is the surer one.',
  'Memory is looked at after a hundred things done, which load and compile what is used, and after two hundred more.',
  'Places, markers, events by day, order buttons, ways to talk and messages are compared in each round.',
];
