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
  readonly digits: number;
  /** Of the rate by hand. */
  readonly share?: number;
}

const NAMES: Record<Contender, string> = {
  hub: 'orders/s, the hub as it runs',
  quiet: 'orders/s, the hub sending nothing',
  hand: 'orders/s, the same rows by hand',
  bare: 'orders/s, by hand behind a bare route',
};

const WIDTH = 10;

/** One block for each engine: medians with the least and the most over the rounds. */
export function table({engine, rounds}: Result): string {
  const heads = ['median', 'min', 'max', '÷ by hand'].map(head => head.padStart(WIDTH)).join('');
  const lines = rowsOf(rounds).map(({words, spread: {median, min, max}, digits, share}) => {
    const cells = [median, min, max].map(value => value.toFixed(digits).padStart(WIDTH)).join('');
    return `${words.padEnd(38)}${cells}${share === undefined ? '' : percent(share).padStart(WIDTH)}`;
  });
  return ['', engine.padEnd(38) + heads, ...lines].join('\n');
}

function rowsOf(rounds: Result['rounds']): Row[] {
  const rates = (['hub', 'quiet', 'hand', 'bare'] as const).flatMap(contender => {
    const found = rounds[contender];
    if (!found) return [];
    const row = {words: NAMES[contender], spread: spread(found.map(({rate}) => rate)), digits: 0};
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
    {words: 'processor of the hub, ms an order', spread: spread(numbers('processor')), digits: 2},
    {
      words: 'the same, sending nothing',
      spread: spread(numbersOf('quiet', 'processor')),
      digits: 2,
    },
    {words: 'the same, by hand', spread: spread(numbersOf('hand', 'processor')), digits: 2},
    {words: 'the same, bare route', spread: spread(numbersOf('bare', 'processor')), digits: 2},
    {words: 'the same, who sends to the hub', spread: spread(numbers('sender')), digits: 2},
    {words: 'p50 at 20 orders/s, ms', spread: latency(0.5), digits: 1},
    {words: 'p95 at 20 orders/s, ms', spread: latency(0.95), digits: 1},
    {words: 'p99 at 20 orders/s, ms', spread: latency(0.99), digits: 1},
    {words: 'cold start to /healthz, ms', spread: spread(numbers('coldStart')), digits: 0},
    {words: 'memory at start, MB', spread: spread(numbers('memoryAtStart')), digits: 0},
    {words: 'memory at 20 orders/s, MB', spread: spread(numbers('memorySteady')), digits: 0},
    {words: 'memory after the load, MB', spread: spread(numbers('memoryLoaded')), digits: 0},
    {words: 'memory at rest, MB', spread: spread(numbers('memoryAtRest')), digits: 0},
    {words: 'memory at most, MB', spread: spread(numbers('memoryPeak')), digits: 0},
    {words: 'outbox empty after the load, s', spread: spread(numbers('outboxSeconds')), digits: 1},
  ];
  return [...rates, ...others.filter(row => !Number.isNaN(row.spread.median))];
}

/** The median of the rounds' own ratios; undefined where one of the two is missing. */
function shareOfHand(rounds: Result['rounds'], contender: Contender): number | undefined {
  const rates = (name: Contender) => (rounds[name] ?? []).map(({rate}) => rate);
  const shares = ratios(rates(contender), rates('hand'));
  return shares.length === 0 ? undefined : spread(shares).median;
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/** What was promised, and whether it holds on this machine. */
export function targets({engine, rounds}: Result): string {
  const hub = rounds.hub ?? [];
  const memory = hub.flatMap(
    ({memoryAtStart, memorySteady, memoryLoaded, memoryAtRest, memoryPeak}) =>
      [memoryAtStart, memorySteady, memoryLoaded, memoryAtRest, memoryPeak].flatMap(megabytes =>
        megabytes === undefined || Number.isNaN(megabytes) ? [] : megabytes,
      ),
  );
  const latencies = hub.flatMap(round => round.latencies ?? []);
  const starts = hub.flatMap(({coldStart}) => coldStart ?? []);
  const lines = [
    share('orders/s, share of by hand', shareOfHand(rounds, 'hub')),
    share('the same, sending nothing', shareOfHand(rounds, 'quiet')),
    atMost('p99 at 20 orders/s over all rounds, ms', percentile(latencies, 0.99), 150),
    atMost('most memory, MB', memory.length > 0 ? Math.max(...memory) : NaN, 150),
    atMost('cold start, ms', spread(starts).median, 1000),
  ];
  return [`Targets on ${engine}`, ...lines].join('\n');
}

const LEAST_SHARE = 0.6;

function share(words: string, value = NaN): string {
  const told = `${words}: ${percent(value)} (at least ${percent(LEAST_SHARE)})`;
  return Number.isNaN(value) ? `  –   ${words}: not measured` : verdict(value >= LEAST_SHARE, told);
}

function atMost(words: string, value: number, limit: number): string {
  return Number.isNaN(value)
    ? `  –   ${words}: not measured`
    : verdict(value < limit, `${words}: ${value.toFixed(0)} (below ${limit})`);
}

const verdict = (holds: boolean, words: string): string => `${holds ? 'PASS' : 'MISS'}  ${words}`;
