import {collectPlaces, type CollectedPlaces, type CollectOptions} from './collect-places.js';
import {feedWords as words} from './feed-words.js';
import {findRows, openFeed, readerOf, type FeedInput} from './open-feed.js';
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
  try {
    const named = options.format && readerOf<PlaceFormat>(options.format, readers);
    const feed = openFeed(input, named);
    const {format, rows} = findRows<PlaceFormat>(feed, named ? [named] : readers, words);
    return {format, ...collectPlaces(rows, words, options)};
  } catch (error) {
    throw asUnreadable(error);
  }
}
