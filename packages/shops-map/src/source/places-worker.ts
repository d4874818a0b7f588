/**
 * The worker that reads large feeds, built into one file without imports. It is started for one feed,
 * and ended by the page when it has answered.
 */
import {nameOrderOf, positionsOf, readPlaces, UnreadableFeedError} from '@local-widgets/model';
import {PART, type ReadAnswer, type ReadOrder} from './worker-messages.js';

addEventListener('message', ({data}: MessageEvent<ReadOrder>) => answer(data));
send({kind: 'ready'});

function answer({bytes, options}: ReadOrder): void {
  try {
    const {places, rejected, format, truncated} = readPlaces(bytes, options);
    for (const part of partsOf(places)) send({kind: 'places', part});
    for (const part of partsOf(rejected)) send({kind: 'rejected', part});
    // the page takes over the parts meanwhile
    const nameOrder = nameOrderOf(places);
    const positions = positionsOf(places);
    const prepared = {nameOrder, positions};
    send({kind: 'done', format, truncated, prepared}, [nameOrder.buffer, positions.buffer]);
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    const {code, detail} = error;
    send({kind: 'unreadable', code, detail});
  }
}

function send(message: ReadAnswer, transfer: Transferable[] = []): void {
  postMessage(message, {transfer});
}

function* partsOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += PART) yield all.slice(at, at + PART);
}
