/** Waits that end when the test says so. */
export class Waits {
  private readonly open = new Set<{ms: number; end: () => void}>();

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise(resolve => {
      const wait = {
        ms,
        end: () => {
          this.open.delete(wait);
          resolve();
        },
      };
      this.open.add(wait);
      signal.addEventListener('abort', wait.end);
      if (signal.aborted) wait.end();
    });

  /** Milliseconds of those that have not ended. */
  get pending(): number[] {
    return [...this.open].map(({ms}) => ms);
  }

  /** Ends those of this length, or all, and lets happen what comes of it. */
  async pass(ms?: number): Promise<void> {
    for (const wait of [...this.open]) if (ms === undefined || wait.ms === ms) wait.end();
    await settle();
  }
}

/** Everything that can happen without waiting has happened. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve));
}
