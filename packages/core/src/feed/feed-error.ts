/** What went wrong with a feed, as far as a browser lets us know. */
export type FeedErrorCode =
  /** Refused before the request: not an http(s) address. */
  | 'bad-address'
  /** The browser says it has no network. */
  | 'offline'
  /** No answer: the server is down, unreachable, redirects in circles, or its name is wrong. */
  | 'unreachable'
  /** The server answers, but does not allow this page to read it (CORS). */
  | 'refused-cors'
  /** This page's own Content-Security-Policy forbids the request. */
  | 'refused-csp'
  | 'timeout'
  | 'not-found'
  /** 429 or 503 with a wait that is too long to sit out. */
  | 'busy'
  /** Any other HTTP status than 2xx. */
  | 'http'
  | 'too-large'
  /** It arrived whole but cannot be read (thrown by readers of feeds). */
  | 'unreadable';

/** The one error that loading a feed ends in. `message` is English, for the console. */
export class FeedError extends Error {
  override readonly name = 'FeedError';

  constructor(
    readonly code: FeedErrorCode,
    message: string,
    /** HTTP status, when there was an answer. */
    readonly status?: number,
    /** Seconds to wait that the server asked for. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
