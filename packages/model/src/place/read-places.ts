import {runAtOnce} from '../async/run-in-slices.js';
import {
  finishPlaces,
  gatherPlaces,
  type CollectedPlaces,
  type CollectOptions,
} from './collect-places.js';
import {feedWords as words} from './feed-words.js';
import {findRows, openFeed, readerOf, type FeedInput} from './open-feed.js';
import type {Place} from './place.js';
import {readers, type PlaceFormat} from './readers/readers.js';
import {asUnreadable} from './unreadable-feed-error.js';

export interface ReadPlacesOptions extends CollectOptions {
  /** Skips the detection by content. With `json-ld`, a web page that holds it is read too. */
  readonly format?: PlaceFormat | undefined;
}

export interface ReadPlacesResult extends CollectedPlaces {
  readonly format: PlaceFormat;
}

/**
 * Reads a feed of places, whatever its format: a text, the bytes of a file, or a value that
 * JSON.parse gave. One bad row never loses the others: see `rejected`. Places come in the order of
 * the source, with ids that are unique among them.
 *
 * @throws {UnreadableFeedError} when the whole is no feed that we know; nothing else is ever thrown.
 */
export function readPlaces(input: FeedInput, options: ReadPlacesOptions = {}): ReadPlacesResult {
  return runAtOnce(readPlacesInParts(input, options));
}

/**
 * The same, step by step. Each step gives the places found so far, in an array that grows: the last
 * look at the whole may still take some of them away and make ids unique, as the result then says.
 *
 * @throws {UnreadableFeedError} as `readPlaces`
 */
export function* readPlacesInParts(
  input: FeedInput,
  options: ReadPlacesOptions = {},
): Generator<readonly Place[], ReadPlacesResult> {
  try {
    const named = options.format && readerOf<PlaceFormat>(options.format, readers);
    const feed = openFeed(input, named);
    const {format, rows} = findRows<PlaceFormat>(feed, named ? [named] : readers, words);
    const gathered = yield* gatherPlaces(rows, words, options);
    return {format, ...runAtOnce(finishPlaces(gathered, words.findSwapped))};
  } catch (error) {
    throw asUnreadable(error);
  }
}
