import {ArchiveError} from './archive-error.js';
import type {Range} from './header.js';

/** Where tiles or further directories are: four columns, ordered by the first. */
export interface Directory {
  readonly ids: readonly number[];
  /** How many tiles in a row share the bytes; 0 points to a leaf directory. */
  readonly runs: readonly number[];
  readonly lengths: readonly number[];
  readonly offsets: readonly number[];
}

/** Four columns of at least a byte each. */
const LEAST_BYTES = 4;

/**
 * Reads a directory that is not compressed (PMTiles specification v3, "Directories").
 *
 * @throws ArchiveError when it is cut or counts more entries than it can hold.
 */
export function readDirectory(bytes: Uint8Array): Directory {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || scale > 2 ** 49) throw new ArchiveError('has a broken directory');
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const count = varint();
  if (count * LEAST_BYTES > bytes.length) throw new ArchiveError('has a broken directory');
  const column = (): number[] => [...Array(count).keys()].map(varint);
  let id = 0;
  const ids = column().map(step => (id += step));
  const runs = column();
  const lengths = column();
  let end = 0;
  const offsets = column().map((value, i) => {
    // 0: right behind the entry before
    const offset = value === 0 ? end : value - 1;
    end = offset + (lengths[i] as number);
    return offset;
  });
  return {ids, runs, lengths, offsets};
}

/** The entry for a tile: its bytes or the leaf directory that knows; undefined when there is none. */
export function findEntry(
  {ids, runs, lengths, offsets}: Directory,
  id: number,
): (Range & {readonly isLeaf: boolean}) | undefined {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) <= id) low = middle + 1;
    else high = middle;
  }
  const i = low - 1;
  const run = runs[i];
  if (run === undefined || (run > 0 && id >= (ids[i] as number) + run)) return undefined;
  return {offset: offsets[i] as number, length: lengths[i] as number, isLeaf: run === 0};
}
