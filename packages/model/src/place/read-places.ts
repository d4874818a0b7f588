import {collectPlaces, type CollectedPlaces, type CollectOptions} from './collect-places.js';
import * as words from './feed-words.js';
import {findRows, openFeed, type FeedInput} from './open-feed.js';
import {readers, type PlaceFormat} from './readers/readers.js';
import {asUnreadable} from './unreadable-feed-error.js';

export interface ReadPlacesOptions extends CollectOptions {
  /** Skips the detection by content. */
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
    const wanted = readers.find(reader => reader.format === options.format)?.input;
    const {format, rows} = findRows(openFeed(input, wanted), readers, options.format, words);
    return {format, ...collectPlaces(rows, words, options)};
  } catch (error) {
    throw asUnreadable(error);
  }
}
