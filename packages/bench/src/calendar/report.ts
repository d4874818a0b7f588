import {median} from '../measuring/statistics.js';
import type {ContenderName} from './contenders.js';
import type {Figures} from './measure.js';

/** The rounds of one contender with one number of events at one speed. */
export interface Result {
  readonly events: number;
  readonly throttle: number;
  readonly contender: ContenderName;
  readonly rounds: readonly Figures[];
}

const WIDTH = 11;

const COLUMNS: readonly [title: string, key: keyof Figures, digits: number][] = [
  ['month', 'firstMonth', 0],
  ['turn', 'nextMonth', 0],
  ['list', 'firstList', 0],
  ['month els', 'monthElements', 0],
  ['list els', 'listElements', 0],
  ['long task', 'longestTask', 0],
  ['heap MB', 'heap', 1],
  ['js+css kB', 'transfer', 1],
];

function mediansOf(rounds: readonly Figures[]): Figures {
  const entries = COLUMNS.map(([, key]) => [key, median(rounds.map(round => round[key]))]);
  return Object.fromEntries(entries) as Figures;
}

/** One block for each number of events and speed, one line for each contender. */
export function table(results: readonly Result[]): string {
  const lines: string[] = [];
  let block = '';
  for (const {events, throttle, contender, rounds} of results) {
    const title = `${events} events, CPU ×${throttle}`;
    if (title !== block) {
      lines.push('', title);
      lines.push(' '.repeat(15) + COLUMNS.map(([head]) => head.padStart(WIDTH)).join(''));
      block = title;
    }
    const figures = mediansOf(rounds);
    const cells = COLUMNS.map(([, key, digits]) => figures[key].toFixed(digits).padStart(WIDTH));
    lines.push(contender.padEnd(15) + cells.join(''));
  }
  return lines.join('\n');
}

interface Target {
  readonly words: string;
  /** At least (`from`) or at most (`to`) so much. */
  readonly from?: number;
  readonly to?: number;
  readonly value: (ours: Figures, peer: Figures) => number;
}

const TARGETS: readonly Target[] = [
  {
    words: 'first month, FullCalendar ÷ ours',
    from: 3,
    value: (o, p) => p.firstMonth / o.firstMonth,
  },
  {words: 'month change, FullCalendar ÷ ours', from: 5, value: (o, p) => p.nextMonth / o.nextMonth},
  {words: 'first list, FullCalendar ÷ ours', from: 2.5, value: (o, p) => p.firstList / o.firstList},
  {words: 'elements of a month', to: 600, value: o => o.monthElements},
  {words: 'longest task, ms', to: 50, value: o => o.longestTask},
  {words: 'heap, ours ÷ FullCalendar', to: 0.5, value: (o, p) => o.heap / p.heap},
];

/** What was promised, and whether it holds on this machine. */
export function targets(results: readonly Result[]): string {
  const lines: string[] = [];
  for (const ours of results.filter(({contender}) => contender === 'ours')) {
    const peer = results.find(
      ({contender, events, throttle}) =>
        contender === 'fullcalendar' && events === ours.events && throttle === ours.throttle,
    );
    if (!peer) continue;
    lines.push('', `Targets with ${ours.events} events, CPU ×${ours.throttle}`);
    for (const {words, from, to, value} of TARGETS) {
      const measured = value(mediansOf(ours.rounds), mediansOf(peer.rounds));
      const isMet = from === undefined ? measured <= to! : measured >= from;
      const limit = from === undefined ? `at most ${to}` : `at least ${from}`;
      const shown = measured.toFixed(measured < 20 ? 2 : 0);
      lines.push(`${isMet ? 'PASS' : 'MISS'}  ${words}: ${shown} (${limit})`);
    }
  }
  return lines.join('\n');
}
