import type {PageWindow} from './frame.js';

/** What a page has put off, and a way to let its time pass in a moment. */
export interface Waiting {
  /** Runs all that is due within so many milliseconds, in order, what that puts off included. */
  readonly pass: (milliseconds: number) => Promise<void>;
}

interface Timer {
  readonly due: number;
  readonly every: number | undefined;
  readonly run: () => void;
}

/** To be called before the scripts of a page run. Until `pass`, timers run as they always do. */
export function watchTimers(window: PageWindow): Waiting {
  const timers = new Map<number, Timer>();
  let ahead = 0;
  // called with their own `this` below
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const {setTimeout, setInterval, clearTimeout, Date: RealDate} = window;
  const now = (): number => RealDate.now() + ahead;
  const note = (id: number, delay: number, every: number | undefined, run: () => void): void => {
    timers.set(id, {due: now() + delay, every, run});
  };
  const patched = {
    setTimeout: (task: () => void, delay = 0): number => {
      const run = (): void => {
        timers.delete(id);
        task();
      };
      const id = setTimeout.call(window, run, delay) as unknown as number;
      note(id, delay, undefined, run);
      return id;
    },
    setInterval: (task: () => void, delay = 0): number => {
      const id = setInterval.call(window, task, delay) as unknown as number;
      note(id, delay, delay, task);
      return id;
    },
    clearTimeout: (id: number): void => {
      timers.delete(id);
      clearTimeout.call(window, id);
    },
  };
  class MovedDate extends RealDate {
    constructor(...parts: unknown[]) {
      super(...((parts.length === 0 ? [now()] : parts) as []));
    }

    static override now(): number {
      return now();
    }
  }
  const clearInterval = patched.clearTimeout;
  Object.assign(window, {...patched, clearInterval, Date: MovedDate});
  const pass = async (milliseconds: number): Promise<void> => {
    const end = now() + milliseconds;
    for (;;) {
      const [next] = [...timers].filter(([, {due}]) => due <= end).sort(byDue);
      if (!next) break;
      const [id, {due, every, run}] = next;
      ahead += Math.max(0, due - now());
      if (every === undefined) patched.clearTimeout(id);
      else note(id, Math.max(every, 1), every, run);
      run();
      await new Promise(resolve => setTimeout.call(window, resolve, 0));
    }
    ahead += Math.max(0, end - now());
  };
  return {pass};
}

const byDue = ([, one]: [number, Timer], [, two]: [number, Timer]): number => one.due - two.due;
