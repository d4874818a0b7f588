import {NeedsFeedWords, type FeedWords} from './feed-words-type.js';
import type {Place, RejectedRow} from './place.js';
import {isProblem, type Problem, type SourceRow} from './source-row.js';
import {toPlace, type FeedContext} from './to-place.js';
import {idGiver} from './unique-ids.js';
import {messageOf} from './unreadable-feed-error.js';

/** What holds for every format. */
export interface CollectOptions {
  /** Address of the feed, against which relative links and images are resolved. */
  readonly baseUrl?: string | undefined;
  /** Name of the publisher for places that do not tell their own source. */
  readonly sourceName?: string | undefined;
  /** Default 200 000; the rest is left out, said by `truncated` and a `too-many` row. */
  readonly maxPlaces?: number | undefined;
}

export interface CollectedPlaces {
  readonly places: Place[];
  /** In the order of the source; after 100 000 reading stops as at `maxPlaces`. */
  readonly rejected: RejectedRow[];
  /** Whether rows were left out; the last one of `rejected` then says where reading stopped. */
  readonly truncated: boolean;
}

export const MAX_PLACES = 200_000;
/** A flood of rejected rows ends the reading: each costs memory, and no one reads so many. */
export const MAX_REJECTED = 100_000;

/** Rows between two points at which the reading may pause; some milliseconds on an old phone. */
const SLICE = 400;

type Origin = Pick<RejectedRow, 'at' | 'unit'>;

/** All rows read one by one, before a look at the whole. */
export interface GatheredPlaces {
  readonly found: readonly Place[];
  /** Where each was found; not the row itself, which would keep its raw values alive. */
  readonly origins: readonly Origin[];
  readonly rejected: readonly RejectedRow[];
  readonly truncated: boolean;
}

/**
 * Turns rows into places; one bad row never loses the others. Yields, wherever it may pause, what it has
 * found so far, in an array that grows.
 */
export function* gatherPlaces(
  rows: Iterable<SourceRow>,
  words: FeedWords,
  {maxPlaces = MAX_PLACES, baseUrl, sourceName}: CollectOptions,
): Generator<readonly Place[], GatheredPlaces> {
  const found: Place[] = [];
  const origins: Origin[] = [];
  const rejected: RejectedRow[] = [];
  const context = {baseUrl, sourceName, words, kindOf: words.createKindReader()};
  let count = 0;
  for (const row of rows) {
    if (++count % SLICE === 0) yield found;
    const result = readRow(row, context);
    if (!result) continue;
    const {at, unit} = row;
    if (found.length >= maxPlaces || rejected.length >= MAX_REJECTED) {
      rejected.push({at, unit, ...tooMany(found.length)});
      return {found, origins, rejected, truncated: true};
    }
    if (isProblem(result)) rejected.push({at, unit, ...result});
    else {
      found.push(result);
      origins.push({at, unit});
    }
  }
  return {found, origins, rejected, truncated: false};
}

/** Leaves out what does not fit the whole, and makes ids unique; yields wherever it may pause. */
export function* finishPlaces(
  {found, origins, rejected, truncated}: GatheredPlaces,
  findSwapped: FeedWords['findSwapped'],
): Generator<undefined, CollectedPlaces> {
  yield;
  const problems = findSwapped(found);
  yield;
  const more = problems.flatMap((problem, at) => {
    const origin = origins[at];
    return problem && origin ? [{...origin, ...problem}] : [];
  });
  return {
    places: withUniqueIds(found.filter((_, at) => !problems[at])),
    rejected: [...rejected, ...more].sort((one, other) => one.at - other.at),
    truncated,
  };
}

/** Why the row is left out before which reading stopped. */
export const tooMany = (count: number): Problem => ({
  reason: 'too-many',
  detail: `reading stops after ${count} places`,
});

/** One row as a place; what is wrong with it; undefined for what was never meant to be one. */
export function readRow(
  row: Pick<SourceRow, 'read'>,
  context: FeedContext,
): Place | Problem | undefined {
  try {
    const values = row.read();
    if (!values || isProblem(values)) return values;
    return toPlace(context.words.adaptValues(values), context);
  } catch (error) {
    if (error instanceof NeedsFeedWords) throw error;
    return {reason: 'bad-row', detail: messageOf(error)};
  }
}

function withUniqueIds(places: Place[]): Place[] {
  const unique = idGiver();
  return places.map(place => {
    const id = unique(place.id);
    return id === place.id ? place : {...place, id};
  });
}
