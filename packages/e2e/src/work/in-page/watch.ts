/** Runs in the page before anything else: keeps account of what the browser will not tell of from outside. */

/** What is still to happen, by what was asked for. */
export interface Pending {
  readonly timers: number;
  readonly intervals: number;
  readonly idle: number;
  readonly frames: number;
  /** Requests whose answer is still awaited. */
  readonly requests: number;
}

/** What works on until it is told to stop, by class: observers that observe, workers, channels, lines. */
export type Working = Readonly<Record<string, number>>;

declare global {
  interface Window {
    pending: () => Pending;
    working: () => Working;
    /** A wait that is on no account. */
    pause: (milliseconds: number) => Promise<void>;
  }
}

type Ask = (task: () => void, ...rest: never[]) => number;

/** Keeps account of one pair of functions, such as `setTimeout` and `clearTimeout`. */
function account(ask: string, forget: string, isOnce: boolean): Set<number> {
  const open = new Set<number>();
  const page = window as unknown as Record<string, Ask & ((id: number) => void)>;
  const [asked, forgotten] = [page[ask]!.bind(window), page[forget]!.bind(window)];
  page[ask] = ((task: (...words: unknown[]) => void, ...rest: never[]) => {
    const id: number = asked(
      (...words: unknown[]) => {
        if (isOnce) open.delete(id);
        task(...words);
      },
      ...rest,
    );
    open.add(id);
    return id;
  }) as Ask & ((id: number) => void);
  page[forget] = ((id: number) => {
    open.delete(id);
    forgotten(id);
  }) as Ask & ((id: number) => void);
  return open;
}

const wait = window.setTimeout.bind(window);
const timers = account('setTimeout', 'clearTimeout', true);
const intervals = account('setInterval', 'clearInterval', false);
const idle = account('requestIdleCallback', 'cancelIdleCallback', true);
const frames = account('requestAnimationFrame', 'cancelAnimationFrame', true);

/** By class; numbers, since an account that held the objects would itself keep them. */
const working = new Map<string, Set<number>>();
const ids = new WeakMap<object, number>();
let lastId = 0;

/** Keeps account of a class whose objects work from one of these calls on until one of those. */
function accountClass(name: string, begins: readonly string[], ends: readonly string[]): void {
  const page = window as unknown as Record<string, new (...words: never[]) => object>;
  const Real = page[name]!;
  const active = new Set<number>();
  working.set(name, active);
  const idOf = (one: object): number => {
    const id = ids.get(one) ?? ++lastId;
    ids.set(one, id);
    return id;
  };
  const methods = Real.prototype as Record<string, (...words: unknown[]) => unknown>;
  for (const [calls, act] of [
    [begins, (id: number) => active.add(id)],
    [ends, (id: number) => active.delete(id)],
  ] as const) {
    for (const call of calls) {
      const real = methods[call]!;
      methods[call] = function (this: object, ...words) {
        act(idOf(this));
        return real.apply(this, words);
      };
    }
  }
  if (begins.length > 0) return;
  // it works from the beginning
  page[name] = class extends Real {
    constructor(...words: never[]) {
      super(...words);
      active.add(idOf(this));
    }
  };
}

for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver']) {
  accountClass(name, ['observe'], ['disconnect']);
}
accountClass('PerformanceObserver', ['observe'], ['disconnect']);
accountClass('Worker', [], ['terminate']);
for (const name of ['EventSource', 'WebSocket', 'BroadcastChannel']) {
  accountClass(name, [], ['close']);
}

let requests = 0;
const realFetch = window.fetch.bind(window);
window.fetch = async (...words) => {
  requests++;
  try {
    return await realFetch(...words);
  } finally {
    requests--;
  }
};

window.pause = milliseconds => new Promise(resolve => void wait(resolve, milliseconds));
window.working = () =>
  Object.fromEntries([...working].map(([name, active]) => [name, active.size]));
window.pending = () => ({
  timers: timers.size,
  intervals: intervals.size,
  idle: idle.size,
  frames: frames.size,
  requests,
});
