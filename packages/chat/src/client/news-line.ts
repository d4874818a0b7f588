import type {Clock} from '@local-widgets/core';
import {writeCursor, type RoomCursor} from '@local-widgets/model';
import type {ChatAuthor, ChatEvent, NewsPage, RoomNews} from '@local-widgets/model/schemas.js';
import type {Chance} from '../chance.js';
import {waitAfter} from './backoff.js';
import {chatError, type ChatError} from './chat-error.js';
import {EventStreamReader, type StreamEvent} from './event-stream.js';
import type {Transport} from './transport.js';

/** What the hub tells by itself. */
export type News =
  | {readonly type: 'room'; readonly room: string; readonly event: ChatEvent}
  | {readonly type: 'reset'; readonly room: string; readonly lastSeq: number}
  | {readonly type: 'typing'; readonly room: string; readonly author: ChatAuthor}
  | {
      readonly type: 'profile';
      readonly shop: string;
      readonly isOpen: boolean;
      readonly isAway: boolean;
    };

/**
 * `live`: news come by themselves, by a stream or a long poll; `connecting`: the first try is under
 * way; `offline`: the last try failed, the next one comes by itself.
 */
export type LineState = 'off' | 'connecting' | 'live' | 'offline';

export interface LineNeeds {
  readonly transport: Transport;
  readonly chance: Chance;
  readonly clock: Clock;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly secret: () => string | undefined;
  /** What is known of each room. */
  readonly cursor: () => RoomCursor;
  readonly hear: (news: News) => void;
  /** The hub was heard, or the line is another one. */
  readonly changed: () => void;
  /** The hub knows nobody by this secret. */
  readonly refused: (error: ChatError) => void;
}

/** Milliseconds: until the first bytes of a stream; without a byte, at 15 s between comments. */
const HELLO = 5000;
const SILENCE = 40_000;
/** Seconds that a long poll stays open, and milliseconds after which its answer is lost. */
const WAIT = 25;
const POLL_PATIENCE = 35_000;
/** Streams that end before their first event, until the line turns to long polls. */
const LEAST_TRIES = 3;
/** Events of the stream. */
const KNOWN = /^(?:room|reset|typing|profile)$/;
/** Long polls after which a stream is tried again: some five minutes. */
const POLLS = 12;

/**
 * Hears what happens in all rooms of a visitor: by one stream, or where a network lets none through by
 * long polls. Takes up again after whatever broke, for ever, from what the rooms know.
 */
export class NewsLine {
  state: LineState = 'off';
  /** Seconds that the hub asked to wait for, while that lasts. */
  retryAfter = 0;
  /** When the hub was last heard, in milliseconds since 1970; 0: never. */
  heardAt = 0;

  /** Ends everything; set while it runs. */
  private stopper: AbortController | undefined;
  /** Ends the present stream, poll or wait. */
  private step = new AbortController();
  private failures = 0;
  private isPolling = false;
  private polls = 0;
  /** Streams that ended before their first event, in a row. */
  private inVain = 0;
  /** Those that the present stream or poll tells of. */
  private rooms = '';

  constructor(private readonly needs: LineNeeds) {}

  start(): void {
    if (this.stopper) return;
    this.stopper = new AbortController();
    this.become('connecting');
    void this.run(this.stopper.signal);
  }

  stop(): void {
    this.stopper?.abort();
    this.stopper = undefined;
    this.step.abort();
    this.become('off');
  }

  /** Begins again, from what the rooms know by now, unless it hears of all of them already. */
  restart(): void {
    if (this.roomsNow !== this.rooms || this.state === 'offline') this.renew();
  }

  /**
   * The page is looked at again, or the network is back: a line that may be dead is exchanged.
   *
   * @param isNew another network, or a page that was frozen
   */
  wake(isNew: boolean): void {
    if (isNew) this.isPolling = false;
    const silence = Math.abs(this.needs.clock.now().getTime() - this.heardAt);
    if (isNew || this.state !== 'live' || silence > SILENCE / 2) this.renew();
  }

  private renew(): void {
    this.failures = 0;
    this.step.abort();
  }

  private get roomsNow(): string {
    return [...this.needs.cursor().keys()].sort().join();
  }

