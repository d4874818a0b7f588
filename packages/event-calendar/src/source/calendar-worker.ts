/**
 * The worker that reads large calendars, built into one file without imports. It is started for one feed,
 * and ends when it has said all.
 */
import {readEvents, UnreadableFeedError} from '@local-widgets/model';
import {buffersOf, packReading} from './packed/packed-reading.js';
import {REJECTED_PART, type ReadAnswer, type ReadMessage} from './worker-messages.js';

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
  for (let at = 0; at < rejected.length; at += REJECTED_PART) {
    send({kind: 'rejected', part: rejected.slice(at, at + REJECTED_PART)});
  }
  const packed = packReading(events, occurrences);
  send({kind: 'done', packed, ...whole}, buffersOf(packed));
}

function send(message: ReadAnswer, transfer: Transferable[] = []): void {
  postMessage(message, {transfer});
}
