import {FeedError} from './feed-error.js';

/**
 * The body of an answer, read chunk by chunk so that a feed without end is given up at `maxBytes`
 * instead of filling the memory of a phone. `onChunk` is called with the size whenever something
 * arrived, and first with the size that the server announces (0: none). Who
 * started the request cuts it off when this throws.
 *
 * @throws FeedError `too-large`, at once when the server declares too much.
 */
export async function readLimited(
  response: Response,
  maxBytes: number,
  onChunk: (size: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const check = (size: number): void => {
    if (size <= maxBytes) return;
    const limit = `${maxBytes / 1e6} MB`;
    throw new FeedError('too-large', `${response.url} is larger than the limit of ${limit}.`);
  };
  const announced = Number(response.headers.get('content-length'));
  check(announced);
  onChunk(announced);
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return joined(chunks, size);
    size += value.length;
    onChunk(size);
    check(size);
    chunks.push(value);
  }
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
