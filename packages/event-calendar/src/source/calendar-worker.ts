/**
 * The worker that reads large calendars, built into one file without imports. It is started for one feed,
 * and ends when it has said all.
 */
import {readEvents, UnreadableFeedError} from '@local-widgets/model';
import {buffersOf, packOccurrences} from './packed-occurrences.js';
import {
  EVENTS_PART,
  OCCURRENCES_PART,
  type ReadAnswer,
  type ReadMessage,
} from './worker-messages.js';

addEventListener('message', ({data}: MessageEvent<ReadMessage>) => {
  try {
    answer(data);
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    const {code, detail} = error;
    send({kind: 'unreadable', code, detail});
  }
  close();
});
send({kind: 'ready'});

function answer({bytes, options}: ReadMessage): void {
  const {events, occurrences, rejected, ...whole} = readEvents(bytes, options);
  for (const part of partsOf(events, EVENTS_PART)) {
    send({kind: 'events', part: JSON.stringify(part)});
  }
  const indexOf = new Map(events.map(({id}, index) => [id, index]));
  for (const part of partsOf(occurrences, OCCURRENCES_PART)) {
    const packed = packOccurrences(part, indexOf);
    send({kind: 'occurrences', part: packed}, buffersOf(packed));
  }
  for (const part of partsOf(rejected, OCCURRENCES_PART)) send({kind: 'rejected', part});
  send({kind: 'done', ...whole});
}

function* partsOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

function send(message: ReadAnswer, transfer: Transferable[] = []): void {
  postMessage(message, {transfer});
}
