import {NeedsFeedWords, type FeedWords} from './feed-words-type.js';
import type {Place, RejectedRow} from './place.js';
import {isProblem, type Problem, type SourceRow} from './source-row.js';
import {toPlace, type FeedContext} from './to-place.js';
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

const MAX_PLACES = 200_000;
/** A flood of rejected rows ends the reading: each costs memory, and no one reads so many. */
const MAX_REJECTED = 100_000;

type Origin = Pick<RejectedRow, 'at' | 'unit'>;

/** Turns rows into places; one bad row never loses the others. */
export function collectPlaces(
  rows: Iterable<SourceRow>,
  words: FeedWords,
  {maxPlaces = MAX_PLACES, baseUrl, sourceName}: CollectOptions,
): CollectedPlaces {
  const found: Place[] = [];
  /** Where each was found; not the row itself, which would keep its raw values alive. */
  const origins: Origin[] = [];
  const rejected: RejectedRow[] = [];
  const reject = ({at, unit}: Origin, problem: Problem) => rejected.push({at, unit, ...problem});
  const context = {baseUrl, sourceName, words, kindOf: words.createKindReader()};
  let truncated = false;
  for (const row of rows) {
    if (found.length >= maxPlaces || rejected.length >= MAX_REJECTED) {
      truncated = true;
      reject(row, {reason: 'too-many', detail: `reading stops after ${found.length} places`});
      break;
    }
    const result = readRow(row, context);
    if (isProblem(result)) reject(row, result);
    else {
      found.push(result);
      origins.push({at: row.at, unit: row.unit});
    }
  }
  const problems = words.findSwapped(found);
  origins.forEach((origin, at) => {
    const problem = problems[at];
    if (problem) reject(origin, problem);
  });
  return {
    places: withUniqueIds(found.filter((_, at) => !problems[at])),
    rejected: rejected.sort((one, other) => one.at - other.at),
    truncated,
  };
}

function readRow(row: SourceRow, context: FeedContext): Place | Problem {
  try {
    const values = row.read();
    return isProblem(values) ? values : toPlace(context.words.adaptValues(values), context);
  } catch (error) {
    if (error instanceof NeedsFeedWords) throw error;
    return {reason: 'bad-row', detail: messageOf(error)};
  }
}

/** The second `farm` becomes `farm-2`: in the order of the source, so the same at every reading. */
function withUniqueIds(places: Place[]): Place[] {
  const uses = new Map<string, number>();
  return places.map(place => {
    let id = place.id;
    for (let use = uses.get(id); use; use = uses.get(id)) {
      uses.set(id, use + 1);
      id = `${id}-${use + 1}`;
    }
    uses.set(id, 1);
    return id === place.id ? place : {...place, id};
  });
}
