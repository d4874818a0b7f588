import type {Clock} from '@local-widgets/core';
import {HubError} from '../api/hub-error.js';
import type {DeskEnvironment} from '../environment.js';
import type {Pace} from './pace.js';
import {EventStreamReader, type ServerSentEvent} from './server-sent-events.js';

/**
 * How fresh what is on the screen is. `live`: news arrive by themselves; `polling`: asked for every so
 * many milliseconds; `offline`: as it was at `since`.
 */
export type Connection =
  | {readonly state: 'connecting' | 'live'}
  | {readonly state: 'polling'; readonly every: number}
  | {readonly state: 'offline'; readonly since: Date | undefined};

/** Everything anew, as the hub told it. */
export interface Loaded {
  /** Id of the last event of the stream that is in it; absent where lists do not tell. */
  readonly cursor?: string;
  /** Puts it on the screen; not called when it came too late. */
  readonly show: () => void;
}

export interface LiveLineOptions {
  readonly pace: Pace;
  readonly load: (signal: AbortSignal) => Promise<Loaded>;
  readonly open: (lastEventId: string, signal: AbortSignal) => Promise<Response>;
  /** One event; whatever is thrown means that it cannot be read. */
  readonly take: (event: ServerSentEvent) => void;
  /** The connection is another one. */
  readonly changed: () => void;
  /** The hub refuses this person; nothing is tried again. */
  readonly refused: (error: HubError) => void;
  /** Whether an answer is such a refusal; 401 and 403 are, unless this says otherwise. */
  readonly isRefusal?: (error: HubError) => boolean;
  readonly clock: () => Clock;
  readonly environment: () => Pick<DeskEnvironment, 'random' | 'sleep' | 'takeLine'>;
}

/**
 * Keeps something up to date: loads it, then follows the hub's stream and resumes it where it broke
 * off (`Last-Event-ID`); asks again and again where no stream gets through.
 */
export class LiveLine {
  connection: Connection = {state: 'connecting'};

  /** Ends everything; set while it runs. */
  private stopper: AbortController | undefined;
  /** Ends the present wait or stream. */
  private step = new AbortController();
  /** Id of the last event that is on the screen. */
  private cursor = '';
  /** All of it has to be loaded anew. */
  private isStale = true;
  private lastContact: Date | undefined;
  private failures = 0;
  /** How often in a row the stream did not get through. */
  private heldBack = 0;
  /** Milliseconds that the hub wants to be left alone. */
  private retryAfter = 0;

  constructor(private readonly options: LiveLineOptions) {}

  start(): void {
    if (this.stopper) return;
    this.stopper = new AbortController();
    this.isStale = true;
    void this.run(this.stopper.signal);
  }

  stop(): void {
    this.stopper?.abort();
    this.step.abort();
    this.stopper = undefined;
  }

  /** Tries at once: the network is back, or somebody looks again. */
  wake(): void {
    if (this.connection.state !== 'live') this.step.abort();
  }

  /** The network is gone: nothing will come over this line. */
  lose(): void {
    this.step.abort();
  }

  /** Loads everything at the next occasion, which is now. */
  reload(): void {
    this.isStale = true;
    this.step.abort();
  }

  private async run(stop: AbortSignal): Promise<void> {
    const isOver = (): boolean => stop.aborted;
    const {firstWait} = this.options.pace;
    while (!isOver()) {
      this.step = new AbortController();
      const {signal} = this.step;
      if (this.isStale && !(await this.load(signal, stop))) {
        await this.wait(signal);
        continue;
      }
      const wasLive = await this.follow(signal, stop);
      if (isOver()) return;
      if (wasLive) {
        this.tell({state: 'connecting'});
        await this.pause(firstWait * (0.5 + this.random), this.freshSignal());
        continue;
      }
      // somebody wants it at once: that says nothing of whether a stream gets through
      if (!signal.aborted) await this.askAgain(stop);
    }
  }

  /** Does the hub answer at all? Then it is asked a few times before the stream is tried again. */
  private async askAgain(stop: AbortSignal): Promise<void> {
    const {poll, questions} = this.options.pace;
    // once it may have been slow; a proxy that holds it back goes on doing so
    const most = Math.min(questions, 2 ** this.heldBack++);
    for (let asked = 0; asked < most; asked++) {
      this.isStale = true;
      const signal = this.freshSignal();
      if (!(await this.load(signal, stop))) {
        await this.wait(signal);
        return;
      }
      this.tell({state: 'polling', every: poll});
      await this.pause(poll, signal);
      if (signal.aborted || stop.aborted) return;
    }
  }

