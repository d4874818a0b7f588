import {ArchiveError} from './archive-error.js';
import type {Range} from './header.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Reads a part of a file on a server. The end of the file may come earlier than asked for.
 *
 * @throws ArchiveError when the server answers with anything but the part.
 */
export async function fetchRange(
  fetch: Fetch,
  url: string,
  {offset, length}: Range,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const headers = {Range: `bytes=${offset}-${offset + length - 1}`};
  const response = await fetch(url, {headers, signal});
  const {status, body} = response;
  if (status === 206 && body) return collect(body, length);
  void body?.cancel();
  throw new ArchiveError(
    status === 200
      ? 'comes whole: its server must know range requests (206 Partial Content)'
      : `cannot be read: its server answers ${status}`,
  );
}

/** @throws ArchiveError when it holds more than `limit` bytes, TypeError when it is no gzip. */
export function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), limit);
}

async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  for (let size = 0; ;) {
    const {done, value} = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > limit) {
      void reader.cancel();
      throw new ArchiveError('sends more than was asked for');
    }
    parts.push(value);
  }
}
