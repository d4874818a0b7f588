/** A wait of a test's time. */
interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/** Time that passes as fast as a machine can: whenever nothing moves, the next wait ends. */
export class VirtualTime {
  /** Milliseconds since the beginning. */
  ms = 0;
  private readonly timers = new Set<Timer>();

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise(resolve => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const wake = (): void => {
        this.timers.delete(timer);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer: Timer = {at: this.ms + Math.max(0, ms), wake};
      this.timers.add(timer);
      signal?.addEventListener('abort', wake);
    });

  /**
   * Lets time pass until something is so.
   *
   * @throws when it is not so after so many milliseconds of this time
   */
  async until(isSo: () => boolean, what: string, limit = 3_600_000): Promise<void> {
    const end = this.ms + limit;
    for (;;) {
      await settled();
      if (isSo()) return;
      const next = this.next;
      if (!next || next.at > end) throw new Error(`never, by ${this.ms} ms: ${what}`);
      this.ms = Math.max(this.ms, next.at);
      next.wake();
    }
  }

  /** Lets so many milliseconds pass. */
  async pass(ms: number): Promise<void> {
    const end = this.ms + ms;
    for (;;) {
      await settled();
      const next = this.next;
      if (!next || next.at > end) break;
      this.ms = Math.max(this.ms, next.at);
      next.wake();
    }
    this.ms = end;
  }

  private get next(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.timers) if (!next || timer.at < next.at) next = timer;
    return next;
  }
}

/** Everything that could go on without time passing has done so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await nextTask();
}

const nextTask: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise(resolve => setImmediate(resolve))
    : () => new Promise(resolve => setTimeout(resolve));
