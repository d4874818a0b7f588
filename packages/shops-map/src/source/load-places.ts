import {FeedError, loadFeed} from '@local-widgets/core';
import {
  readPlacesLazily,
  UnreadableFeedError,
  type FeedInput,
  type PlaceFormat,
  type ReadPlacesOptions,
} from '@local-widgets/model';
import type {LoadedPlaces, SourceRequest} from './source.js';
import type {LargeReading} from './read-large.js';

export type {LoadedPlaces, SourceRequest} from './source.js';

/** Bytes of about 5,000 places: from here on a worker disturbs the page less than reading does. */
export const LARGE_FEED = 1_500_000;

/** All but the plain case; a first need loads it. */
const moreSources = () => import('./sources.js');

/**
 * Loads and reads what `src` names. The plain case, one address of a small feed, is all that a page
 * pays for; everything else comes in a file of its own.
 *
 * @throws FeedError when nothing could be loaded and read; an abort rejects with its reason.
 */
export async function loadPlaces(request: SourceRequest): Promise<LoadedPlaces> {
  const {src} = request;
  if (!src || /^#|\s/.test(src)) return (await moreSources()).loadSources(request);
  let large: Promise<unknown> | undefined;
  let reading: LargeReading | undefined;
  const feed = await loadFeed(src, {
    ...request,
    onBytes: (count, chunks, url) => {
      if (count > LARGE_FEED) {
        // without that file the list still comes
        large ??= moreSources().then(
          more => (reading = new more.LargeReading(request)),
          () => undefined,
        );
      }
      reading?.take(chunks, url);
      return large;
    },
  });
  await large;
  return reading?.read(feed) ?? readInput(feed.bytes, feed.url, request);
}

/**
 * Reads in this thread.
 *
 * @param url what relative links start from, and what an error names
 * @param sourceName who publishes it, unless the feed itself says so; empty: nobody is named
 */
export async function readInput(
  input: FeedInput,
  url: string,
  {format, signal}: Pick<SourceRequest, 'format' | 'signal'>,
  sourceName = foreignName(url),
): Promise<LoadedPlaces> {
  try {
    const options = {...readOptions(url, format, sourceName), signal};
    return {...(await readPlacesLazily(input, options)), failures: [], duplicates: 0};
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    throw new FeedError('unreadable', `${url} cannot be read: ${error.message}`);
  }
}

/** What is empty counts as not there. The readers check the name of the format. */
export const readOptions = (
  baseUrl: string,
  format: string | undefined,
  sourceName: string,
): ReadPlacesOptions => ({
  baseUrl,
  format: (format || undefined) as PlaceFormat | undefined,
  sourceName: sourceName || undefined,
});

/** Who publishes what comes from another site: its host. Empty for this site. */
export function foreignName(url: string): string {
  const {origin, hostname} = new URL(url);
  return origin === self.origin ? '' : hostname;
}

/** Whether there is something to load without `src`: a data block, or microdata. */
export const hasInline = (host: HTMLElement): boolean =>
  !!host.querySelector('script[type$=json],[itemscope]');

/** Whether the address asks for the part in view, so that `ViewSource` has to load it. */
export const isByView = (src: string): boolean => /\{(bbox|west)\}/.test(src);
