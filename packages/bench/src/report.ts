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

const WIDTH = 12;

const COLUMNS: readonly [title: string, key: keyof Figures][] = [
  ['list', 'listPainted'],
  ['map', 'mapPainted'],
  ['category', 'category'],
  ['search', 'firstSearch'],
  ['+letter', 'nextSearch'],
  ['task:load', 'longestLoad'],
  ['task:map', 'longestMap'],
  ['task:filter', 'longestFilter'],
  ['task:zoom', 'longestZoom'],
  ['rows', 'rows'],
  ['markers', 'markers'],
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
    (figures[key]?.toFixed(key === 'heap' ? 1 : 0) ?? '–').padStart(WIDTH),
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
  readonly limit: number;
  readonly value: (figures: Figures) => number;
}

const TARGETS: readonly Target[] = [
  {words: 'list painted after arrival, ms', limit: 500, value: f => f.listPainted ?? NaN},
  {
    words: 'filters answer, ms',
    limit: 500,
    value: f => Math.max(f.category, f.firstSearch, f.nextSearch),
  },
  {words: 'longest task while the map clusters, ms', limit: 200, value: f => f.longestMap},
  {
    words: 'longest task in use, ms',
    limit: 200,
    value: f => Math.max(f.longestFilter, f.longestZoom),
  },
  {words: 'marker elements', limit: 200, value: f => f.markers},
  {words: 'rows', limit: 50, value: f => f.rows ?? NaN},
];

/** What was promised for one data set, and whether it holds on this machine. */
export function targets({figures, data, throttle}: Result): string {
  if (!figures) return '';
  const lines = TARGETS.map(({words, limit, value}) => {
    const measured = value(figures);
    const verdict = measured <= limit ? 'PASS' : 'MISS';
    return `${verdict}  ${words}: ${measured.toFixed(0)} (at most ${limit})`;
  });
  return [
    `Targets of ours with ${data}, CPU ×${throttle} (promised for 9,418 places at ×1)`,
    ...lines,
  ].join('\n');
}
