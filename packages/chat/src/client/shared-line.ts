import type {RoomCursor} from '@local-widgets/model';
import type {News, NewsLine, LineState} from './news-line.js';

/** What a tab tells the others of the same site. */
type Told =
  | {readonly kind: 'news'; readonly news: News}
  /** How far the leader's rooms are: who missed something asks for it. */
  | {
      readonly kind: 'beat';
      readonly state: LineState;
      /** Missing in what a tab with an older release tells. */
      readonly heardAt?: number;
      readonly cursor: [string, number][];
    }
  /** Is there a leader? */
  | {readonly kind: 'who'};

/** The browser's own, where it has them. */
export interface TabTools {
  readonly locks: Pick<LockManager, 'request'>;
  readonly channel: (name: string) => BroadcastChannel;
}

export interface SharedNeeds {
  readonly name: string;
  readonly line: NewsLine;
  /** Undefined: each tab has its own line. */
  readonly tools: TabTools | undefined;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly cursor: () => RoomCursor;
  /** Another tab heard this. */
  readonly hear: (news: News) => void;
  /** Another tab has heard so far. */
  readonly reach: (cursor: RoomCursor) => void;
  readonly changed: () => void;
}

/** Milliseconds without a word of the leader, or after a question, until somebody takes its place. */
const SILENCE = 40_000;
const ANSWER = 2000;

/**
 * One line for all tabs of a site: the one that has the lock holds it, and tells the others. Browsers
 * freeze tabs in the background, together with their lock: a leader that falls silent loses it.
 */
export class SharedLine {
  private channel: BroadcastChannel | undefined;
  private over = new AbortController();
  private isRunning = false;
  private isLeader = false;
  /** A place in the queue of the lock. */
  private isQueued = false;
  /** Words of the leader so far. */
  private words = 0;
  private leaderState: LineState = 'connecting';
  private leaderHeardAt: number | undefined;

  constructor(private readonly needs: SharedNeeds) {}

  get state(): LineState {
    const {line} = this.needs;
    return this.isLeader || !this.channel ? line.state : this.leaderState;
  }

  /** When the hub was last heard, in milliseconds since 1970; nothing where nobody knows. */
  get heardAt(): number | undefined {
    return (
      (this.isLeader || !this.channel ? this.needs.line.heardAt : this.leaderHeardAt) || undefined
    );
  }

  /** Of the tab's own line. */
  get retryAfter(): number {
    return this.needs.line.retryAfter;
  }

  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    const {tools, name, line} = this.needs;
    if (!tools) {
      line.start();
      return;
    }
    this.over = new AbortController();
    this.channel = tools.channel(name);
    this.channel.onmessage = ({data}) => this.take(data as Told);
    void this.queue();
    void this.watch(this.over.signal);
    void this.lookForLeader();
  }

  stop(): void {
    this.isRunning = false;
    this.over.abort();
    this.channel?.close();
    this.channel = undefined;
    this.isLeader = false;
    this.needs.line.stop();
  }

  /** There is one more room to hear of. The other tabs learn it from what is kept. */
  restart(): void {
    if (!this.isLeader && this.channel) return;
    this.needs.line.start();
    this.needs.line.restart();
  }

  wake(isNew: boolean): void {
    if (this.isLeader || !this.channel) this.needs.line.wake(isNew);
    else void this.lookForLeader();
  }

  /** Passes on what the tab's own line heard. */
  share(news: News): void {
    this.tell({kind: 'news', news});
  }

  /** Tells that the leader is there; called whenever its line gave a sign. */
  beat(): void {
    const {line, cursor} = this.needs;
    const {state, heardAt} = line;
    this.tell({kind: 'beat', state, heardAt, cursor: [...cursor()]});
  }

  private tell(told: Told): void {
    if (this.isLeader) this.channel?.postMessage(told);
  }

  private take(told: Told): void {
    if (told.kind === 'who') {
      this.beat();
      return;
    }
    this.words++;
    if (told.kind === 'news') this.needs.hear(told.news);
    else {
      this.leaderState = told.state;
      this.leaderHeardAt = told.heardAt;
      this.needs.reach(new Map(told.cursor));
      this.needs.changed();
    }
  }

  /** Waits for the lock, again and again. */
  private async queue(): Promise<void> {
    if (this.isQueued) return;
    this.isQueued = true;
    const {signal} = this.over;
    await this.request({signal}, () => {
      this.isQueued = false;
      return this.lead(signal);
    });
    this.isQueued = false;
    this.follow(signal);
  }

  private async steal(): Promise<void> {
    const {signal} = this.over;
    await this.request({steal: true}, () => this.lead(signal));
    this.follow(signal);
  }

  private async request(options: LockOptions, lead: () => Promise<void>): Promise<void> {
    try {
      await this.needs.tools?.locks.request(this.needs.name, options, lead);
    } catch (error) {
      // stolen, or stopped; anything else will be refused again (Web Locks, 3.1)
      if ((error as DOMException).name !== 'AbortError') this.leave();
    }
  }

  /**
   * No locks here, as in a document that has left its window: the tab has its own line. That there is no
   * channel is what counts, as signals are not aborted in such a document either (WebKit).
   */
  private leave(): void {
    if (!this.channel) return;
    this.over.abort();
    this.isLeader = false;
    this.channel.close();
    this.channel = undefined;
    this.needs.line.start();
  }

  /** Holds the line until this is over; a lock that is stolen is told by the request. */
  private lead(over: AbortSignal): Promise<void> {
    if (over.aborted) return Promise.resolve();
    this.isLeader = true;
    this.needs.line.start();
    this.beat();
    return new Promise(resolve => over.addEventListener('abort', () => resolve()));
  }

  private follow(over: AbortSignal): void {
    if (over.aborted || !this.channel) return;
    this.isLeader = false;
    this.needs.line.stop();
    void this.queue();
  }

  private async watch(over: AbortSignal): Promise<void> {
    const isOver = (): boolean => over.aborted;
    while (!isOver()) {
      const {words} = this;
      await this.needs.sleep(SILENCE, over);
      if (!isOver() && !this.isLeader && this.words === words) void this.steal();
    }
  }

  private async lookForLeader(): Promise<void> {
    const {words, over} = this;
    this.channel?.postMessage({kind: 'who'} satisfies Told);
    await this.needs.sleep(ANSWER, over.signal);
    if (!over.signal.aborted && !this.isLeader && this.words === words) void this.steal();
  }
}
