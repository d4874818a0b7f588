import type {ContenderName} from './contenders.js';
import type {Figures} from './measure.js';

/** The medians of one contender with one data set at one speed. */
export interface Result {
  readonly data: string;
  readonly places: number;
  readonly throttle: number;
  readonly contender: ContenderName;
  /** Absent for what was left out; then `note` says why. */
  readonly figures?: Figures;
  readonly rounds?: readonly Figures[];
  readonly note?: string;
}

const WIDTH = 11;

const COLUMNS: readonly [title: string, key: keyof Figures][] = [
  ['list', 'listPainted'],
  ['map', 'mapPainted'],
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
  ['js+css kB', 'transfer'],
  ['heap MB', 'heap'],
];

/** Compared with ours: the times that every page has, and memory. */
const RATIOS = ['mapPainted', 'category', 'firstSearch', 'heap'] as const;

/** One block for each data set and speed, one line for each contender. */
export function table(results: readonly Result[]): string {
  const lines: string[] = [];
  let block = '';
  for (const result of results) {
    const title = `${result.data}, CPU ×${result.throttle}`;
    if (title !== block) {
      const heads = COLUMNS.map(([head]) => head.padStart(WIDTH)).join('');
      lines.push('', title, `${' '.repeat(14)}${heads}   map, category, search, heap ÷ ours`);
      block = title;
    }
    lines.push(`${result.contender.padEnd(14)}${cells(result)}${ratios(result, results)}`);
  }
  return lines.join('\n');
}

function cells({figures, note}: Result): string {
  if (!figures) return `  ${note ?? ''}`;
  return COLUMNS.map(([, key]) =>
    (figures[key]?.toFixed(['heap', 'transfer'].includes(key) ? 1 : 0) ?? '–').padStart(WIDTH),
  ).join('');
}

function ratios({figures, contender, data, throttle}: Result, all: readonly Result[]): string {
  const ours = all.find(
    other => other.contender === 'ours' && other.data === data && other.throttle === throttle,
  )?.figures;
  if (!figures || !ours || contender === 'ours') return '';
  return `   ${RATIOS.map(key => `×${(figures[key] / ours[key]).toFixed(1)}`).join('  ')}`;
}

interface Target {
  readonly words: string;
  /** The number of generated places that it was promised for; absent: for any places. */
  readonly places?: number;
  readonly limit: number;
  /** Not a number where a peer to compare with is missing. */
  readonly value: (ours: Figures, peer: (name: ContenderName) => Figures | undefined) => number;
}

const filters = ({category, firstSearch, nextSearch, radius, open, service}: Figures): number =>
  Math.max(category, firstSearch, nextSearch, radius ?? 0, open ?? 0, service ?? 0);

const TARGETS: readonly Target[] = [
  {
    words: 'first map, times supercluster',
    places: 50_000,
    limit: 1.3,
    value: (ours, peer) => ours.mapPainted / (peer('supercluster')?.mapPainted ?? NaN),
  },
  {
    words: 'first map, share of markercluster',
    places: 50_000,
    limit: 0.2,
    value: (ours, peer) => ours.mapPainted / (peer('markercluster')?.mapPainted ?? NaN),
  },
  {words: 'slowest filter, ms', places: 50_000, limit: 50, value: filters},
  {words: 'longest task while loading, ms', places: 100_000, limit: 100, value: f => f.longestLoad},
  {words: 'heap, MB', places: 100_000, limit: 60, value: f => f.heap},
  {words: 'marker elements', limit: 200, value: f => f.markers},
  {words: 'rows', limit: 50, value: f => f.rows ?? NaN},
];

/** What was promised for as many places at full speed, and whether it holds on this machine. */
export function targets(ours: Result, all: readonly Result[]): string {
  const {figures, data, throttle, places} = ours;
  if (!figures || throttle > 1) return '';
  const peer = (name: ContenderName): Figures | undefined =>
    all.find(
      other => other.contender === name && other.data === data && other.throttle === throttle,
    )?.figures;
  const lines = TARGETS.filter(target => (target.places ?? places) === places).map(
    ({words, limit, value}) => {
      const measured = value(figures, peer);
      if (Number.isNaN(measured)) return `  –   ${words}: no peer to compare with`;
      const verdict = measured <= limit ? 'PASS' : 'MISS';
      return `${verdict}  ${words}: ${measured.toFixed(limit < 10 ? 2 : 0)} (at most ${limit})`;
    },
  );
  return [`Targets of ours with ${data}`, ...lines].join('\n');
}