  private async run(over: AbortSignal): Promise<void> {
    const isOver = (): boolean => over.aborted;
    while (!isOver()) {
      const step = (this.step = new AbortController());
      this.rooms = this.roomsNow;
      this.needs.changed();
      let error: ChatError | undefined;
      try {
        if (this.isPolling) await this.poll(step.signal);
        else await this.follow(step.signal);
      } catch (thrown) {
        error = chatError(thrown);
      }
      if (isOver()) return;
      if (step.signal.aborted) continue;
      if (error?.mayPass === false) {
        this.needs.refused(error);
        return;
      }
      if (error) this.become('offline', error.retryAfter);
      await this.pause(error);
    }
  }

  /** Nothing after a poll that was answered. */
  private async pause(error: ChatError | undefined): Promise<void> {
    const {chance, sleep} = this.needs;
    if (!error && this.isPolling && this.failures === 0) return;
    this.failures++;
    // a person's tap may end the wait, but not the one that the hub asked for
    const {retryAfter = 0} = error ?? {};
    const signal = retryAfter ? this.stopper!.signal : this.step.signal;
    await sleep(waitAfter(this.failures, chance, retryAfter), signal);
    this.retryAfter = 0;
  }

  /** Reads one stream to its end. */
  private async follow(signal: AbortSignal): Promise<void> {
    const {transport, cursor, secret} = this.needs;
    const inner = new AbortController();
    const stop = (): void => inner.abort();
    signal.addEventListener('abort', stop);
    let pieces = 0;
    let events = 0;
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    try {
      const opening = transport.stream(writeCursor(cursor()), secret() ?? '', inner.signal);
      reader = await this.within(HELLO, opening, signal);
      const parser = new EventStreamReader();
      const decoder = new TextDecoder();
      while (reader) {
        const piece = await this.within(pieces ? SILENCE : HELLO, reader.read(), signal);
        if (!piece?.value) break;
        pieces++;
        this.failures = 0;
        this.contact();
        for (const event of parser.push(decoder.decode(piece.value, {stream: true}))) {
          events++;
          this.take(event);
        }
      }
    } catch (error) {
      // what broke on its way has simply ended
      if (!reader) throw error;
    } finally {
      inner.abort();
      void reader?.cancel().catch(() => undefined);
      signal.removeEventListener('abort', stop);
    }
    if (signal.aborted) return;
    // a second piece is at least a comment, 15 s later: streams get through
    this.inVain = events > 0 || pieces > 1 ? 0 : this.inVain + 1;
    if (pieces === 0 || this.inVain >= LEAST_TRIES) {
      this.isPolling = true;
      this.polls = this.inVain = 0;
    }
  }

  /** Undefined when it takes too long, or when nobody wants it any more. */
  private async within<T>(
    ms: number,
    work: Promise<T>,
    signal: AbortSignal,
  ): Promise<T | undefined> {
    const quiet = new AbortController();
    const end = (): void => quiet.abort();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    work.catch(() => undefined);
    try {
      return await Promise.race([work, this.needs.sleep(ms, quiet.signal).then(() => undefined)]);
    } finally {
      end();
      signal.removeEventListener('abort', end);
    }
  }

  private async poll(signal: AbortSignal): Promise<void> {
    const {transport, cursor, secret} = this.needs;
    const before = writeCursor(cursor());
    const path = `events?wait=${WAIT}&after=${encodeURIComponent(before)}`;
    try {
      const call = {path, secret: secret(), patience: POLL_PATIENCE, signal};
      const {news, reset} = (await transport.ask(call)) as NewsPage;
      if (signal.aborted) return;
      this.contact();
      for (const item of news) this.needs.hear({type: 'room', ...item});
      for (const item of reset) this.needs.hear({type: 'reset', ...item});
      // told something that took nobody further: not again at once
      const isStuck = news.length + reset.length > 0 && writeCursor(cursor()) === before;
      this.failures = isStuck ? this.failures + 1 : 0;
      this.isPolling = ++this.polls < POLLS;
    } catch (error) {
      // a hub that is back is asked for a stream first
      this.isPolling = false;
      throw error;
    }
  }

  private take({type, data}: StreamEvent): void {
    // a hub may come to tell of more than this page knows
    if (!KNOWN.test(type)) return;
    try {
      const told = JSON.parse(data) as RoomNews;
      this.needs.hear({type, ...told} as News);
    } catch {
      // what cannot be read leaves a gap in a log, and is asked for again
    }
  }

  private contact(): void {
    this.heardAt = this.needs.clock.now().getTime();
    this.become('live');
  }

  private become(state: LineState, retryAfter = 0): void {
    this.state = state;
    this.retryAfter = retryAfter;
    this.needs.changed();
  }
}
