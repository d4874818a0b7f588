import type {Occurrence} from '../event.js';

/** Occurrences of one event on most days of a stretch: an exhibition with its daily hours. */
export interface EventRun {
  /** Indices of its occurrences, in their order; several may be on one day. */
  readonly indices: readonly number[];
  readonly firstDay: number;
  readonly lastDay: number;
}

/** What of many occurrences belongs to a run. */
export interface Runs {
  readonly runs: readonly EventRun[];
  /** By the index of an occurrence. */
  readonly runOf: ReadonlyMap<number, EventRun>;
}

export const NO_RUNS: Runs = {runs: [], runOf: new Map()};

/** Fewer days are no run: a workshop on the four days of a holiday week is four dates. */
const FEWEST = 5;
/** Days from one to the next: closed on Monday and Tuesday is usual, a week between is not a run. */
const WIDEST_GAP = 3;
/** Days a week at least: a course on Monday, Wednesday and Friday is three dates. */
const PER_WEEK = 4;

/**
 * Finds the events that are on so often that each of their dates would drown what is on once: many feeds
 * give an exhibition as one occurrence for each day that it is open (OpenAgenda's `timings`).
 *
 * @param occurrences Sorted by start.
 * @param keyOf The same for all occurrences of one event, where it is cheaper to tell than its id.
 */
export function findRuns(
  occurrences: readonly Occurrence[],
  keyOf: (occurrence: Occurrence) => unknown = ({eventId}) => eventId,
): Runs {
  const runs: EventRun[] = [];
  const runOf = new Map<number, EventRun>();
  for (const indices of repeated(occurrences.map(keyOf))) {
    for (const stretch of stretches(indices, occurrences)) {
      const firstDay = occurrences[stretch[0]!]!.firstDay;
      const lastDay = occurrences[stretch.at(-1)!]!.lastDay;
      const days = new Set(stretch.map(at => occurrences[at]!.firstDay)).size;
      const weeks = (lastDay - firstDay + 1) / 7;
      if (days < FEWEST || days / weeks < PER_WEEK) continue;
      const run = {indices: stretch, firstDay, lastDay};
      runs.push(run);
      for (const at of stretch) runOf.set(at, run);
    }
  }
  return {runs, runOf};
}

/** Indices of the occurrences of each event that has enough of them. */
function repeated(events: readonly unknown[]): Iterable<number[]> {
  // most events are on once, and need no list of their own
  const counts = new Map<unknown, number>();
  for (const event of events) counts.set(event, (counts.get(event) ?? 0) + 1);
  const byEvent = new Map<unknown, number[]>();
  events.forEach((event, at) => {
    if (counts.get(event)! < FEWEST) return;
    const indices = byEvent.get(event);
    if (indices) indices.push(at);
    else byEvent.set(event, [at]);
  });
  return byEvent.values();
}

/** Cuts where too many days lie between two occurrences. */
function stretches(indices: readonly number[], occurrences: readonly Occurrence[]): number[][] {
  const found: number[][] = [];
  let last = -Infinity;
  for (const at of indices) {
    const {firstDay, lastDay} = occurrences[at]!;
    if (firstDay - last > WIDEST_GAP) found.push([]);
    found.at(-1)!.push(at);
    last = lastDay;
  }
  return found;
}
