import type {FeedEnvironment} from '../feed/environment.js';
import {FeedError} from '../feed/feed-error.js';
import {loadFeed} from '../feed/load-feed.js';
import {GeocoderError, type AddressSuggestion, type GeocodeQuery} from './geocoder.js';
import {readSuggestions} from './read-suggestions.js';

/** Characters that a search needs at least and at most; the Géoplateforme refuses other lengths. */
export const LEAST_TEXT = 3;
const MOST_TEXT = 200;

/** Milliseconds of silence after which a suggestion would come too late anyway. */
const PATIENCE = 8_000;
/** Bytes. Ten addresses take about 5,000. */
const MOST_BYTES = 500_000;

/**
 * What a geocoder is sent of a visitor's words: on one line, beginning with a letter or a digit as
 * Addok wants it, and never longer than 200 characters.
 */
export function wordsOf(text: string): string {
  return text
    .normalize()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, MOST_TEXT)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Asks once for a GeoJSON FeatureCollection.
 *
 * @throws GeocoderError for everything but an abort.
 */
export async function askGeocoder(
  url: string,
  {limit, signal}: GeocodeQuery,
  environment?: FeedEnvironment,
): Promise<AddressSuggestion[]> {
  const limits = {signal, stallTimeout: PATIENCE, maxBytes: MOST_BYTES, attempts: 1};
  try {
    const {bytes} = await loadFeed(url, {...limits, ...(environment && {environment})});
    return readSuggestions(JSON.parse(new TextDecoder().decode(bytes)), limit);
  } catch (error) {
    if (error instanceof FeedError) throw failureOf(error);
    throw error instanceof SyntaxError ? new GeocoderError('unreadable', error.message) : error;
  }
}

function failureOf({code, message, retryAfter}: FeedError): GeocoderError {
  if (code === 'busy' || code === 'offline') return new GeocoderError(code, message, retryAfter);
  return new GeocoderError(code === 'too-large' ? 'unreadable' : 'unreachable', message);
}
