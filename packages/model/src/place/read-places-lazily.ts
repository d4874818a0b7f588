import {collectPlaces, type CollectOptions} from './collect-places.js';
import {NeedsFeedWords, type FeedWords} from './feed-words-type.js';
import {findRows, openFeed, type FeedInput, type OpenFeed} from './open-feed.js';
import {ownWords} from './own-words.js';
import type {ReadPlacesOptions, ReadPlacesResult} from './read-places.js';
import {geojsonReader} from './readers/geojson.js';
import type {PlaceReader} from './readers/reader.js';
import type {PlaceFormat} from './readers/readers.js';
import {asUnreadable} from './unreadable-feed-error.js';

/**
 * The same as `readPlaces` for a page that pays for every byte: what GeoJSON with our own category ids
 * does not need (other formats, and the words by which the world calls our categories) is loaded when
 * a feed turns out to need it.
 *
 * @throws {UnreadableFeedError} as `readPlaces`; and whatever a failed import rejects with.
 */
export async function readPlacesLazily(
  input: FeedInput,
  options: ReadPlacesOptions = {},
): Promise<ReadPlacesResult> {
  const wanted = options.format && (options.format === 'csv' ? 'text' : 'json');
  const feed = attempt(() => openFeed(input, wanted));
  const readers = await readersFor(feed);
  try {
    return collect(feed, readers, ownWords, options);
  } catch (error) {
    if (!(error instanceof NeedsFeedWords)) throw error;
  }
  return collect(feed, readers, await import('./feed-words.js'), options);
}

async function readersFor({kind}: OpenFeed): Promise<readonly PlaceReader<PlaceFormat>[]> {
  return kind === 'json' ? [geojsonReader] : [(await import('./readers/csv.js')).csvReader];
}

function collect(
  feed: OpenFeed,
  readers: readonly PlaceReader<PlaceFormat>[],
  words: FeedWords,
  options: CollectOptions & {readonly format?: PlaceFormat | undefined},
): ReadPlacesResult {
  return attempt(() => {
    const {format, rows} = findRows(feed, readers, options.format, words);
    return {format, ...collectPlaces(rows, words, options)};
  });
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof NeedsFeedWords ? error : asUnreadable(error);
  }
}
