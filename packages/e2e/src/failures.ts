import type {FeedErrorCode} from '@local-widgets/core';
import type {PageWindow} from './frame.js';
import type {TownOptions} from './town.js';

/** A way in which the list of a real page goes wrong, and what must be said about it. */
export interface Failure {
  readonly name: string;
  readonly options: TownOptions | (() => Promise<TownOptions>);
  /** Decides the sentence that visitors read. */
  readonly code: FeedErrorCode;
  /** What the webmaster reads in the console. */
  readonly says: RegExp;
}

const feed = (name: string): TownOptions => ({src: `/__feeds/${name}`});

/** The 15 s of silence that a feed is granted pass in a moment; everything else takes its time. */
function shortSilence(window: PageWindow): void {
  shortenTimers(window, ms => (ms === 15_000 ? 300 : ms));
}

/** The waits between attempts, at most a few seconds, pass in a moment. */
export function shortWaits(window: PageWindow): void {
  shortenTimers(window, ms => (ms > 100 && ms < 5000 ? ms / 20 : ms));
}

/** Timers of a page go off after what `shorten` makes of their milliseconds. */
export function shortenTimers(window: PageWindow, shorten: (ms: number) => number): void {
  const original = window.setTimeout.bind(window);
  const shorter = (run: TimerHandler, ms = 0, ...args: unknown[]): number =>
    original(run, shorten(ms), ...args);
  Object.assign(window, {setTimeout: shorter});
}

const otherOrigin = async (): Promise<string> => (await fetch('/__feeds/other-origin')).text();

export const FAILURES: readonly Failure[] = [
  {
    name: 'a page about an error instead of JSON',
    options: feed('not-json'),
    code: 'unreadable',
    says: /\/__feeds\/not-json cannot be read: .*base de données indisponible/,
  },
  {
    name: 'a captive portal',
    options: feed('html'),
    code: 'unreadable',
    says: /\/__feeds\/html cannot be read: html: a web page, not data/,
  },
  {
    name: 'a truncated file',
    options: feed('truncated'),
    code: 'unreadable',
    says: /\/__feeds\/truncated cannot be read: not-json: .*JSON/i,
  },
  {
    name: 'an empty file',
    options: feed('empty'),
    code: 'unreadable',
    says: /\/__feeds\/empty cannot be read: empty: nothing in it/,
  },
  {
    name: '100 MB, declared',
    options: feed('huge-declared'),
    code: 'too-large',
    says: /\/__feeds\/huge-declared is larger than the limit of 50 MB/,
  },
  {
    name: 'a server that never answers',
    options: {...feed('hang'), before: shortSilence},
    code: 'timeout',
    says: /\/__feeds\/hang sent nothing for 15 s/,
  },
  {
    name: 'a body that never goes on',
    options: {...feed('slow-body'), before: shortSilence},
    code: 'timeout',
    says: /\/__feeds\/slow-body sent nothing for 15 s/,
  },
  {
    name: 'HTTP 404',
    options: feed('404'),
    code: 'not-found',
    says: /\/__feeds\/404 answered with HTTP status 404/,
  },
  {
    name: 'HTTP 500',
    options: {...feed('500'), before: shortWaits},
    code: 'http',
    says: /\/__feeds\/500 answered with HTTP status 500/,
  },
  {
    name: 'HTTP 429 that asks for a long wait',
    options: feed('429?retry-after=60'),
    code: 'busy',
    says: /\/__feeds\/429\?retry-after=60 answered with HTTP status 429 and asks to wait 60 s/,
  },
  {
    name: 'a site that does not allow others to read it',
    options: async () => ({
      src: `${await otherOrigin()}/no-cors/places.geojson`,
      csp: 'none',
      before: shortWaits,
    }),
    code: 'refused-cors',
    says: /\/no-cors\/places\.geojson does not allow other sites to read it: .*Access-Control-Allow-Origin/,
  },
  {
    name: "an origin that the page's own policy forbids",
    options: async () => ({src: `${await otherOrigin()}/places.geojson`, before: shortWaits}),
    code: 'refused-csp',
    says: /Content-Security-Policy forbids http:\/\/127\.0\.0\.1:\d+\/places\.geojson: add http:\/\/127\.0\.0\.1:\d+ to connect-src/,
  },
  {
    name: 'redirects without end',
    options: {...feed('redirect-loop'), before: shortWaits},
    code: 'unreachable',
    says: /\/__feeds\/redirect-loop could not be reached/,
  },
  {
    name: 'a connection that breaks',
    options: {...feed('cut-connection'), before: shortWaits},
    code: 'unreachable',
    says: /\/__feeds\/cut-connection broke off before its end/,
  },
  {
    name: 'an address that is none',
    options: {src: 'javascript:alert(1)'},
    code: 'bad-address',
    says: /"javascript:alert\(1\)" is not an http or https address/,
  },
];
