import {request as requestHttp, type IncomingMessage, type RequestOptions} from 'node:http';
import {request as requestHttps} from 'node:https';
import type {Readable} from 'node:stream';
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib';
import {ForbiddenAddressError, guardedLookup, type Resolve} from '../../webhooks/guarded-lookup.js';
import {FeedError} from './feed-error.js';
import {feedUrlFault, webUrl} from './feed-url.js';
import type {FeedOptions} from './options.js';

/** From the first byte to the last, redirects included, in milliseconds. */
const TIMEOUT = 10_000;
/** Bytes of a body, as it came and unpacked. */
const BODY_LIMIT = 10 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface FeedRequest {
  /** http, https or webcal. */
  url: string;
  /** Of the copy that is there. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  accept: string;
  /** Sent to the origin of `url` alone, not where it redirects to. */
  secretHeaders?: Readonly<Record<string, string>>;
}

/** What a source answered; without a body when the copy is still the same. */
export type FeedAnswer =
  | {isSame: true}
  | {
      isSame: false;
      body: Buffer;
      etag: string | undefined;
      lastModified: string | undefined;
    };

export interface FetchOptions extends FeedOptions {
  /** Stops what is under way. */
  signal?: AbortSignal | undefined;
  /** Of tests; default: the operating system. */
  resolve?: Resolve;
  /** Milliseconds. */
  timeout?: number;
  /** Bytes. */
  limit?: number;
}

/**
 * Reads a feed. Each address on the way is looked at before anything is sent, and again when it is
 * connected to: only public ones are asked.
 *
 * @throws FeedError
 */
export async function fetchFeed(feed: FeedRequest, options: FetchOptions): Promise<FeedAnswer> {
  const signal = wholeTime(options);
  try {
    return await follow(feed, options, signal);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    if (error instanceof ForbiddenAddressError) throw new FeedError('forbidden', {cause: error});
    throw new FeedError(signal.aborted ? 'too-slow' : 'unreachable', {cause: error});
  }
}

/** Ends what takes several requests when its time for all of them is over, or it is stopped. */
export function wholeTime({timeout = TIMEOUT, signal}: FetchOptions): AbortSignal {
  const over = AbortSignal.timeout(timeout);
  return signal ? AbortSignal.any([over, signal]) : over;
}

async function follow(
  feed: FeedRequest,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<FeedAnswer> {
  let address = feed.url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (feedUrlFault(address, options)) throw new FeedError('forbidden');
    const url = webUrl(address)!;
    const answer = await ask(url, feed, options, signal);
    const status = answer.statusCode!;
    const {location} = answer.headers;
    if (REDIRECTS.has(status) && location !== undefined) {
      answer.destroy();
      if (!URL.canParse(location, url.href)) throw new FeedError('unreachable');
      address = new URL(location, url.href).href;
      continue;
    }
    return readAnswer(answer, status, options.limit ?? BODY_LIMIT);
  }
  throw new FeedError('unreachable');
}

function ask(
  url: URL,
  {url: first, etag, lastModified, accept, secretHeaders}: FeedRequest,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isOwn = url.origin === webUrl(first)!.origin;
  const request: RequestOptions = {
    // a connection of its own: a kept one would skip the look-up
    agent: false,
    lookup: guardedLookup(options, options.resolve),
    signal,
    headers: {
      accept,
      'accept-encoding': 'gzip, br, deflate',
      'user-agent': 'local-widgets-hub',
      ...(etag !== undefined && {'if-none-match': etag}),
      ...(lastModified !== undefined && {'if-modified-since': lastModified}),
      ...(isOwn && secretHeaders),
    },
  };
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    send(url, request, resolve).on('error', reject).end();
  });
}

async function readAnswer(
  answer: IncomingMessage,
  status: number,
  limit: number,
): Promise<FeedAnswer> {
  if (status !== 200) {
    answer.destroy();
    if (status === 304) return {isSame: true};
    throw new FeedError(status >= 400 && status < 500 ? 'refused' : 'unreachable');
  }
  const {headers} = answer;
  const body = await readBody(answer, limit);
  return {
    isSame: false,
    body,
    etag: headers.etag?.slice(0, 500),
    lastModified: headers['last-modified']?.slice(0, 100),
  };
}

/** Counts as it reads, packed and unpacked: a small answer may unpack to a great one. */
async function readBody(answer: IncomingMessage, limit: number): Promise<Buffer> {
  let packed = 0;
  answer.on('data', (chunk: Buffer) => {
    packed += chunk.length;
    if (packed > limit) answer.destroy(new FeedError('too-large'));
  });
  const plain = unpacked(answer);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      answer.destroy();
      throw new FeedError('too-large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpacked(answer: IncomingMessage): Readable {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase();
  if (encoding === undefined || encoding === '' || encoding === 'identity') return answer;
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined;
  if (!unpack) throw new FeedError('unreadable');
  answer.on('error', error => unpack.destroy(error));
  return answer.pipe(unpack);
}
