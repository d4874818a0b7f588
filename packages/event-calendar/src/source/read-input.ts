import {FeedError} from '@local-widgets/core';
import {
  UnreadableFeedError,
  zoneOf,
  type EventFormat,
  type FeedInput,
  type ReadEventsOptions,
  type ReadEventsResult,
} from '@local-widgets/model';
import type {LoadedEvents, SourceRequest} from './source.js';

/** Bytes of some 200 events: from here on a worker disturbs the page less than reading does. */
const LARGE_FEED = 150_000;

const bringReader = () => import('../reader.js');
const bringWorker = () => import('../large.js');

/** Brings what will read so many bytes, while they arrive; a file that is missing is told when it is needed. */
export function bringReaderFor(bytes: number): void {
  void (bytes > LARGE_FEED ? bringWorker() : bringReader()).catch(() => undefined);
}

/**
 * Reads what one source gave.
 *
 * @param url what relative links start from, and what an error names
 * @param names who publishes it, unless the feed itself says so, and what the webmaster calls it
 * @throws FeedError `unreadable`; an abort rejects with its reason.
 */
export async function readInput(
  input: FeedInput,
  url: string,
  request: SourceRequest,
  {source, label}: {readonly source?: string; readonly label?: string},
): Promise<LoadedEvents & Pick<ReadEventsResult, 'format'>> {
  const {format, timeZone, days} = request;
  const zone = zoneOf(timeZone)!;
  const options = {
    format: (format || undefined) as EventFormat | undefined,
    from: zone.instantOf(days.firstDay, 0),
    to: zone.instantOf(days.lastDay + 1, 0),
    timeZone,
    baseUrl: url,
    sourceName: source || undefined,
    sourceLabel: label,
  };
  try {
    const reading = await read(input, options, request);
    // a spread would make all events of what makes them one by one
    return Object.assign(reading, {failures: [], labels: [], subscriptions: []});
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    throw new FeedError('unreadable', `${url} cannot be read: ${error.message}`);
  }
}

async function read(
  input: FeedInput,
  options: ReadEventsOptions,
  {host, signal}: SourceRequest,
): Promise<ReadEventsResult> {
  if (input instanceof Uint8Array && input.length > LARGE_FEED) {
    const bytes = input as Uint8Array<ArrayBuffer>;
    const {readLarge} = await bringWorker();
    const reading = await readLarge(bytes, options, host, {signal});
    if (reading) return reading;
  }
  const {readEventsLazily} = await bringReader();
  return readEventsLazily(input, {...options, signal});
}
