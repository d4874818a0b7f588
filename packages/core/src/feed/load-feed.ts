import {systemRandom, type Random} from '../clock.js';
import {explainNetworkFailure} from './explain-failure.js';
import {FeedError} from './feed-error.js';
import {readLimited} from './read-limited.js';

/** A feed as it arrived: bytes, because only its reader knows the encoding. */
export interface Feed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The address that answered, after redirects. */
  readonly url: string;
}

/** The outer world, replaceable in tests. */
export interface FeedEnvironment {
  readonly fetch: typeof fetch;
  readonly random: Random;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
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
}

const LONGEST_WAIT = 10;
const FIRST_DELAY = 400;

const browser: FeedEnvironment = {
  fetch: (...request) => fetch(...request),
  random: systemRandom,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    }),
};

/** 5xx, 429 and a broken connection may pass; the rest stays as it is however often one asks. */
function mayPass(error: FeedError): boolean {
  if (error.code === 'busy') return (error.retryAfter ?? 0) <= LONGEST_WAIT;
  return error.code === 'unreachable' || (error.code === 'http' && (error.status ?? 0) >= 500);
}

function errorOfStatus(response: Response): FeedError {
  const {status} = response;
  const says = `${response.url} answered ${status} ${response.statusText}`.trim();
  if (status === 404 || status === 410) return new FeedError('not-found', `${says}.`, status);
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  if (status === 429 || (status === 503 && !Number.isNaN(retryAfter))) {
    const wait = Number.isNaN(retryAfter) ? undefined : retryAfter;
    return new FeedError('busy', `${says}, asking to wait ${wait ?? '?'} s.`, status, wait);
  }
  return new FeedError('http', `${says}.`, status);
}

async function attempt(url: string, options: FeedOptions, env: FeedEnvironment): Promise<Feed> {
  const {stallTimeout = 15_000, maxBytes = 50_000_000} = options;
  const stalled = new AbortController();
  const signals = [stalled.signal, ...(options.signal ? [options.signal] : [])];
  const signal = anySignal(signals);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), stallTimeout);
  };
  alive();
  try {
    const response = await env.fetch(url, {signal, credentials: 'same-origin'});
    if (!response.ok) {
      void response.body?.cancel();
      throw errorOfStatus(response);
    }
    return {bytes: await readLimited(response, maxBytes, alive), url: response.url || url};
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    if (stalled.signal.aborted) {
      throw new FeedError('timeout', `${url} sent nothing for ${stallTimeout / 1000} s.`);
    }
    if (error instanceof FeedError) throw error;
    throw await explainNetworkFailure(url, error, env.fetch);
  } finally {
    clearTimeout(timer);
  }
}

/** `AbortSignal.any` (2024) for browsers that are older. */
function anySignal(signals: AbortSignal[]): AbortSignal {
  const all = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) all.abort(signal.reason);
    signal.addEventListener('abort', () => all.abort(signal.reason), {once: true});
  }
  return all.signal;
}

/**
 * Loads a feed whole: with limits on silence and size, and with retries after full-jitter waits where
 * waiting can help.
 *
 * @throws FeedError for everything but an abort, which rejects with the signal's reason.
 */
export async function loadFeed(address: string, options: FeedOptions = {}): Promise<Feed> {
  const env = options.environment ?? browser;
  const attempts = options.attempts ?? 3;
  const url = checkedAddress(address);
  for (let tried = 1; ; tried++) {
    try {
      return await attempt(url, options, env);
    } catch (error) {
      if (!(error instanceof FeedError) || !mayPass(error) || tried >= attempts) throw error;
      const jitter = env.random() * FIRST_DELAY * 4 ** (tried - 1);
      const wait = (error.retryAfter ?? 0) * 1000 + jitter;
      await env.sleep(wait, options.signal ?? new AbortController().signal);
    }
  }
}

function checkedAddress(address: string): string {
  let url: URL;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    throw new FeedError('bad-address', `"${address}" is not an address.`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new FeedError('bad-address', `"${address}" must be an http or https address.`);
  }
  return url.href;
}
