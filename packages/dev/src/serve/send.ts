import {createHash} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {isCompressible} from './content-types.js';
import {pageHeaders, type PagePolicy} from './security-headers.js';

export interface Answer {
  status?: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
  /** For HTML; the strict one by default. */
  policy?: PagePolicy;
}

/** Brotli's best quality takes seconds for megabytes of GeoJSON; scripts and pages are smaller. */
const bestQualityBelow = 300_000;
const compressed = new Map<string, Buffer>();

/**
 * Answers with a whole body: compressed as the client accepts (sizes seen in a browser's tools are
 * those of a real server), with an ETag and 304, without a body for HEAD. Nothing is cached unasked.
 */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const {status = 200, type, headers = {}} = answer;
  const body = Buffer.from(answer.body);
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  response.setHeader('content-type', type);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-cache');
  if (type.startsWith('text/html')) setHeaders(response, pageHeaders(answer.policy));
  setHeaders(response, headers);
  if (status === 200) {
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
  }
  const encoding = isCompressible(type) ? acceptedEncoding(request) : undefined;
  if (isCompressible(type)) response.setHeader('vary', 'accept-encoding');
  if (encoding !== undefined) response.setHeader('content-encoding', encoding);
  const bytes = encoding === undefined ? body : compress(body, encoding, etag);
  response.writeHead(status, {'content-length': bytes.length});
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

export function sendNotFound(request: IncomingMessage, response: ServerResponse): void {
  const body =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title>' +
    '<h1>Not found</h1><p>There is nothing at this address. <a href="/">To the start page</a></p>';
  send(request, response, {status: 404, type: 'text/html; charset=utf-8', body});
}

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function acceptedEncoding(request: IncomingMessage): 'br' | 'gzip' | undefined {
  const accepted = [request.headers['accept-encoding'] ?? '']
    .flat()
    .join(',')
    .split(',')
    .filter(part => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map(part => part.split(';')[0]?.trim().toLowerCase());
  return (['br', 'gzip'] as const).find(name => accepted.includes(name));
}

function compress(body: Buffer, encoding: 'br' | 'gzip', etag: string): Buffer {
  const key = `${encoding} ${etag}`;
  const known = compressed.get(key);
  if (known) return known;
  const quality = body.length < bestQualityBelow ? 11 : 5;
  const bytes =
    encoding === 'gzip'
      ? gzipSync(body)
      : brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: quality}});
  compressed.set(key, bytes);
  return bytes;
}
