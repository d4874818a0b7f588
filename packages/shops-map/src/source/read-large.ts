import {FeedError, loadFeed, warn, WorkerRefusal, type Feed} from '@local-widgets/core';
import {parseLonLat, UnreadableFeedError} from '@local-widgets/model';
import {bringEngine} from '../map/bring-engine.js';
import {earlyPlaces} from './early-places.js';
import type {EarlyPositions} from './early-positions.js';
import {foreignName, LARGE_FEED, readInput, readOptions} from './load-places.js';
import type {LoadedPlaces, SourceRequest} from './source.js';
import {startEarly} from './waiting-worker.js';
import type {Bytes} from './worker-messages.js';
import {WorkerReading, type WorkerOptions} from './worker-reading.js';

/** Attributes that leave places out, or may: which ones, only their words tell. */
const FILTERS = ['categories', 'radius-km', 'url-state'];

type ReadRequest = Omit<SourceRequest, 'src'>;

/**
 * Reads a large feed where it disturbs least, in a worker, while it still arrives; and in this thread
 * where there is no worker to be had, which the console then tells once. What a worker was given is lost
 * with it; then, and only then, the feed is loaded a second time.
 */
export class LargeReading {
  private reading: WorkerReading | undefined;
  /** The list of chunks that is being read: that of another attempt is another one. */
  private chunks: Bytes[] | undefined;
  private isRead = false;

  /** Starts what will be needed: the worker, and the map where it is near. */
  constructor(
    private readonly request: ReadRequest,
    private readonly worker: Omit<WorkerOptions, 'signal'> = {},
    private readonly nameOf = foreignName,
  ) {
    if (!worker.start) {
      bringEngine(request.host);
      startEarly();
    }
  }

  /** Hands over what has arrived: out of the list, as soon as the worker is there. */
  take(chunks: Bytes[], url: string): void {
    if (chunks !== this.chunks) {
      this.reading?.end();
      this.chunks = chunks;
      const {host, format, signal, onEarly} = this.request;
      const options = readOptions(url, format, this.nameOf(url));
      const center = parseLonLat(host.getAttribute('center') ?? '');
      const tell = (early: EarlyPositions): void => {
        const places = earlyPlaces(early);
        // the map takes its time: in a task of its own
        setTimeout(() => {
          if (!signal.aborted && !this.isRead) onEarly?.(places);
        });
      };
      const showsAll = !FILTERS.some(name => host.hasAttribute(name));
      this.reading = new WorkerReading(
        {options, center},
        {signal, onEarly: showsAll ? tell : undefined, ...this.worker},
      );
    }
    this.reading?.take(chunks);
  }

  /**
   * The places, when all has arrived.
   *
   * @param feed With the bytes that were not taken.
   * @throws FeedError `unreadable`, and what loading a second time may end in; an abort rejects with its
   *   reason.
   */
  async read({bytes, url}: Feed): Promise<LoadedPlaces> {
    const {host} = this.request;
    if (!this.chunks) this.take([], url);
    const reading = this.reading!;
    try {
      reading.take([bytes]);
      const result = await reading.close();
      this.isRead = true;
      return {...result, failures: [], duplicates: 0};
    } catch (error) {
      if (error instanceof UnreadableFeedError) {
        throw new FeedError('unreadable', `${url} cannot be read: ${error.message}`);
      }
      if (!(error instanceof WorkerRefusal)) throw error;
      warn(host.localName, `${error.message} The page itself reads ${url}, which may be slower.`);
    }
    const whole = reading.hasTaken ? (await loadFeed(url, this.request)).bytes : bytes;
    return readInput(whole, url, this.request, this.nameOf(url));
  }
}

/**
 * Reads a feed that is there: in a worker when it is large.
 *
 * @throws FeedError as `LargeReading`
 */
export function readLarge(
  feed: Feed,
  request: ReadRequest,
  sourceName = foreignName(feed.url),
  worker?: Omit<WorkerOptions, 'signal'>,
): Promise<LoadedPlaces> {
  const {bytes, url} = feed;
  return bytes.length < LARGE_FEED
    ? readInput(bytes, url, request, sourceName)
    : new LargeReading(request, worker, () => sourceName).read(feed);
}
