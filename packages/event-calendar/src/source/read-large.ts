import {warn, WorkerRefusal, WorkerTalk, type StartedWorker} from '@local-widgets/core';
import {
  UnreadableFeedError,
  type ReadEventsResult,
  type ReadEventsOptions,
  type RejectedEvent,
} from '@local-widgets/model';
import type {Bytes} from './packed/packed-reading.js';
import {startCalendarWorker} from './start-worker.js';
import {unpackReading, type UnpackedReading} from './packed/unpack-reading.js';
import type {ReadAnswer, ReadMessage} from './worker-messages.js';

export interface LargeOptions {
  readonly signal: AbortSignal;
  readonly start?: () => StartedWorker;
  /** Milliseconds of silence after which the worker counts as dead: some die without a word. */
  readonly patience?: number;
}

export type LargeReading = ReadEventsResult & UnpackedReading;

/**
 * Reads a large calendar where it disturbs least, in a worker; undefined where there is none to be had,
 * which the console then tells once. The bytes stay here, as they may be needed after all.
 *
 * @throws UnreadableFeedError as `readEvents`; an abort rejects with its reason.
 */
export async function readLarge(
  bytes: Bytes,
  options: ReadEventsOptions,
  {localName}: Element,
  large: LargeOptions,
): Promise<LargeReading | undefined> {
  try {
    const reading = await readInWorker(bytes, options, large);
    // to draw it is a task of its own, so that a person who does something meanwhile comes first
    await new Promise(resolve => setTimeout(resolve));
    return reading;
  } catch (error) {
    if (!(error instanceof WorkerRefusal)) throw error;
    warn(localName, `${error.message} The page itself reads the calendar, which may be slower.`);
    return undefined;
  }
}

function readInWorker(
  bytes: Bytes,
  options: ReadEventsOptions,
  {signal, start = startCalendarWorker, patience}: LargeOptions,
): Promise<LargeReading> {
  const rejected: RejectedEvent[] = [];
  const message = {bytes, options};
  return new Promise((resolve, reject) => {
    const talk = new WorkerTalk<ReadMessage, ReadAnswer>({
      start,
      patience,
      ready: () => talk.tell(message),
      hear: answer => {
        switch (answer.kind) {
          case 'rejected':
            rejected.push(...answer.part);
            break;
          case 'unreadable':
            talk.end();
            reject(new UnreadableFeedError(answer.code, answer.detail));
            break;
          case 'done': {
            talk.end();
            // what is made of the answer would hold them as long as it is shown
            message.bytes = new Uint8Array();
            const {format, truncated, calendar, packed} = answer;
            resolve(Object.assign(unpackReading(packed), {format, rejected, truncated, calendar}));
          }
        }
      },
      fail: reject,
    });
    signal.throwIfAborted();
    signal.addEventListener(
      'abort',
      () => {
        talk.end();
        reject(signal.reason as Error);
      },
      {once: true},
    );
    talk.open();
    talk.expect();
  });
}
