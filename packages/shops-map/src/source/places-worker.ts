/**
 * The worker that reads large feeds, built into one file without imports. It is started for one feed,
 * and ends when it has said all.
 */
import {
  ArrivingPlaces,
  type ArrivedPlaces,
  joinBytes,
  nameOrderOf,
  positionsOf,
  readPlacesInParts,
  UnreadableFeedError,
  type Place,
} from '@local-widgets/model';
import {earlyPositions} from './early-positions.js';
import {
  PART,
  type Bytes,
  type ReadAnswer,
  type ReadMessage,
  type ReadOrder,
} from './worker-messages.js';

/** With fewer rows to read, their places are there as soon. */
const EARLY = 2000;

let order: ReadOrder = {options: {}, center: undefined};
/** Reads while the bytes arrive; undefined for what can only be read as a whole. */
let arriving: ArrivingPlaces | undefined;
const chunks: Bytes[] = [];
let isClosed = false;
/** Places that are not sent yet. */
let unsent: Place[] = [];
/** Wakes this thread after the messages that wait: bytes come before rows. */
const {port1: alarm, port2: sleeper} = new MessageChannel();
let isAwake = false;

addEventListener('message', ({data}: MessageEvent<ReadMessage>) => {
  if (data.kind === 'open') open(data.order);
  else if (data.kind === 'bytes') data.chunks.forEach(take);
  else finish();
});
sleeper.onmessage = work;
send({kind: 'ready'});

function open(given: ReadOrder): void {
  order = given;
  const {format = 'geojson'} = order.options;
  if (format === 'geojson') arriving = new ArrivingPlaces(order.options);
}

function take(chunk: Bytes): void {
  chunks.push(chunk);
  attempt(reader => reader.add(chunk));
  wake();
}

/** No more bytes follow. */
function finish(): void {
  isClosed = true;
  attempt(reader => reader.close());
  if (arriving && arriving.waiting > EARLY) {
    const early = earlyPositions(arriving.located(), order.center);
    send({kind: 'early', ...early}, [early.positions.buffer]);
  }
  wake();
}

function wake(): void {
  if (isAwake) return;
  isAwake = true;
  alarm.postMessage(undefined);
}

/** Reads some rows, or what can only be read at the end. */
function work(): void {
  isAwake = false;
  if (arriving) {
    unsent.push(...arriving.read(PART));
    if (unsent.length >= PART) send({kind: 'places', part: unsent.splice(0, PART)});
    if (arriving.waiting > 0) {
      wake();
      return;
    }
  }
  if (isClosed) answer();
}

/** What the reader of arriving bytes cannot do is left to a reader of the whole. */
function attempt(step: (reader: ArrivingPlaces) => void): void {
  try {
    if (arriving) step(arriving);
  } catch {
    arriving = undefined;
    unsent = [];
    send({kind: 'anew'});
  }
}

function answer(): void {
  try {
    if (arriving) tellArrived(arriving.end());
    else readWhole(joinBytes(chunks));
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    const {code, detail} = error;
    send({kind: 'unreadable', code, detail});
  }
  close();
}

/** The rest of what was read while it arrived. */
function tellArrived(arrived: ArrivedPlaces): void {
  const {removed, renamed, rejected, truncated, located, nameOrder} = arrived;
  sendAll('places', unsent);
  if (removed.length > 0) send({kind: 'removed', indices: [...removed].reverse()});
  if (renamed.length > 0) send({kind: 'renamed', ids: renamed});
  sendAll('rejected', rejected);
  sendEnd({format: 'geojson', truncated, positions: positionsOf(located)}, nameOrder);
}

/** The page takes over one part while the next is read. */
function readWhole(bytes: Bytes): void {
  const work = readPlacesInParts(bytes, order.options);
  let sent: readonly Place[] = [];
  let count = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) {
    sent = step.value;
    for (; sent.length - count >= PART; count += PART) {
      send({kind: 'places', part: sent.slice(count, count + PART)});
    }
  }
  const {places, rejected, format, truncated} = step.value;
  tellChanges(sent, count, places);
  sendAll('rejected', rejected);
  sendEnd({format, truncated, positions: positionsOf(places)}, () => nameOrderOf(places));
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
  sendAll('places', places.slice(at));
  if (ids.length > 0) send({kind: 'renamed', ids});
}

function sendAll<K extends 'places' | 'rejected'>(
  kind: K,
  all: (ReadAnswer & {kind: K})['part'],
): void {
  for (let at = 0; at < all.length; at += PART) {
    send({kind, part: all.slice(at, at + PART)} as unknown as ReadAnswer);
  }
}

function sendEnd(
  whole: Omit<ReadAnswer & {kind: 'done'}, 'kind'>,
  nameOrder: () => Uint32Array<ArrayBuffer>,
): void {
  const tellNames = (): void => {
    const names = nameOrder();
    send({kind: 'names', nameOrder: names}, [names.buffer]);
  };
  // without a centre the list is in the order of names
  if (!order.center) tellNames();
  send({kind: 'done', ...whole}, [whole.positions.buffer]);
  if (order.center) tellNames();
  send({kind: 'end'});
}

function send(message: ReadAnswer, transfer: Transferable[] = []): void {
  postMessage(message, {transfer});
}