  private async load(signal: AbortSignal, stop: AbortSignal): Promise<boolean> {
    try {
      const {cursor, show} = await this.options.load(signal);
      if (stop.aborted) return false;
      this.cursor = cursor ?? this.cursor;
      this.isStale = false;
      this.contact();
      this.failures = 0;
      show();
      return true;
    } catch (error) {
      if (stop.aborted) return false;
      if (error instanceof HubError && this.isRefusal(error)) {
        this.stop();
        this.options.refused(error);
        return false;
      }
      this.retryAfter = (error instanceof HubError && error.retryAfter) || 0;
      this.failures++;
      this.tell({state: 'offline', since: this.lastContact});
      return false;
    }
  }

  /** Reads the stream until it ends; whether anything came over it. */
  private async follow(signal: AbortSignal, stop: AbortSignal): Promise<boolean> {
    let hasCome = false;
    const {silence, begin} = this.options.pace;
    const watch = new AbortController();
    const end = (): void => watch.abort();
    signal.addEventListener('abort', end);
    const giveBack = await this.options.environment().takeLine();
    try {
      // other windows have all the streams that there may be
      if (!giveBack) return false;
      const response = await this.options.open(this.cursor, watch.signal);
      const reader = response.body?.getReader();
      if (!reader) return false;
      let piece: Uint8Array | undefined;
      if (begin !== undefined) {
        piece = await this.read(reader, watch, begin);
        // what happened before the line was there is told by nobody
        if (!piece || !(await this.load(watch.signal, stop))) return false;
      }
      hasCome = true;
      this.heldBack = 0;
      this.contact();
      this.tell({state: 'live'});
      const events = new EventStreamReader(this.cursor);
      const decoder = new TextDecoder();
      for (;;) {
        piece ??= await this.read(reader, watch, silence);
        if (!piece) break;
        this.contact();
        const come = events.push(decoder.decode(piece, {stream: true}));
        piece = undefined;
        this.cursor = events.lastEventId;
        come.forEach(event => this.take(event));
      }
    } catch {
      // a line that breaks is a line that ends
    } finally {
      watch.abort();
      signal.removeEventListener('abort', end);
      giveBack?.();
    }
    return hasCome;
  }

  /** The next piece; nothing at the end, and when there was silence for too long. */
  private async read(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    watch: AbortController,
    patience: number,
  ): Promise<Uint8Array | undefined> {
    if (watch.signal.aborted) return undefined;
    const quiet = new AbortController();
    const silence = this.options.environment().sleep(patience, quiet.signal);
    const ended = new Promise<undefined>(resolve => {
      watch.signal.addEventListener('abort', () => resolve(undefined), {once: true});
    });
    const result = await Promise.race([
      reader.read().then(({value}) => value),
      silence.then(() => undefined),
      ended,
    ]).finally(() => quiet.abort());
    if (!result) void reader.cancel().catch(() => undefined);
    return result;
  }

  private take(event: ServerSentEvent): void {
    try {
      this.options.take(event);
    } catch {
      // one event that cannot be read: everything is loaded anew at the next occasion
      this.reload();
    }
  }

  private isRefusal(error: HubError): boolean {
    return this.options.isRefusal?.(error) ?? (error.status === 401 || error.status === 403);
  }

  private contact(): void {
    this.lastContact = this.options.clock().now();
  }

  private tell(connection: Connection): void {
    this.connection = connection;
    this.options.changed();
  }

  private freshSignal(): AbortSignal {
    this.step = new AbortController();
    return this.step.signal;
  }

  /** Longer with each failure, and never the same for all desks. */
  private wait(signal: AbortSignal): Promise<void> {
    const {firstWait, longestWait} = this.options.pace;
    const longest = Math.min(longestWait, firstWait * 2 ** Math.min(this.failures, 5));
    return this.pause(Math.max(longest * (0.5 + this.random / 2), this.retryAfter), signal);
  }

  private pause(ms: number, signal: AbortSignal): Promise<void> {
    return this.options.environment().sleep(ms, signal);
  }

  private get random(): number {
    return this.options.environment().random();
  }
}
