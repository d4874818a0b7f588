import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {createHash} from 'node:crypto';
import {extname} from 'node:path';

export type Encoding = 'br' | 'gzip';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.zip': 'application/zip',
};

/** Brotli's best quality takes long for large files; these are maps of sources, which few ask for. */
const BEST_QUALITY_BELOW = 300_000;

const COMPRESS: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  gzip: promisify(gzip),
  br: bytes =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes.length < BEST_QUALITY_BELOW ? 11 : 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
};

/** A file of a release as it is sent; what is worked out once is kept. */
export class ReleaseFile {
  /** Media type with its character set. */
  readonly type: string;
  /** `sha384-…` */
  readonly integrity: string;
  /** Of the bytes; goes out as a weak one (`W/`), since they are sent compressed or not. */
  readonly tag: string;
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(
    name: string,
    readonly bytes: Buffer,
  ) {
    this.type = TYPES[extname(name)] ?? 'application/octet-stream';
    const hash = createHash('sha384').update(bytes).digest('base64');
    this.integrity = `sha384-${hash}`;
    this.tag = `"${hash.slice(0, 24)}"`;
  }

  get isCompressible(): boolean {
    return /^text\/|json|svg/.test(this.type);
  }

  compressed(encoding: Encoding): Promise<Buffer> {
    const known = this.#compressed.get(encoding);
    if (known) return known;
    const bytes = COMPRESS[encoding](this.bytes);
    this.#compressed.set(encoding, bytes);
    return bytes;
  }
}
