import type {PageWindow} from './frame.js';

/** What the town's own markup asks for. */
const OF_THE_PAGE = /^\/__page\/town\/(?:town\.css|favicon\.svg|images\/[\w-]+\.svg)$/;

/** Addresses of all that a page asked for, without what its own markup asks for. */
export function requests({performance, location}: PageWindow): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({name}) => (name.startsWith(location.origin) ? name.slice(location.origin.length) : name))
    .filter(name => !OF_THE_PAGE.test(name));
}

/** All that a page can leave on a device, by name. */
export async function stored({localStorage, sessionStorage, document, indexedDB}: PageWindow) {
  const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
  return {
    // the test runner's own page, of the same origin, may have some
    local: Object.keys(localStorage).filter(key => !/^(?:wtr|mocha)/.test(key)),
    session: Object.keys(sessionStorage).filter(key => !/^(?:wtr|mocha)/.test(key)),
    cookies: document.cookie,
    databases: databases.map(({name}) => name),
  };
}

export const NOTHING_STORED = {local: [], session: [], cookies: '', databases: []};
