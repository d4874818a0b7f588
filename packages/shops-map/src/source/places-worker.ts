/**
 * The worker that reads large feeds, built into one file without imports. It is started for one feed,
 * and ends when it has said all.
 */
import {
  nameOrderOf,
  positionsOf,
  readPlacesInParts,
  UnreadableFeedError,
  type Place,
} from '@local-widgets/model';
import {PART, type ReadAnswer, type ReadOrder} from './worker-messages.js';

addEventListener('message', ({data}: MessageEvent<ReadOrder>) => answer(data));
send({kind: 'ready'});

function answer(order: ReadOrder): void {
  try {
    read(order);
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    const {code, detail} = error;
    send({kind: 'unreadable', code, detail});
  }
  close();
}

/** The page takes over one part while the next is read. */
function read({bytes, options, isByName}: ReadOrder): void {
  const work = readPlacesInParts(bytes, options);
  let sent: readonly Place[] = [];
  let count = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) {
    sent = step.value;
    for (; sent.length - count >= PART; count += PART) sendPlaces(sent, count, count + PART);
  }
  const {places, rejected, format, truncated} = step.value;
  tellChanges(sent, count, places);
  for (let at = 0; at < rejected.length; at += PART) {
    send({kind: 'rejected', part: rejected.slice(at, at + PART)});
  }
  const tellNames = (): void => {
    const nameOrder = nameOrderOf(places);
    send({kind: 'names', nameOrder}, [nameOrder.buffer]);
  };
  if (isByName) tellNames();
  const positions = positionsOf(places);
  send({kind: 'done', format, truncated, positions}, [positions.buffer]);
  if (!isByName) tellNames();
  send({kind: 'end'});
}

/**
 * Sends what was not sent, and what the look at the whole changed about the `count` first of those found:
 * some are gone, some have another id. Those that stay are in their order.
 */
function tellChanges(found: readonly Place[], count: number, places: readonly Place[]): void {
  const removed: number[] = [];
  const ids: [number, string][] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    const [before, now] = [found[index], places[at]];
    // what has another id is another object, around the same position
    if (!now || before?.geo !== now.geo) {
      removed.push(index);
      continue;
    }
    if (before.id !== now.id) ids.push([at, now.id]);
    at++;
  }
  if (removed.length > 0) send({kind: 'removed', indices: removed.reverse()});
  for (; at < places.length; at += PART) sendPlaces(places, at, at + PART);
  if (ids.length > 0) send({kind: 'renamed', ids});
}

function sendPlaces(places: readonly Place[], from: number, to: number): void {
  send({kind: 'places', part: places.slice(from, to)});
}

function send(message: ReadAnswer, transfer: Transferable[] = []): void {
  postMessage(message, {transfer});
}
