import {webUrl} from '../links/links.js';
import {browserEnvironment, type FeedEnvironment} from './environment.js';
import {FeedError, type FeedErrorCode} from './feed-error.js';
import {readLimited} from './read-limited.js';
import {watch} from './watch.js';

/** A feed as it arrived: bytes, because only its reader knows the encoding. */
export interface Feed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The address that answered, after redirects. */
  readonly url: string;
}

export interface FeedOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds without a single byte after which we give up. Default 15,000. */
  readonly stallTimeout?: number;
  /** Most bytes accepted after decompression. Default 50,000,000. */
  readonly maxBytes?: number;
  /** How often to try in all when the network or the server fails. Default 3. */
  readonly attempts?: number;
  readonly environment?: FeedEnvironment;
  /**
   * Called with the number of bytes that have arrived, and first with those that the server announces,
   * when the promise that it may return is awaited: who takes the bytes gets ready before they come.
   * Also with the chunks so far, and with the address that answers. Chunks that it takes out of the list are
   * missing in the feed's bytes. Another attempt has another list.
   */
  readonly onBytes?: (count: number, chunks: Uint8Array<ArrayBuffer>[], url: string) => unknown;
}

/** Seconds. A server that asks for a longer wait is left alone. */
const LONGEST_WAIT = 10;
/** Milliseconds at most before the second attempt; four times as long before each further one. */
const FIRST_DELAY = 400;

/**
 * Loads a feed whole: with limits on silence and size, and with retries after full-jitter waits where
 * waiting can help.
 *
 * @param address relative to the page
 * @throws FeedError for everything but an abort, which rejects with the signal's reason.
 */
export async function loadFeed(address: string, options: FeedOptions = {}): Promise<Feed> {
  const {signal, attempts = 3, environment = browserEnvironment} = options;
  const url = webUrl(address, document.baseURI);
  if (!url) {
    const rule = 'an http or https address without a user name';
    throw new FeedError('bad-address', `"${address}" is not ${rule}.`);
  }
  for (let tried = 1; ; tried++) {
    try {
      return await attempt(url, options, environment);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      if (tried >= attempts || !mayPass(error)) {
        throw await explained(error, url, environment, signal);
      }
      const jitter = environment.random() * FIRST_DELAY * 4 ** (tried - 1);
      const wait = (error.retryAfter ?? 0) * 1000 + jitter;
      await environment.sleep(wait, signal ?? new AbortController().signal);
    }
  }
}

/** Why it failed, as precisely as can be found out: with code that a page in good health never loads. */
async function explained(
  error: FeedError,
  ...about: [url: string, environment: FeedEnvironment, signal?: AbortSignal]
): Promise<unknown> {
  if (error.code !== 'unreachable' || error.status) return error;
  const explanation = await import('./explain-failure.js').catch(() => undefined);
  return explanation?.explainFailure(error, ...about) ?? error;
}

async function attempt(
  url: string,
  {signal: outer, stallTimeout = 15_000, maxBytes = 50_000_000, onBytes}: FeedOptions,
  environment: FeedEnvironment,
): Promise<Feed> {
  const late = new FeedError('timeout', `${url} sent nothing for ${stallTimeout / 1000} s.`);
  const {signal, alive, end} = watch(stallTimeout, outer, late);
  let response: Response | undefined;
  try {
    response = await environment.fetch(url, {signal});
    alive();
    if (!response.ok) throw statusError(response);
    const answered = response.url || url;
    const bytes = await readLimited(response, maxBytes, (...arrived) => {
      alive();
      return onBytes?.(...arrived, answered);
    });
    return {bytes, url: answered};
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof FeedError ? error : brokenConnection(url, error, response?.status);
  } finally {
    end();
  }
}

/** What an answer other than 2xx means to us. A wait given as a date counts as none. */
function statusError({status, url, headers}: Response): FeedError {
  const retryAfter = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined;
  let code: FeedErrorCode = 'http';
  if (status === 404 || status === 410) code = 'not-found';
  if (status === 429 || (status === 503 && wait !== undefined)) code = 'busy';
  const asks = wait === undefined ? '' : ` and asks to wait ${wait} s`;
  return new FeedError(code, `${url} answered with HTTP status ${status}${asks}.`, status, wait);
}

/** `status` is known when the connection broke after the server had begun to answer. */
function brokenConnection(url: string, cause: unknown, status?: number): FeedError {
  const what = status ? 'broke off before its end' : 'could not be reached';
  return navigator.onLine
    ? new FeedError('unreachable', `${url} ${what} (${String(cause)}).`, status)
    : new FeedError('offline', `No network; ${url} ${what}.`);
}

/** 5xx, 429 and a broken connection may pass; the rest stays as it is however often one asks. */
function mayPass({code, status = 0, retryAfter = 0}: FeedError): boolean {
  const passing = code === 'unreachable' || code === 'busy' || status >= 500;
  return passing && retryAfter <= LONGEST_WAIT;
}
