import {FeedError} from './feed-error.js';

function tooLarge(response: Response, maxBytes: number): FeedError {
  const limit = `${Math.round(maxBytes / 1_000_000)} MB`;
  return new FeedError('too-large', `${response.url} is larger than the limit of ${limit}.`);
}

/**
 * The body of an answer, read chunk by chunk so that a feed without end is cut off at `maxBytes`
 * instead of filling the memory of a phone. `onChunk` is called whenever something arrived.
 */
export async function readLimited(
  response: Response,
  maxBytes: number,
  onChunk: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(response.headers.get('content-length'));
  if (declared > maxBytes) {
    void response.body?.cancel();
    throw tooLarge(response, maxBytes);
  }
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    onChunk();
    size += value.length;
    if (size > maxBytes) {
      void reader.cancel();
      throw tooLarge(response, maxBytes);
    }
    chunks.push(value);
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
