import {FeedError} from './feed-error.js';

type Chunk = Uint8Array<ArrayBuffer>;

/**
 * The body of an answer, read chunk by chunk so that a feed without end is given up at `maxBytes`
 * instead of filling the memory of a phone. `onChunk` is called with the size and with all chunks
 * whenever something arrived, and first with the size that the server announces (0: none), when what it
 * returns is awaited. Chunks that it takes out of the list are missing in the result. Who started the
 * request cuts it off when this throws.
 *
 * @throws FeedError `too-large`, at once when the server declares too much.
 */
export async function readLimited(
  response: Response,
  maxBytes: number,
  onChunk: (size: number, chunks: Chunk[]) => unknown,
): Promise<Chunk> {
  const check = (size: number): void => {
    if (size <= maxBytes) return;
    const limit = `${maxBytes / 1e6} MB`;
    throw new FeedError('too-large', `${response.url} is larger than the limit of ${limit}.`);
  };
  const announced = Number(response.headers.get('content-length'));
  check(announced);
  const chunks: Chunk[] = [];
  await onChunk(announced, chunks);
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    // out of the list: who takes from it later must not have the same bytes twice
    if (done) return joined(chunks.splice(0));
    size += value.length;
    check(size);
    chunks.push(value);
    onChunk(size, chunks);
  }
}

function joined(chunks: readonly Chunk[]): Chunk {
  const all = new Uint8Array(chunks.reduce((size, {length}) => size + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
