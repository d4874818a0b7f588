import type {Occurrence} from '../event.js';
import {weekOf} from '../time/civil.js';
import {firstOfMonth, lastOfMonth} from './days.js';
import {NO_RUNS, type Runs} from './runs.js';
import {lastShownDay} from './shown.js';

/** What a cell of the month shows: an event, or the part of its bar that lies in this week. */
export interface MonthItem {
  /** Index of the occurrence; of a run, of its first in this month. */
  readonly at: number;
  /** Line of the cell, from 0. */
  readonly lane: number;
  /** Days that this part of the bar covers, from the day that holds it: 1 … 7. */
  readonly span: number;
  /** Whether it is on before and after these days; in another lane perhaps, or hidden. */
  readonly continuesBefore: boolean;
  readonly continuesAfter: boolean;
}

export interface MonthDay {
  readonly day: number;
  /** Events that are on, whether they are shown or not. */
  readonly count: number;
  /** What begins here, or goes on here from the week before; by lane. */
  readonly items: readonly MonthItem[];
  /** Events that found no lane. */
  readonly hidden: number;
}

export interface MonthOptions {
  /** The first day shown, with which each week begins. */
  readonly first: number;
  readonly weeks: number;
  /** Lines of a cell for events, 30 at most; one line more may hold "3 more", or the only one that is left over. */
  readonly lanes: number;
  readonly runs?: Runs;
}

/** A stretch of days to be shown: an occurrence, or a run of them. */
interface Bar {
  readonly at: number;
  readonly first: number;
  readonly last: number;
}

/** Bars of more days yield to what is on once. */
const LONG = 7;

/**
 * The first day of the grid in which the month of a day is shown in whole weeks, and how many it needs.
 *
 * @param weekStart Weekday with which weeks begin; 0 is Monday.
 */
export function monthGrid(day: number, weekStart: number): {first: number; weeks: number} {
  const first = weekOf(firstOfMonth(day), weekStart);
  return {first, weeks: Math.ceil((lastOfMonth(day) - first + 1) / 7)};
}

/**
 * Where everything goes in a month: bars over several days in a lane that holds as long as it can, single
 * dates in the free lanes of their day, in the order of the hour. What lasts longer than a week, or is a
 * run, gets what is left, so that an exhibition does not drown the dates of the village.
 *
 * @param occurrences Sorted by start.
 */
export function layOutMonth(
  occurrences: readonly Occurrence[],
  {first, weeks, lanes, runs = NO_RUNS}: MonthOptions,
): MonthDay[][] {
  const bars = barsBetween(occurrences, first, first + weeks * 7 - 1, runs);
  return [...Array(weeks).keys()].map(week => layOutWeek(bars, first + week * 7, lanes));
}

/** What touches the days, each run once; sorted by start. */
function barsBetween(
  occurrences: readonly Occurrence[],
  from: number,
  to: number,
  {runOf}: Runs,
): Bar[] {
  const bars: Bar[] = [];
  const seen = new Set<unknown>();
  for (let at = 0; at < occurrences.length; at++) {
    const occurrence = occurrences[at]!;
    if (occurrence.firstDay > to) break;
    if (occurrence.lastDay < from) continue;
    const run = runOf.get(at);
    if (run) {
      if (!seen.has(run)) bars.push({at, first: run.firstDay, last: run.lastDay});
      seen.add(run);
      continue;
    }
    const last = lastShownDay(occurrence);
    if (last >= from) bars.push({at, first: occurrence.firstDay, last});
  }
  return bars;
}

/** A day while it is filled. */
interface OpenDay {
  readonly day: number;
  count: number;
  readonly items: MonthItem[];
  /** What found no lane. */
  readonly left: Bar[];
  /** Lanes in use, as bits. */
  taken: number;
}

/** @param weekFirst The first day of the week. */
function layOutWeek(bars: readonly Bar[], weekFirst: number, lanes: number): MonthDay[] {
  const days = [...Array(7).keys()].map((i): OpenDay => ({
    day: weekFirst + i,
    count: 0,
    items: [],
    left: [],
    taken: 0,
  }));
  const full = 2 ** lanes - 1;
  const inWeek = bars.filter(({first, last}) => first <= weekFirst + 6 && last >= weekFirst);
  for (const bar of inWeek.sort((a, b) => rankOf(a) - rankOf(b))) {
    const end = Math.min(bar.last - weekFirst, 6) + 1;
    for (let from = Math.max(bar.first - weekFirst, 0); from < end;) {
      // as many days as one lane is free on; most often all of them
      let [to, taken] = [from, 0];
      while (to < end && (taken | days[to]!.taken) !== full) taken |= days[to++]!.taken;
      const covered = days.slice(from, Math.max(to, from + 1));
      for (const day of covered) day.count++;
      if (to > from) place(bar, covered, freeLane(taken));
      else covered[0]!.left.push(bar);
      from += covered.length;
    }
  }
  return days.map(open => {
    const {day, count, items, left} = open;
    // "1 more" would take the room in which it can be shown
    if (left.length === 1) place(left.pop()!, [open], lanes);
    return {day, count, items: items.sort((a, b) => a.lane - b.lane), hidden: left.length};
  });
}

function place({at, first, last}: Bar, days: readonly OpenDay[], lane: number): void {
  for (const day of days) day.taken |= 2 ** lane;
  days[0]!.items.push({
    at,
    lane,
    span: days.length,
    continuesBefore: first < days[0]!.day,
    continuesAfter: last > days.at(-1)!.day,
  });
}

/** The lowest bit that is not set. */
const freeLane = (taken: number): number => 31 - Math.clz32(~taken & (taken + 1));

/** Bars first, as they need the same lane on several days; then single dates; then what is on for long. */
function rankOf({first, last}: Bar): number {
  const length = last - first + 1;
  if (length > LONG) return 2;
  return length > 1 ? 0 : 1;
}
