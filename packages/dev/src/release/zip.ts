import {crc32, deflateRawSync} from 'node:zlib';

export interface ZipEntry {
  /** Path inside, with slashes, without one in front. */
  name: string;
  bytes: Buffer;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
/** 2.0: folders and deflate. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** The first of January 1980, the earliest that the format knows: the same files give the same bytes. */
const DATE = 0x0021;
/** A plain file that its owner may write and all may read, as Unix says it. */
const MADE_ON_UNIX = (3 << 8) | VERSION;
const FILE_MODE = 0o100644;
/** Beyond these the format needs its 64-bit form, which is not written here. */
const MAX_ENTRIES = 0xffff;
const MAX_SIZE = 0xffffffff;

/**
 * A ZIP archive (PKWARE APPNOTE 6.3) with these files in the order of their names. No dates, no owners:
 * its bytes depend on the files, and on the release of zlib, alone.
 *
 * @throws RangeError for a name that leads out of the archive or comes twice, and for more than 65,535
 *   files or 4 GiB
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const sorted = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  if (sorted.length > MAX_ENTRIES) throw new RangeError('too many files');
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [i, entry] of sorted.entries()) {
    checkName(entry.name, sorted[i - 1]?.name);
    const name = Buffer.from(entry.name);
    const packed = deflateRawSync(entry.bytes, {level: 9});
    const facts = factsOf(entry.bytes, packed, name);
    const header = Buffer.concat([
      numbers([4, LOCAL_HEADER], [2, VERSION]),
      facts,
      numbers([2, 0]),
    ]);
    local.push(header, name, packed);
    central.push(
      numbers([4, CENTRAL_HEADER], [2, MADE_ON_UNIX], [2, VERSION]),
      facts,
      // extra field, comment, disk, kind of file, mode, place of the local header
      numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, FILE_MODE * 0x10000], [4, offset]),
      name,
    );
    offset += header.length + name.length + packed.length;
    if (offset > MAX_SIZE) throw new RangeError('too large');
  }
  const size = central.reduce((sum, {length}) => sum + length, 0);
  const count = sorted.length;
  const end = numbers(
    [4, END],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...local, ...central, end]);
}

/** What both headers of a file tell: how it is packed, its date, its sums and sizes. */
function factsOf(bytes: Buffer, packed: Buffer, name: Buffer): Buffer {
  return numbers(
    ...([
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, DATE],
    ] as const),
    ...([
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, name.length],
    ] as const),
  );
}

/** Little-endian, each with its number of bytes. */
function numbers(...fields: readonly (readonly [size: number, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) at = buffer.writeUIntLE(value, at, size);
  return buffer;
}

function checkName(name: string, before: string | undefined): void {
  if (name === before) throw new RangeError(`twice: ${name}`);
  const isInside = name.split('/').every(part => part !== '' && part !== '.' && part !== '..');
  if (!isInside || name.includes('\\')) throw new RangeError(`no name for a file: ${name}`);
}
