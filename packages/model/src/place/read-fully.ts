import {runInSlices} from '../async/run-in-slices.js';
import {finishPlaces, gatherPlaces} from './collect-places.js';
import {feedWords as words} from './feed-words.js';
import {findRows, openFeed, readerOf, type FeedInput, type OpenFeed} from './open-feed.js';
import type {ReadPlacesLazilyOptions} from './read-places-lazily.js';
import type {ReadPlacesResult} from './read-places.js';
import {csvReader} from './readers/csv.js';
import {geojsonReader} from './readers/geojson.js';
import type {PlaceReader} from './readers/reader.js';
import type {PlaceFormat} from './readers/readers.js';
import {asUnreadable} from './unreadable-feed-error.js';

type Readers = readonly PlaceReader<PlaceFormat>[];

/** Reads any feed with everybody's words, in slices; the readers of rarer formats are loaded for them. */
export async function readFully(
  input: FeedInput,
  options: ReadPlacesLazilyOptions,
): Promise<ReadPlacesResult> {
  const {format, signal} = options;
  const named = format && [readerOf(format, await readersOf(format))];
  const feed = attempt(() => openFeed(input, named?.[0]));
  const readers = named ?? (await readersFor(feed));
  const {format: found, rows} = attempt(() => findRows(feed, readers, words));
  const gathered = await runInSlices(safely(gatherPlaces(rows, words, options)), signal);
  const finished = await runInSlices(safely(finishPlaces(gathered, words.findSwapped)), signal);
  return {format: found, ...finished};
}

async function moreReaders(): Promise<Readers> {
  return (await import('./readers/more-readers.js')).moreReaders;
}

async function readersOf(format: PlaceFormat): Promise<Readers> {
  const known = [geojsonReader, csvReader];
  return known.some(reader => reader.format === format) ? known : moreReaders();
}

async function readersFor(feed: OpenFeed): Promise<Readers> {
  if (feed.kind === 'text') return [csvReader];
  if (attempt(() => geojsonReader.read(feed.json, words))) return [geojsonReader];
  return [geojsonReader, ...(await moreReaders())];
}

/** The same work with the errors of a reading; a signal's reason is none of these. */
function* safely<T>(work: Generator<unknown, T>): Generator<unknown, T> {
  try {
    return yield* work;
  } catch (error) {
    throw asUnreadable(error);
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asUnreadable(error);
  }
}
