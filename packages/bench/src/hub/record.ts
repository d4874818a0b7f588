import type {Promised, Table} from '../record/record.js';
import {rounded} from '../record/rounded.js';
import {percentile, ratios, spread, type Spread} from './figures.js';
import type {Figures} from './measure.js';
import type {Contender} from './options.js';

/** All rounds of the contenders on one engine. */
export interface Result {
  readonly engine: string;
  readonly rounds: Partial<Record<Contender, readonly Figures[]>>;
}

interface Row {
  readonly words: string;
  readonly spread: Spread;
  readonly decimals: number;
  /** Of the rate by hand. */
  readonly share?: number;
}

const NAMES: Record<Contender, string> = {
  hub: 'orders/s, the hub as it runs',
  quiet: 'orders/s, the hub sending nothing',
  hand: 'orders/s, the same rows by hand',
  bare: 'orders/s, by hand behind a bare route',
};

/** Medians with the least and the most over the rounds. */
export const tableOf = ({engine, rounds}: Result): Table => ({
  title: engine,
  columns: ['', 'median', 'min', 'max', '÷ by hand'],
  rows: rowsOf(rounds).map(({words, spread: {median, min, max}, decimals, share}) => [
    words,
    ...[median, min, max].map(value => rounded(value, decimals)),
    share === undefined ? '' : rounded(share, 2),
  ]),
});

function rowsOf(rounds: Result['rounds']): Row[] {
  const rates = (['hub', 'quiet', 'hand', 'bare'] as const).flatMap(contender => {
    const found = rounds[contender];
    if (!found) return [];
    const row = {words: NAMES[contender], spread: spread(found.map(({rate}) => rate)), decimals: 0};
    const share = contender === 'hand' ? undefined : shareOfHand(rounds, contender);
    return [share === undefined ? row : {...row, share}];
  });
  const hub = rounds.hub ?? [];
  const numbersOf = (contender: Contender, key: keyof Omit<Figures, 'latencies'>) =>
    (rounds[contender] ?? []).flatMap(round => round[key] ?? []);
  const numbers = (key: keyof Omit<Figures, 'latencies'>) => numbersOf('hub', key);
  const latency = (share: number) =>
    spread(
      hub.flatMap(({latencies = []}) => (latencies.length ? [percentile(latencies, share)] : [])),
    );
  const others: Row[] = [
    {words: 'processor of the hub, ms an order', spread: spread(numbers('processor')), decimals: 2},
    {
      words: 'the same, sending nothing',
      spread: spread(numbersOf('quiet', 'processor')),
      decimals: 2,
    },
    {words: 'the same, by hand', spread: spread(numbersOf('hand', 'processor')), decimals: 2},
    {words: 'the same, bare route', spread: spread(numbersOf('bare', 'processor')), decimals: 2},
    {words: 'the same, who sends to the hub', spread: spread(numbers('sender')), decimals: 2},
    {words: 'p50 at 20 orders/s, ms', spread: latency(0.5), decimals: 1},
    {words: 'p95 at 20 orders/s, ms', spread: latency(0.95), decimals: 1},
    {words: 'p99 at 20 orders/s, ms', spread: latency(0.99), decimals: 1},
    {words: 'cold start to /healthz, ms', spread: spread(numbers('coldStart')), decimals: 0},
    {words: 'memory at start, MB', spread: spread(numbers('memoryAtStart')), decimals: 0},
    {words: 'memory at 20 orders/s, MB', spread: spread(numbers('memorySteady')), decimals: 0},
    {words: 'memory after the load, MB', spread: spread(numbers('memoryLoaded')), decimals: 0},
    {words: 'memory at rest, MB', spread: spread(numbers('memoryAtRest')), decimals: 0},
    {words: 'memory at most, MB', spread: spread(numbers('memoryPeak')), decimals: 0},
    {
      words: 'outbox empty after the load, s',
      spread: spread(numbers('outboxSeconds')),
      decimals: 1,
    },
  ];
  return [...rates, ...others.filter(row => !Number.isNaN(row.spread.median))];
}

/** The median of the rounds' own ratios; undefined where one of the two is missing. */
function shareOfHand(rounds: Result['rounds'], contender: Contender): number | undefined {
  const rates = (name: Contender) => (rounds[name] ?? []).map(({rate}) => rate);
  const shares = ratios(rates(contender), rates('hand'));
  return shares.length === 0 ? undefined : spread(shares).median;
}

/** What was promised on each engine. */
export function promisesOf({engine, rounds}: Result): Promised[] {
  const hub = rounds.hub ?? [];
  const memory = hub.flatMap(
    ({memoryAtStart, memorySteady, memoryLoaded, memoryAtRest, memoryPeak}) =>
      [memoryAtStart, memorySteady, memoryLoaded, memoryAtRest, memoryPeak].flatMap(megabytes =>
        megabytes === undefined || Number.isNaN(megabytes) ? [] : megabytes,
      ),
  );
  const latencies = hub.flatMap(round => round.latencies ?? []);
  const starts = hub.flatMap(({coldStart}) => coldStart ?? []);
  // versions of an engine change, and the name of a promise does not
  const [name] = engine.split(' ');
  return [
    {
      name: `${name}: orders a second ÷ by hand`,
      value: shareOfHand(rounds, 'hub') ?? NaN,
      unit: '×',
      atLeast: LEAST_SHARE,
    },
    {
      name: `${name}: the same, sending nothing`,
      value: shareOfHand(rounds, 'quiet') ?? NaN,
      unit: '×',
      atLeast: LEAST_SHARE,
    },
    {
      name: `${name}: p99 at 20 orders a second`,
      value: percentile(latencies, 0.99),
      unit: 'ms',
      atMost: 150,
    },
    {
      name: `${name}: most memory`,
      value: memory.length > 0 ? Math.max(...memory) : NaN,
      unit: 'MB',
      atMost: 150,
    },
    {name: `${name}: cold start`, value: spread(starts).median, unit: 'ms', atMost: 1000},
  ];
}

const LEAST_SHARE = 0.6;

/** What one must know to read the tables. */
export const NOTES: readonly string[] = [
  'By hand: the same rows in the hub’s own tables, as durable, with the raw driver and its statements prepared, one transaction an order; no HTTP, no checks, no answer.',
  'The hub writes orders that wait at the same moment in one transaction (decision 12): with one customer at a time it has nothing to share.',
  'A bare route is the same by hand behind the hub’s own Fastify: what HTTP alone leaves.',
  'As many orders are in each database in the end as were answered, or there are no figures.',
];
