import {runInSlices} from '../async/run-in-slices.js';
import {finishPlaces, gatherPlaces} from './collect-places.js';
import {NeedsFeedWords} from './feed-words-type.js';
import type {FeedInput} from './open-feed.js';
import {ownWords} from './own-words.js';
import type {ReadPlacesOptions, ReadPlacesResult} from './read-places.js';
import {geojsonReader} from './readers/geojson.js';

export interface ReadPlacesLazilyOptions extends ReadPlacesOptions {
  /** Ends the reading between two slices of rows; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The same as `readPlaces` for a page that pays for every byte and for every pause: GeoJSON in our own
 * words is read with what is here; everything else (other formats and encodings, the words by which
 * the world calls our categories, what is no feed at all) loads what it needs. Rows are read in slices
 * between which the page can do other things. The parsing of a JSON text is not cut: see a Worker for
 * very large ones.
 *
 * @throws {UnreadableFeedError} as `readPlaces`; the reason of the signal; and whatever a failed
 *   import rejects with.
 */
export async function readPlacesLazily(
  input: FeedInput,
  options: ReadPlacesLazilyOptions = {},
): Promise<ReadPlacesResult> {
  const {format = 'geojson', signal} = options;
  const json = format === 'geojson' ? parsed(input) : undefined;
  const rows = json && geojsonReader.read(json, ownWords);
  if (rows) {
    try {
      const gathered = await runInSlices(gatherPlaces(rows, ownWords, options), signal);
      const finished = await runInSlices(finishPlaces(gathered, ownWords.findSwapped), signal);
      return {format: 'geojson', ...finished};
    } catch (error) {
      if (!(error instanceof NeedsFeedWords)) throw error;
    }
  }
  return (await import('./read-fully.js')).readFully(json ?? input, options);
}

/** What JSON in UTF-8 holds; undefined for anything else. */
function parsed(input: FeedInput): object | undefined {
  try {
    if (typeof input !== 'string' && !(input instanceof ArrayBuffer || ArrayBuffer.isView(input))) {
      return input;
    }
    const text =
      typeof input === 'string' ? input : new TextDecoder('utf-8', {fatal: true}).decode(input);
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
