import type {Database} from '../../context.js';
import type {EventRow} from '../log/event-view.js';
import {MOST_EVENTS, readAfter} from '../log/read-events.js';
import {renderEvent} from './rendered-event.js';
import type {RenderedEvent} from './rendered-event.js';

/** Who hears of a room. */
export interface RoomListener {
  /** In order and without a gap, from the first event after `tail.lastSeq` at the time of subscribing. */
  take(room: string, events: readonly RenderedEvent[]): void;
}

/** What somebody missed: the events, or that it is too much. */
export type Missed = readonly RenderedEvent[] | 'too-much';

/**
 * The end of one room's log in this process. However many listen, what is new is read once, and what they
 * missed as well: a thousand who come back at once share one question to the database.
 */
export class RoomTail {
  readonly listeners = new Set<RoomListener>();
  /** The latest events, without a gap, up to `lastSeq`. */
  #window: RenderedEvent[] = [];
  #isReading = false;
  #isAskedAgain = false;
  #filling: Promise<unknown> = Promise.resolve();

  /** @param lastSeq number of the last event that the first listener knows of */
  constructor(
    readonly db: Database,
    readonly room: string,
    readonly shop: string,
    public lastSeq: number,
    readonly onFailure: (error: unknown) => void = () => undefined,
  ) {}

  /** There may be something new. */
  wake(): void {
    if (this.#isReading) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isReading = true;
    // the next look finds what this one could not read
    this.#read()
      .catch(this.onFailure)
      .finally(() => (this.#isReading = false));
  }

  /** The next event, from who wrote it: there is no need to read it. */
  offer(row: EventRow): void {
    if (row.seq <= this.lastSeq) return;
    if (this.#isReading || row.seq !== this.lastSeq + 1) this.wake();
    else this.#take([renderEvent(this.room, row)]);
  }

  /** All after a number, up to `lastSeq`. */
  async after(seq: number): Promise<Missed> {
    for (let tries = 0; tries < 3; tries++) {
      if (seq >= this.lastSeq) return [];
      if (this.lastSeq - seq > MOST_EVENTS) return 'too-much';
      if (this.#covers(seq)) return this.#window.slice(seq + 1 - this.#window[0]!.seq);
      // one after the other: what the first reads is there for the next
      const filled = this.#filling.then(() => this.#fill(seq));
      this.#filling = filled.catch(() => undefined);
      await filled;
    }
    // retention took some of it
    return 'too-much';
  }

  #covers(seq: number): boolean {
    const [first] = this.#window;
    return first !== undefined && first.seq <= seq + 1;
  }

  async #fill(seq: number): Promise<void> {
    if (this.#covers(seq)) return;
    const rows = await readAfter(this.db, this.room, seq, MOST_EVENTS);
    const next = this.#window[0]?.seq ?? this.lastSeq + 1;
    const older = rows.filter(row => row.seq < next).map(row => renderEvent(this.room, row));
    if (older.at(-1)?.seq === next - 1) this.#window.unshift(...older);
  }

  async #read(): Promise<void> {
    do {
      this.#isAskedAgain = false;
      const rows = await readAfter(this.db, this.room, this.lastSeq, MOST_EVENTS);
      if (rows.length === 0) continue;
      this.#take(rows.map(row => renderEvent(this.room, row)));
      this.#isAskedAgain ||= rows.length === MOST_EVENTS;
    } while (this.#isAskedAgain);
  }

  #take(events: readonly RenderedEvent[]): void {
    this.#append(events);
    for (const listener of [...this.listeners]) listener.take(this.room, events);
  }

  #append(events: readonly RenderedEvent[]): void {
    this.lastSeq = events.at(-1)!.seq;
    // what was said before and is deleted now must not be told to who comes back: it is read anew
    const isForgotten = events.some(({kind}) => kind === 'deleted' || kind === 'author');
    if (isForgotten || (this.#window.at(-1)?.seq ?? 0) + 1 !== events[0]!.seq) this.#window = [];
    this.#window.push(...events);
    if (isForgotten) this.#window = [];
    if (this.#window.length > MOST_EVENTS)
      this.#window.splice(0, this.#window.length - MOST_EVENTS);
  }
}
