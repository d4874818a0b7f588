import {FeedError, loadFeed, type FeedOptions} from '@local-widgets/core';
import {
  readPlacesLazily,
  UnreadableFeedError,
  type PlaceFormat,
  type ReadPlacesResult,
} from '@local-widgets/model';

/** Loads a feed of places and reads it. Everything that can go wrong is a `FeedError`. */
export async function readSource(
  src: string,
  format: PlaceFormat | undefined,
  options: FeedOptions,
): Promise<ReadPlacesResult> {
  const {bytes, url} = await loadFeed(src, options);
  try {
    return await readPlacesLazily(bytes, {baseUrl: url, ...(format && {format})});
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    throw new FeedError('unreadable', `${url} cannot be read: ${error.message}`);
  }
}

/** Rows named one by one in the console; the rest is a number. */
const NAMED_ROWS = 20;

/** What the webmaster needs to mend a feed: each bad row, where and why. */
export function rejectionReport({places, rejected}: ReadPlacesResult): string {
  const rows = rejected
    .slice(0, NAMED_ROWS)
    .map(({unit, at, reason, detail}) => `  ${unit} ${at}: ${reason}, ${detail}`);
  const more = rejected.length - rows.length;
  if (more > 0) rows.push(`  … and ${more} more`);
  return [`${rejected.length} rows left out, ${places.length} shown:`, ...rows].join('\n');
}
