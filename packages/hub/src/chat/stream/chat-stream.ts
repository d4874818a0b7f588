import {Readable} from 'node:stream';
import type {ChatAuthor} from '@local-widgets/model/schemas.js';
import type {Viewer} from '../log/event-view.js';
import type {ChatFeed} from './chat-feed.js';
import {Line} from './line.js';
import type {CursorAt, Sink} from './line.js';
import {newsFor} from './rendered-event.js';
import type {RenderedEvent} from './rendered-event.js';
import {HEARTBEAT, HELLO, sseBlock} from './sse.js';

/** Bytes that wait for a slow reader; the rest waits in the database. */
const BUFFER = 65_536;

/** Server-sent events of all rooms of one listener. */
export class ChatStream extends Readable implements Sink {
  readonly line: Line;
  #isFinished = false;

  constructor(feed: ChatFeed) {
    super({highWaterMark: BUFFER});
    this.line = new Line(feed, this, () => this.destroy());
    this.#write(HELLO);
  }

  room(events: readonly RenderedEvent[], viewer: Viewer, cursorAt: CursorAt): boolean {
    // each with its own cursor: a line may break between two of them
    const blocks = events.map(event =>
      sseBlock('room', newsFor(event, viewer), cursorAt(event.seq)),
    );
    return this.#write(blocks.join(''));
  }

  reset(room: string, lastSeq: number, cursor: string): boolean {
    return this.#write(sseBlock('reset', JSON.stringify({room, lastSeq}), cursor));
  }

  typing(room: string, author: ChatAuthor): void {
    this.tell('typing', {room, author});
  }

  /** An event that is forgotten once told. */
  tell(event: string, data: object): void {
    this.#write(sseBlock(event, JSON.stringify(data)));
  }

  beat(): void {
    this.#write(HEARTBEAT);
  }

  /** Tells the listener that this is all. */
  finish(): void {
    if (this.#isFinished || this.destroyed) return;
    this.#isFinished = true;
    this.line.close();
    this.push(null);
  }

  override _read(): void {
    this.line.resume();
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.line.close();
    callback(error);
  }

  #write(text: string): boolean {
    return !this.destroyed && !this.#isFinished && this.push(text);
  }
}
