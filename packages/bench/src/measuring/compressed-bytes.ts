import {promisify} from 'node:util';
import {brotliCompress} from 'node:zlib';

const compress = promisify(brotliCompress);

/** Sums up what files of a server weigh as brotli makes them at its best; each is compressed once. */
export function compressedBytes(origin: string): (paths: readonly string[]) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  const bytesOf = async (path: string): Promise<number> => {
    const response = await fetch(`${origin}${path}`);
    return (await compress(await response.arrayBuffer())).length;
  };
  return async paths => {
    let sum = 0;
    for (const path of new Set(paths)) {
      const bytes = known.get(path) ?? bytesOf(path);
      known.set(path, bytes);
      sum += await bytes;
    }
    return sum;
  };
}
