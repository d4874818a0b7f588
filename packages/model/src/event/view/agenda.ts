import type {Occurrence} from '../event.js';
import type {DayRange} from '../index/shortcuts.js';
import {NO_RUNS, type EventRun, type Runs} from './runs.js';
import {isOverAt, lastShownDay} from './shown.js';

/** One line of the agenda. */
export interface AgendaEntry {
  /** Index of the occurrence; of a run, of the next one. */
  readonly at: number;
  /** The last day on which it is on: after the day under which it stands, "until 30 September". */
  readonly lastDay: number;
  /** What is on so often that only this line tells of it. */
  readonly run?: EventRun;
}

export interface AgendaDay {
  readonly day: number;
  readonly entries: readonly AgendaEntry[];
}

/** What is on, from now on or between two days, each thing in one place only. */
export interface AgendaList {
  /** What began before the first day and is still on; what ends first comes first. */
  readonly ongoing: readonly AgendaEntry[];
  readonly days: readonly AgendaDay[];
  /** Entries in all, shown or not. */
  readonly total: number;
  /** Entries of `days` that the limit left out. */
  readonly left: number;
}

export interface AgendaOptions {
  /** Milliseconds since 1970: what is over is left out. */
  readonly now: number;
  readonly today: number;
  /** The days asked for; those before today show what is over. From today on without any. */
  readonly days?: DayRange | undefined;
  /** Most entries in `days`. */
  readonly limit: number;
  readonly runs?: Runs;
}

/**
 * Groups occurrences by the day on which they begin. What lasts several days stands once: under the day of
 * its beginning, or in `ongoing` when that is before the first day.
 *
 * @param occurrences Sorted by start.
 */
export function agendaOf(
  occurrences: readonly Occurrence[],
  {now, today, days: asked, limit, runs = NO_RUNS}: AgendaOptions,
): AgendaList {
  const first = asked?.firstDay ?? today;
  const last = asked?.lastDay ?? Infinity;
  const ongoing: AgendaEntry[] = [];
  const days: {day: number; entries: AgendaEntry[]}[] = [];
  const seen = new Set<EventRun>();
  let total = 0;
  for (let at = 0; at < occurrences.length; at++) {
    const occurrence = occurrences[at]!;
    const {firstDay} = occurrence;
    if (firstDay > last) break;
    if (occurrence.lastDay < first) continue;
    // of a past that was asked for nothing is left out
    if (first >= today && isOverAt(occurrence) <= now) continue;
    const run = runs.runOf.get(at);
    if (run && seen.has(run)) continue;
    const lastDay = run ? run.lastDay : lastShownDay(occurrence);
    if (lastDay < first) continue;
    if (run) seen.add(run);
    const entry = {at, lastDay, ...(run && {run})};
    const begins = run ? run.firstDay : firstDay;
    if (begins < first) ongoing.push(entry);
    else if (total++ < limit) {
      if (days.at(-1)?.day !== firstDay) days.push({day: firstDay, entries: []});
      days.at(-1)!.entries.push(entry);
    }
  }
  ongoing.sort((a, b) => a.lastDay - b.lastDay);
  return {ongoing, days, total: total + ongoing.length, left: Math.max(total - limit, 0)};
}

/**
 * The last that were on, the latest first, for an agenda with nothing to come; a run or a series once.
 *
 * @param occurrences Sorted by start.
 */
export function latestPast(
  occurrences: readonly Occurrence[],
  now: number,
  limit: number,
): AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  const seen = new Set<string>();
  for (let at = occurrences.length - 1; at >= 0 && entries.length < limit; at--) {
    const occurrence = occurrences[at]!;
    if (isOverAt(occurrence) > now || seen.has(occurrence.eventId)) continue;
    seen.add(occurrence.eventId);
    entries.push({at, lastDay: lastShownDay(occurrence)});
  }
  return entries;
}

/**
 * What is on on one day, in the order of the hour; what lasts longer comes after what is on that day only.
 *
 * @param occurrences Sorted by start.
 */
export function entriesOfDay(
  occurrences: readonly Occurrence[],
  day: number,
  runs: Runs = NO_RUNS,
): AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  const lasting: AgendaEntry[] = [];
  for (let at = 0; at < occurrences.length; at++) {
    const occurrence = occurrences[at]!;
    if (occurrence.firstDay > day) break;
    const lastDay = lastShownDay(occurrence);
    if (lastDay < day) continue;
    if (occurrence.firstDay === lastDay && !runs.runOf.has(at)) entries.push({at, lastDay});
    else lasting.push({at, lastDay});
  }
  return [...entries, ...lasting];
}
