import {toEvent} from '../../chat/log/event-view.js';
import {readAfter} from '../../chat/log/read-events.js';
import type {HubContext} from '../../context.js';
import {errorFacts} from '../../outbox/error-facts.js';
import {backoff} from '../backoff.js';
import {NotConnected, Refused, TryLater} from '../bridge.js';
import type {BridgedRoom, ChatBridge, Delivered} from '../bridge.js';
import {dropCursors, moveCursor, putOff, readCursor} from './cursors.js';
import type {Cursor} from './cursors.js';
import {dueRooms} from './due-rooms.js';
import {loadBridgedRoom} from './load-bridged-room.js';
import {chatShops} from './shops.js';

type Context = Pick<HubContext, 'db' | 'clock' | 'chance' | 'log' | 'metrics'>;

/** Events that are handed to a bridge at once. */
const EVENTS = 100;
/** Rooms that one look finds, and rooms that are delivered from beside each other. */
const ROOMS = 100;
const BESIDE = 4;
/** Milliseconds for which a room waits after a failure. */
const RETRY = {first: 2000, most: 600_000};
/** Bridges see what people of the shop see. */
const VIEWER = {isModerator: true};

/**
 * Takes what is new in the logs of the rooms that a bridge serves, and hands it to the bridge: each event at
 * least once and in order, from a cursor that is kept in the database, whatever dies in between.
 */
export class Pump {
  constructor(
    readonly context: Context,
    readonly bridge: ChatBridge,
  ) {}

  /** Delivers from all rooms that are behind and need not wait. @throws NotConnected */
  async look(): Promise<void> {
    const {context, bridge} = this;
    const addresses = new Map<string, string>();
    for (const shop of await chatShops(context.db)) {
      const address = shop.chat.isEnabled ? bridge.addressOf(shop) : undefined;
      if (address !== undefined) addresses.set(shop.id, address);
    }
    await dropCursors(context.db, bridge.name, addresses);
    const ids = [...addresses.keys()];
    for (;;) {
      const {name} = bridge;
      const question = {bridge: name, shops: ids, now: context.clock.now(), limit: ROOMS};
      const rooms = await dueRooms(context.db, question);
      const moved = await this.deliverFrom(rooms);
      // those that did not move wait now, and are not found again
      if (rooms.length < ROOMS || moved === 0) return;
    }
  }

  /** Delivers what these rooms have. @returns rooms in which something was done @throws NotConnected */
  async deliverFrom(roomIds: readonly string[]): Promise<number> {
    const waiting = [...roomIds];
    let moved = 0;
    const one = async () => {
      for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
        if (await this.#deliverFromRoom(room)) moved++;
      }
    };
    const ended = await Promise.allSettled(Array.from({length: BESIDE}, one));
    for (const {status, reason} of ended as {status: string; reason?: unknown}[]) {
      if (status === 'rejected') throw reason;
    }
    return moved;
  }

  async #deliverFromRoom(roomId: string): Promise<boolean> {
    const {context, bridge} = this;
    for (let isMoved = false; ; isMoved = true) {
      const room = await loadBridgedRoom(context.db, bridge, roomId);
      if (!room) return isMoved;
      const known = await readCursor(context.db, bridge.name, roomId);
      const now = context.clock.now().getTime();
      if (known?.due_at != null && known.due_at > now) return isMoved;
      const isSame = known?.address === room.address;
      const seq = isSame ? known.seq : bridge.startOf(room.row);
      if (!(await this.#deliverAfter(room, known, seq))) return isMoved;
    }
  }

  /** @returns whether there may be more */
  async #deliverAfter(room: BridgedRoom, known: Cursor | undefined, seq: number): Promise<boolean> {
    const {
      context: {db, clock},
      bridge,
    } = this;
    const rows = await readAfter(db, room.row.id, seq, EVENTS);
    const events = rows.map(row => toEvent(row, VIEWER));
    if (events.length === 0) return false;
    const outcome = await this.#ask(room, events, known, seq);
    if (!outcome) return false;
    const {upTo, again, write, afterwards} = outcome;
    const to = {address: room.address, seq: Math.max(upTo, seq), dueAt: again};
    const isMoved = await db.transaction().execute(async trx => {
      const {id} = room.row;
      const isOurs = await moveCursor(trx, {bridge: bridge.name, room: id, from: known, to});
      if (isOurs) await write?.(trx);
      return isOurs;
    });
    if (isMoved) afterwards?.();
    const isWaiting = again !== undefined && again > clock.now();
    return !isMoved || (to.seq > seq && !isWaiting);
  }

  /** `undefined` when the room has to wait. @throws NotConnected */
  async #ask(
    room: BridgedRoom,
    events: Parameters<ChatBridge['deliver']>[0]['events'],
    known: Cursor | undefined,
    seq: number,
  ): Promise<Delivered | undefined> {
    const {context, bridge} = this;
    const {db, clock, chance, log, metrics} = context;
    try {
      return await bridge.deliver({room, events});
    } catch (error) {
      if (error instanceof NotConnected) throw error;
      const isRefused = error instanceof Refused;
      const told = isRefused || error instanceof TryLater ? error.message : errorFacts(error);
      log.warn({bridge: bridge.name, room: room.row.id, error: told}, 'Not delivered by a bridge.');
      const result = isRefused ? 'refused' : 'failed';
      metrics.bridgeMessages.inc({bridge: bridge.name, direction: 'out', result});
      if (isRefused) return {upTo: error.seq};
      const tries = (known?.tries ?? 0) + 1;
      const retryAfter = error instanceof TryLater ? error.retryAfter : 0;
      const wait = Math.max(retryAfter, backoff(tries, RETRY, chance), 1);
      const to = {
        address: room.address,
        seq,
        dueAt: new Date(clock.now().getTime() + wait),
      };
      const {id} = room.row;
      const fault = error instanceof TryLater ? error.message : 'It failed; the log tells where.';
      await putOff(db, {bridge: bridge.name, room: id, from: known, to}, fault);
      return undefined;
    }
  }
}
