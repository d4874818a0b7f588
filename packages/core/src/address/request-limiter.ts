import type {FeedEnvironment} from '../feed/environment.js';

type Sleep = FeedEnvironment['sleep'];

/** Milliseconds between two requests of one page: a tenth of what the Géoplateforme gives an address. */
const SPACING = 200;
/** Seconds; nobody waits longer on a page, and timers cannot count for ever. */
const LONGEST_HOLD = 3600;

/** The gate in front of one service, for everything on the page that wants to ask it. */
export class RequestLimiter {
  /** Whether the service asked for a pause that is not over. */
  private isHeld = false;
  private closed: Promise<void> | undefined;

  constructor(private readonly sleep: Sleep) {}

  /**
   * Waits until a request may be sent, and says so: not when it was aborted meanwhile.
   *
   * @param onHold called when a pause has to be sat out, and with `false` when the turn has come
   */
  async turn(signal: AbortSignal, onHold?: (isHeld: boolean) => void): Promise<boolean> {
    while (this.closed) {
      if (this.isHeld && !signal.aborted) onHold?.(true);
      await this.closed;
    }
    if (signal.aborted) return false;
    onHold?.(false);
    this.close(SPACING);
    return true;
  }

  /** Nothing is sent for so many seconds, at least one. */
  hold(seconds: number): void {
    this.isHeld = true;
    this.close(Math.min(Math.max(seconds, 1), LONGEST_HOLD) * 1000);
  }

  private close(ms: number): void {
    const closed = this.sleep(ms, new AbortController().signal).then(() => {
      if (this.closed !== closed) return;
      this.closed = undefined;
      this.isHeld = false;
    });
    this.closed = closed;
  }
}

const limiters = new Map<string, RequestLimiter>();

/** The page's gate in front of a service, by the service's name. */
export function limiterOf(name: string, sleep: Sleep): RequestLimiter {
  const limiter = limiters.get(name) ?? new RequestLimiter(sleep);
  limiters.set(name, limiter);
  return limiter;
}
