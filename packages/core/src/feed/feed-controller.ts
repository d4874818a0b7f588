import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The life of a feed, as a view needs it. `data` stays through later failures: old beats nothing. */
export type FeedState<T> =
  | {readonly phase: 'idle'}
  | {readonly phase: 'loading'; readonly data?: T}
  | {readonly phase: 'ready'; readonly data: T}
  | {readonly phase: 'failed'; readonly error: Error; readonly data?: T};

/**
 * Loads something for an element and keeps the last answer: a new load aborts the one before, an
 * answer that comes late is dropped, and leaving the page aborts.
 */
export class FeedController<T> implements ReactiveController {
  state: FeedState<T> = {phase: 'idle'};

  private running: AbortController | undefined;
  private last: ((signal: AbortSignal) => Promise<T>) | undefined;
  private interrupted = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Called once per load that ended, after the state was set; never for an aborted one. */
    private readonly onSettled: (state: FeedState<T>) => void = () => undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.interrupted && this.last) this.load(this.last);
    this.interrupted = false;
  }

  hostDisconnected(): void {
    if (!this.running) return;
    this.interrupted = true;
    this.cancel();
  }

  /** The newest data, whatever happened since. */
  get data(): T | undefined {
    return 'data' in this.state ? this.state.data : undefined;
  }

  /** Starts a load, dropping whatever is under way. */
  load(work: (signal: AbortSignal) => Promise<T>): void {
    this.cancel();
    const running = new AbortController();
    this.running = running;
    this.last = work;
    this.settle({phase: 'loading', ...this.kept()});
    void this.run(work, running);
  }

  /** Loads again what was asked last. */
  reload(): void {
    if (this.last) this.load(this.last);
  }

  /** Forgets everything, for a source that was taken away. */
  clear(): void {
    this.cancel();
    this.last = undefined;
    this.settle({phase: 'idle'});
  }

  private async run(
    work: (signal: AbortSignal) => Promise<T>,
    running: AbortController,
  ): Promise<void> {
    let next: FeedState<T>;
    try {
      next = {phase: 'ready', data: await work(running.signal)};
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      next = {phase: 'failed', error: failure, ...this.kept()};
    }
    if (this.running !== running) return;
    this.running = undefined;
    this.settle(next);
    this.onSettled(next);
  }

  private kept(): {data?: T} {
    const {data} = this;
    return data === undefined ? {} : {data};
  }

  private cancel(): void {
    this.running?.abort(new DOMException('superseded', 'AbortError'));
    this.running = undefined;
  }

  private settle(state: FeedState<T>): void {
    this.state = state;
    this.host.requestUpdate();
  }
}
