import type {ChatStream} from './chat-stream.js';

/** Between two comments of one line, in milliseconds (WHATWG HTML, 9.2.7, advises about 15 seconds). */
const BEAT_EVERY = 15_000;
/** Lines are served in so many turns, so that a thousand of them do not all want something at once. */
const TURNS = 15;

export interface KeeperOptions<Kept extends ChatStream> {
  /** Milliseconds between two comments of one line. */
  beatEvery?: number | undefined;
  /** Whether and how these may go on: asked at each comment, for all of a turn at once. */
  check: (streams: readonly Kept[]) => Promise<void>;
}

/** Keeps streams alive, and ends them when the hub stops. */
export class StreamKeeper<Kept extends ChatStream> {
  readonly #check: KeeperOptions<Kept>['check'];
  readonly #turns: Set<Kept>[] = Array.from({length: TURNS}, () => new Set());
  readonly #timer: NodeJS.Timeout;
  #next = 0;
  #turn = 0;

  constructor({beatEvery = BEAT_EVERY, check}: KeeperOptions<Kept>) {
    this.#check = check;
    this.#timer = setInterval(() => void this.#beat(), Math.ceil(beatEvery / TURNS));
    this.#timer.unref();
  }

  keep(stream: Kept): Kept {
    const turn = this.#turns[this.#next++ % TURNS]!;
    turn.add(stream);
    stream.once('close', () => turn.delete(stream));
    return stream;
  }

  /** How many there are. */
  get size(): number {
    return this.#turns.reduce((sum, {size}) => sum + size, 0);
  }

  finish(): void {
    clearInterval(this.#timer);
    for (const turn of this.#turns) for (const stream of turn) stream.finish();
  }

  async #beat(): Promise<void> {
    const streams = [...this.#turns[this.#turn++ % TURNS]!];
    if (streams.length === 0) return;
    for (const stream of streams) stream.beat();
    // a database out of reach ends no line: whoever may stay is asked again with the next comment
    await this.#check(streams).catch(() => undefined);
  }
}
