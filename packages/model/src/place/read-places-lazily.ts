import {categoryById, type CategoryId} from './categories.js';
import {collectPlaces, NeedsCategoryWords, type CollectOptions} from './collect-places.js';
import type {CategoryResolver} from './kind.js';
import {findRows, openFeed, type FeedInput, type OpenFeed} from './open-feed.js';
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
    return collect(feed, readers, onlyIds, options);
  } catch (error) {
    if (!(error instanceof NeedsCategoryWords)) throw error;
  }
  const {categoriesOf} = await import('./category-of.js');
  return collect(feed, readers, categoriesOf, options);
}

async function readersFor({kind}: OpenFeed): Promise<readonly PlaceReader<PlaceFormat>[]> {
  return kind === 'json' ? [geojsonReader] : [(await import('./readers/csv.js')).csvReader];
}

function collect(
  feed: OpenFeed,
  readers: readonly PlaceReader<PlaceFormat>[],
  categoriesOf: CategoryResolver,
  options: CollectOptions & {readonly format?: PlaceFormat | undefined},
): ReadPlacesResult {
  return attempt(() => {
    const {format, rows} = findRows(feed, readers, options.format);
    return {format, ...collectPlaces(rows, categoriesOf, options)};
  });
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof NeedsCategoryWords ? error : asUnreadable(error);
  }
}

/** Enough for feeds that already use our ids. */
const onlyIds: CategoryResolver = hints => {
  const ids = hints.map(hint => categoryById(hint)?.id);
  if (ids.includes(undefined)) throw new NeedsCategoryWords();
  return ids.length > 0 ? (ids as CategoryId[]) : ['other'];
};
