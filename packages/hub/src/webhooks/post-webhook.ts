import type {IncomingMessage, RequestOptions} from 'node:http';
import {
  ForbiddenAddressError,
  guardedLookup,
  isAllowedAddress,
  type Resolve,
} from './guarded-lookup.js';
import type {WebhookOptions} from './options.js';
import type {WebhookHeaders} from './sign-webhook.js';
import {hostOf, webhookUrlFault} from './webhook-url.js';

// not imported: all that the module exports would then be made, a WebSocket client of 6 MB among it
const http = process.getBuiltinModule('node:http');
const https = process.getBuiltinModule('node:https');

/** From the first byte to the last, in milliseconds (Standard Webhooks 1.0 advises 15 to 30 s). */
const WEBHOOK_TIMEOUT = 20_000;
/** Bytes of an answer that are read; what it says is not kept. */
const ANSWER_LIMIT = 16_384;

export interface WebhookCall {
  url: string;
  /** Of a webhook its signature; `content-type` unless it is JSON. */
  headers: WebhookHeaders | Readonly<Record<string, string>>;
  body: string | Buffer;
}

export interface WebhookAnswer {
  status: number;
  /** `Retry-After`, as it came. */
  retryAfter?: string;
}

export interface PostOptions extends WebhookOptions {
  /** Stops what is under way. */
  signal?: AbortSignal;
  /** Of tests; default: the operating system. */
  resolve?: Resolve;
  /** Milliseconds. */
  timeout?: number;
}

/**
 * Sends one webhook. Any answer with a status is an answer, redirects too: they are not followed.
 * Rejects when there is none, and with `ForbiddenAddressError` before anything is sent to an address
 * that is not public.
 */
export async function postWebhook(
  {url, headers, body}: WebhookCall,
  options: PostOptions,
): Promise<WebhookAnswer> {
  const target = new URL(url);
  const host = hostOf(target);
  if (webhookUrlFault(url, options)) throw new ForbiddenAddressError(host);
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  if (isAddress && !isAllowedAddress(host, options)) throw new ForbiddenAddressError(host);

  const limits = [AbortSignal.timeout(options.timeout ?? WEBHOOK_TIMEOUT)];
  if (options.signal) limits.push(options.signal);
  const answer = await send(target, body, {
    method: 'POST',
    // a connection of its own: a kept one would skip the look-up
    agent: false,
    lookup: guardedLookup(options, options.resolve),
    signal: AbortSignal.any(limits),
    headers: {
      'content-type': 'application/json',
      ...headers,
      'content-length': Buffer.byteLength(body),
      'user-agent': 'local-widgets-hub',
    },
  });
  await readUpTo(answer, ANSWER_LIMIT);
  const retryAfter = answer.headers['retry-after'];
  return {status: answer.statusCode!, ...(retryAfter !== undefined && {retryAfter})};
}

function send(
  target: URL,
  body: string | Buffer,
  options: RequestOptions,
): Promise<IncomingMessage> {
  const {request} = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    request(target, options, resolve).on('error', reject).end(body);
  });
}

/** An endless answer holds nothing up: after so many bytes the connection is cut. */
async function readUpTo(answer: IncomingMessage, limit: number): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) break;
    }
  } catch {
    // the status has been told; how the rest ends changes nothing
  }
}
