import type {PageWindow} from './frame.js';

/** What the town's own markup asks for. */
const OF_THE_PAGE = /^\/__page\/town\/(?:town\.css|favicon\.svg|images\/[\w-]+\.svg)$/;

/** Addresses of all that a page asked for, without what its own markup asks for. */
export function requests({performance, location}: PageWindow): string[] {
  return oncePerFile(performance)
    .map(({name}) => (name.startsWith(location.origin) ? name.slice(location.origin.length) : name))
    .filter(name => !OF_THE_PAGE.test(name));
}

/**
 * What was asked for. Firefox takes for a module what was announced as a script from its cache, and tells of it
 * as of a second request.
 */
function oncePerFile(performance: Performance): PerformanceResourceTiming[] {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const isAnnouncement = ({initiatorType}: PerformanceResourceTiming) => initiatorType === 'link';
  const announced = new Set(entries.filter(isAnnouncement).map(({name}) => name));
  return entries.filter(entry => isAnnouncement(entry) || !announced.has(entry.name));
}

/** All that a page can leave on a device, by name. */
export async function stored({localStorage, sessionStorage, document, indexedDB}: PageWindow) {
  const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
  return {
    local: Object.keys(localStorage).filter(key => !OF_OTHERS.test(key)),
    session: Object.keys(sessionStorage).filter(key => !OF_OTHERS.test(key)),
    cookies: document.cookie,
    databases: databases.map(({name}) => name),
  };
}

/** Of the same origin: the test runner's own page, and the desk, whose tests run beside these. */
const OF_OTHERS = /^(?:wtr|mocha|local-inbox:)/;

export const NOTHING_STORED = {local: [], session: [], cookies: '', databases: []};

/** All that a page does from now on, noted as it happens; what is erased again is still told of. */
export interface Traces {
  /** Absolute addresses of what was asked for, each once. */
  readonly requests: () => string[];
  /** What was written, such as `local KEY`, each once. */
  readonly written: () => string[];
}

/** To be called before the scripts of a page run, and after a test replaced its `fetch`. */
export function watchTraces(window: PageWindow): Traces {
  const asked = new Set<string>();
  const written = new Set<string>();
  const fetch = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = input instanceof window.Request ? input.url : String(input);
    asked.add(new URL(url, window.document.baseURI).href);
    return fetch(input, init);
  };
  const {prototype} = window.Storage;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const {setItem} = prototype;
  prototype.setItem = function (this: Storage, key: string, value: string): void {
    written.add(`${this === window.localStorage ? 'local' : 'session'} ${key}`);
    setItem.call(this, key, value);
  };
  const loaded = (): string[] =>
    window.performance.getEntriesByType('resource').map(({name}) => name);
  return {
    requests: () => [...new Set([...asked, ...loaded()])],
    written: () => [...written],
  };
}

/** Erases what our widgets and the desk left in this browser. */
export function forgetOurs(): void {
  for (const key of Object.keys(localStorage)) {
    if (/^local-(?:widgets|inbox):/.test(key)) localStorage.removeItem(key);
  }
}
