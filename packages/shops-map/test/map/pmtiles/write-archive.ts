/** A tile by its number along the curve. */
export interface WrittenTile {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ArchiveOptions {
  readonly tiles: readonly WrittenTile[];
  readonly gzip?: boolean;
  /** Entries that a directory holds at most; more go into leaves, and leaves of leaves. */
  readonly directorySize?: number;
  readonly metadata?: object;
  /** 1 vector, 2 png, 3 jpeg, 4 webp. */
  readonly tileType?: number;
  readonly maxZoom?: number;
}

interface Entry {
  readonly id: number;
  readonly run: number;
  readonly offset: number;
  readonly length: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Writes a PMTiles archive, version 3, as its specification says; small ones, for tests. */
export async function writeArchive(options: ArchiveOptions): Promise<Bytes> {
  const {
    gzip = false,
    directorySize = Infinity,
    metadata = {},
    tileType = 2,
    maxZoom = 4,
  } = options;
  const pack = (bytes: Bytes): Promise<Bytes> | Bytes => (gzip ? gzipped(bytes) : bytes);
  const {entries, data} = layOut(options.tiles);
  const leaves: Bytes[] = [];
  let leavesLength = 0;
  let level = entries;
  while (level.length > directorySize) {
    const above: Entry[] = [];
    for (let i = 0; i < level.length; i += directorySize) {
      const part = level.slice(i, i + directorySize);
      const bytes = await pack(directoryBytes(part));
      above.push({id: part[0]!.id, run: 0, offset: leavesLength, length: bytes.length});
      leaves.push(bytes);
      leavesLength += bytes.length;
    }
    level = above;
  }
  const root = await pack(directoryBytes(level));
  const words = await pack(new TextEncoder().encode(JSON.stringify(metadata)));
  const header = new DataView(new ArrayBuffer(127));
  new Uint8Array(header.buffer).set(new TextEncoder().encode('PMTiles'));
  header.setUint8(7, 3);
  const lengths = [root.length, words.length, leavesLength, data.length];
  let offset = 127;
  lengths.forEach((length, i) => {
    header.setBigUint64(8 + 16 * i, BigInt(offset), true);
    header.setBigUint64(16 + 16 * i, BigInt(length), true);
    offset += length;
  });
  header.setUint8(96, 1);
  header.setUint8(97, gzip ? 2 : 1);
  header.setUint8(98, 1);
  header.setUint8(99, tileType);
  header.setUint8(101, maxZoom);
  [-180, -85, 180, 85].forEach((degrees, i) => header.setInt32(102 + 4 * i, degrees * 1e7, true));
  return joined([new Uint8Array(header.buffer), root, words, ...leaves, data]);
}

/** Equal tiles in a row share an entry, equal tiles elsewhere the bytes. */
function layOut(tiles: readonly WrittenTile[]): {entries: Entry[]; data: Bytes} {
  const entries: Entry[] = [];
  const parts: Bytes[] = [];
  const known = new Map<string, number>();
  let size = 0;
  for (const {id, bytes} of [...tiles].sort((a, b) => a.id - b.id)) {
    const key = bytes.join();
    const last = entries.at(-1);
    const offset = known.get(key) ?? size;
    if (!known.has(key)) {
      known.set(key, size);
      parts.push(bytes);
      size += bytes.length;
    }
    if (last?.offset === offset && last.id + last.run === id) {
      entries[entries.length - 1] = {...last, run: last.run + 1};
    } else entries.push({id, run: 1, offset, length: bytes.length});
  }
  return {entries, data: joined(parts)};
}

export function directoryBytes(entries: readonly Entry[]): Bytes {
  const ids = entries.map(({id}, i) => id - (entries[i - 1]?.id ?? 0));
  const offsets = entries.map(({offset}, i) => {
    const before = entries[i - 1];
    return before && before.offset + before.length === offset ? 0 : offset + 1;
  });
  const runs = entries.map(({run}) => run);
  const lengths = entries.map(({length}) => length);
  const numbers = [entries.length, ...ids, ...runs, ...lengths, ...offsets];
  return new Uint8Array(numbers.flatMap(varint));
}

export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

export async function gzipped(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A server that knows range requests, for one file; tells what was asked for. */
export function serverOf(file: Bytes, asked: string[] = []) {
  return (_url: string, init?: RequestInit): Promise<Response> => {
    init?.signal?.throwIfAborted();
    const range = new Headers(init?.headers).get('Range') ?? '';
    asked.push(range);
    const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    const part = file.slice(Number(from), Number(to) + 1);
    return Promise.resolve(new Response(part, {status: range ? 206 : 200}));
  };
}
