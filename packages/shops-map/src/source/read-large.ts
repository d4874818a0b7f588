import {FeedError, loadFeed, warn, type Feed} from '@local-widgets/core';
import {UnreadableFeedError} from '@local-widgets/model';
import {bringEngine} from '../map/bring-engine.js';
import {foreignName, LARGE_FEED, readInput, readOptions} from './load-places.js';
import {readInWorker, type WorkerOptions} from './place-worker-client.js';
import type {LoadedPlaces, SourceRequest} from './source.js';
import {startEarly} from './waiting-worker.js';
import {WorkerRefusal} from './worker-refusal.js';

/** Starts what a large feed will need while it still arrives: the worker, and the map where it is near. */
export function getReady(host: HTMLElement): typeof readLarge {
  bringEngine(host);
  startEarly();
  return readLarge;
}

/**
 * Reads a feed where it disturbs least: a large one in a worker, and in this thread where there is
 * none to be had, which the console then tells once. A worker that was lost midway took the bytes with
 * it; then, and only then, they are loaded a second time.
 *
 * @throws FeedError `unreadable`, and what loading a second time may end in
 */
export async function readLarge(
  {bytes, url}: Feed,
  request: Omit<SourceRequest, 'src'>,
  sourceName = foreignName(url),
  worker: Omit<WorkerOptions, 'signal'> = {},
): Promise<LoadedPlaces> {
  const {host, format, signal} = request;
  if (bytes.length >= LARGE_FEED) {
    try {
      const options = readOptions(url, format, sourceName);
      // without a centre the list is in the order of names
      const isByName = !host.hasAttribute('center');
      const result = await readInWorker({bytes, options, isByName}, {...worker, signal});
      return {...result, failures: [], duplicates: 0};
    } catch (error) {
      if (error instanceof UnreadableFeedError) {
        throw new FeedError('unreadable', `${url} cannot be read: ${error.message}`);
      }
      if (!(error instanceof WorkerRefusal)) throw error;
      warn(host.localName, `${error.message} The page itself reads ${url}, which may be slower.`);
    }
    if (bytes.length === 0) ({bytes} = await loadFeed(url, request));
  }
  return readInput(bytes, url, request, sourceName);
}
