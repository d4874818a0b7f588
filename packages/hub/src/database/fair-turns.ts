/** Milliseconds that work on the database may hold the process before others get their turn. */
const TURN = 10;

/**
 * SQLite answers at once, so that work which waits for nothing else (thousands of old orders to erase, an import) would
 * hold the process from its beginning to its end, deaf to requests. Between two pieces of such work this lets in what has
 * come, at most every few milliseconds.
 */
export class FairTurns {
  /** Undefined while nothing was done since others had their turn. */
  #since: number | undefined;

  /** To be waited for before each piece of work. */
  async wait(): Promise<void> {
    const now = performance.now();
    if (this.#since === undefined) {
      this.#since = now;
      setImmediate(() => (this.#since = undefined));
    } else if (now - this.#since > TURN) {
      await new Promise(resolve => setImmediate(resolve));
    }
  }
}
