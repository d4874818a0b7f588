import {promisify} from 'node:util';
import {brotliCompress} from 'node:zlib';

const compress = promisify(brotliCompress);

/** Bytes of something as brotli makes it at its best. */
export async function brotliSize(body: Buffer | ArrayBuffer): Promise<number> {
  return (await compress(body)).length;
}

/** Sums up what files of a server weigh as brotli makes them; each is compressed once. */
export function compressedBytes(origin: string): (paths: readonly string[]) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  const bytesOf = async (path: string): Promise<number> => {
    const response = await fetch(`${origin}${path}`);
    return brotliSize(await response.arrayBuffer());
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
