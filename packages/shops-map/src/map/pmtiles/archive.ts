import type {TileAddress} from '../basemaps.js';
import {ArchiveError} from './archive-error.js';
import {fetchRange, gunzip, type Fetch} from './bytes.js';
import {findEntry, readDirectory, type Directory} from './directory.js';
import {readHeader, type Header, type Range} from './header.js';
import {tileId} from './tile-id.js';

/** Header and root directory fit in here (PMTiles specification v3, "Overview"). */
const FIRST_BYTES = 16_384;
/** Bytes that a directory, the metadata or a tile may have, packed or not. */
const LARGEST_PART = 4_194_304;
/** A root directory, leaves and leaves of leaves; a fourth level is a loop. */
const DEEPEST = 3;
const MOST_DIRECTORIES = 16;

/** A PMTiles archive (version 3) on a server, read part by part. */
export class Archive {
  private readonly directories = new Map<number, Promise<Directory>>();

  private constructor(
    private readonly read: (range: Range, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>,
    readonly header: Header,
    private readonly root: Directory,
  ) {}

  /**
   * @param signal Ends everything that is still on its way.
   * @throws ArchiveError when it is not an archive of pictures, or its server does not send parts.
   */
  static async open(url: string, signal: AbortSignal, fetch: Fetch): Promise<Archive> {
    const read = async (range: Range, own = signal): Promise<Uint8Array<ArrayBuffer>> => {
      if (!(range.length <= LARGEST_PART)) throw new ArchiveError('has a part that is too large');
      const bytes = await fetchRange(fetch, url, range, own);
      if (bytes.length < range.length) throw new ArchiveError('ends too early');
      return bytes;
    };
    const first = await fetchRange(fetch, url, {offset: 0, length: FIRST_BYTES}, signal);
    const header = readHeader(first);
    const {offset, length} = header.root;
    const root = await unpack(first.slice(offset, offset + length), header.gzip);
    return new Archive(read, header, readDirectory(root));
  }

  /** Who must be named, as plain text; empty when the archive does not say. */
  async attribution(): Promise<string> {
    const {metadata, gzip} = this.header;
    if (metadata.length === 0) return '';
    const text = new TextDecoder().decode(await unpack(await this.read(metadata), gzip));
    const {attribution} = JSON.parse(text) as {attribution?: unknown};
    return typeof attribution === 'string' ? plainText(attribution) : '';
  }

  /** A tile as it is stored; undefined where the archive has none. */
  async tile(at: TileAddress, signal: AbortSignal): Promise<Blob | undefined> {
    const id = tileId(at);
    let directory = this.root;
    for (let depth = 0; depth <= DEEPEST; depth++) {
      const entry = findEntry(directory, id);
      // another tile may wait for the same directory, but nobody for this tile any more
      if (!entry || signal.aborted) return undefined;
      const {isLeaf, length} = entry;
      if (!isLeaf) {
        const offset = this.header.tiles + entry.offset;
        const bytes = await this.read({offset, length}, signal);
        const {tileGzip, mediaType: type} = this.header;
        return new Blob([await unpack(bytes, tileGzip)], {type});
      }
      directory = await this.leaf({offset: this.header.leaves + entry.offset, length});
    }
    throw new ArchiveError('has directories in a loop');
  }

  private leaf(range: Range): Promise<Directory> {
    const {directories} = this;
    const key = range.offset;
    const leaf =
      directories.get(key) ??
      this.read(range).then(async bytes => {
        return readDirectory(await unpack(bytes, this.header.gzip));
      });
    // the last used last
    directories.delete(key);
    directories.set(key, leaf);
    leaf.catch(() => directories.delete(key));
    if (directories.size > MOST_DIRECTORIES) {
      for (const oldest of directories.keys()) {
        directories.delete(oldest);
        break;
      }
    }
    return leaf;
  }
}

async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  gzip: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  return gzip ? gunzip(bytes, LARGEST_PART) : bytes;
}

/** Metadata is written for `innerHTML` of other maps; here tags are left out and the words stay. */
function plainText(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&copy;/g, '©')
    .replace(/&amp;/g, '&')
    .trim()
    .slice(0, 200);
}
