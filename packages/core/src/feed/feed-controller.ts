import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The life of a feed, as a view needs it. `data` stays through later failures: old beats nothing. */
export type FeedState<T> =
  | {readonly phase: 'idle'}
  | {readonly phase: 'loading'; readonly data?: T}
  | {readonly phase: 'ready'; readonly data: T}
  | {readonly phase: 'failed'; readonly error: Error; readonly data?: T};

/** Milliseconds until what failed is asked for again: twice as long each time, up to the longest. */
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 600_000;
/**
 * Codes of failures that stay however often one asks (addresses, our own policy, sizes), or ask for patience.
 * A refusal of another site is none: a network that sends everybody to its own page looks the same.
 */
const LASTING = /^bad|csp|not|too|busy/;
/** The network is back, or somebody looks; the second one bubbles up to the window. */
const SIGNS = ['online', 'visibilitychange'];

/**
 * Loads something for an element and keeps the last answer: a new load aborts the one before, an
 * answer that comes late is dropped, leaving the page aborts, and coming back starts over.
 * A failure that may pass is tried again by itself, without a word: when the network is back, when
 * somebody looks at the page again, and after waits that grow. Nobody looks: nothing is asked.
 */
export class FeedController<T> implements ReactiveController {
  state: FeedState<T> = {phase: 'idle'};

  private kept: {readonly data?: T} = {};
  private running: AbortController | undefined;
  private work: ((signal: AbortSignal) => Promise<T>) | undefined;
  private away = false;
  /** Until what failed is tried again; set for as long as that may help. */
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Called once per load that ended, after the state was set; never for an aborted one. */
    private readonly onSettled?: (state: FeedState<T>) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.away = false;
    for (const sign of SIGNS) addEventListener(sign, this.recover);
    if (this.state.phase === 'loading' && !this.running) this.reload();
  }

  hostDisconnected(): void {
    for (const sign of SIGNS) removeEventListener(sign, this.recover);
    this.away = true;
    this.cancel();
  }

  /** The newest data, whatever happened since. */
  get data(): T | undefined {
    return this.kept.data;
  }

  /** Starts a load, dropping whatever is under way. Outside the page it waits for the return. */
  load(work: (signal: AbortSignal) => Promise<T>): void {
    this.cancel();
    this.settle();
    this.work = work;
    this.show({phase: 'loading', ...this.kept});
    if (!this.away) void this.run(work);
  }

  /** Loads again what was asked last. */
  reload(): void {
    if (this.work) this.load(this.work);
  }

  /** Forgets everything, for a source that was taken away. */
  clear(): void {
    this.cancel();
    this.settle();
    this.work = undefined;
    this.kept = {};
    this.show({phase: 'idle'});
  }

  private async run(work: (signal: AbortSignal) => Promise<T>, isRecovery = false): Promise<void> {
    const running = (this.running = new AbortController());
    let next: FeedState<T>;
    try {
      next = {phase: 'ready', data: await work(running.signal)};
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      next = {phase: 'failed', error: failure, ...this.kept};
    }
    if (this.running !== running) return;
    this.running = undefined;
    if (next.phase === 'ready') {
      this.kept = {data: next.data};
      this.settle();
    } else if (!LASTING.test((next.error as {code?: string}).code ?? '')) {
      this.timer = setTimeout(
        this.recover,
        Math.min(FIRST_WAIT * 2 ** this.failures++, LONGEST_WAIT),
      );
    }
    this.show(next);
    // that it failed was told before
    if (!isRecovery || next.phase === 'ready') this.onSettled?.(next);
  }

  /** Nothing is to be tried again. */
  private settle(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.failures = 0;
  }

  private readonly recover = (): void => {
    if (!this.timer || this.away || this.running || document.hidden) return;
    clearTimeout(this.timer);
    void this.run(this.work!, true);
  };

  private cancel(): void {
    this.running?.abort();
    this.running = undefined;
  }

  private show(state: FeedState<T>): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
