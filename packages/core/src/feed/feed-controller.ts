import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The life of a feed, as a view needs it. `data` stays through later failures: old beats nothing. */
export type FeedState<T> =
  | {readonly phase: 'idle'}
  | {readonly phase: 'loading'; readonly data?: T}
  | {readonly phase: 'ready'; readonly data: T}
  | {readonly phase: 'failed'; readonly error: Error; readonly data?: T};

/**
 * Loads something for an element and keeps the last answer: a new load aborts the one before, an
 * answer that comes late is dropped, leaving the page aborts, and coming back starts over.
 */
export class FeedController<T> implements ReactiveController {
  state: FeedState<T> = {phase: 'idle'};

  private kept: {readonly data?: T} = {};
  private running: AbortController | undefined;
  private work: ((signal: AbortSignal) => Promise<T>) | undefined;
  private away = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Called once per load that ended, after the state was set; never for an aborted one. */
    private readonly onSettled?: (state: FeedState<T>) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.away = false;
    if (this.state.phase === 'loading' && !this.running) this.reload();
  }

  hostDisconnected(): void {
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
    this.work = undefined;
    this.kept = {};
    this.show({phase: 'idle'});
  }

  private async run(work: (signal: AbortSignal) => Promise<T>): Promise<void> {
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
    if (next.phase === 'ready') this.kept = {data: next.data};
    this.show(next);
    this.onSettled?.(next);
  }

  private cancel(): void {
    this.running?.abort();
    this.running = undefined;
  }

  private show(state: FeedState<T>): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
