import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {findEntry, readDirectory} from '../../../src/map/pmtiles/directory.js';
import {directoryBytes, varint} from './write-archive.js';

const length = fc.integer({min: 1, max: 2 ** 31});
const entry = fc.record({
  gap: fc.integer({min: 1, max: 2 ** 40}),
  run: fc.nat(50),
  offset: fc.nat(2 ** 40),
  length,
});

/** Entries that do not lie over each other. */
const directories = fc.array(entry, {maxLength: 40}).map(rows => {
  let id = 0;
  return rows.map(({gap, run, offset, length}) => {
    id += gap;
    const row = {id, run, offset, length};
    id += run;
    return row;
  });
});

describe('readDirectory', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(directories, rows => {
        const {ids, runs, lengths, offsets} = readDirectory(directoryBytes(rows));
        const read = ids.map((id, i) => ({
          id,
          run: runs[i],
          offset: offsets[i],
          length: lengths[i],
        }));
        assert.deepEqual(read, rows);
      }),
      {seed: 5},
    );
  });

  it('stops at a number or a table that does not end', () => {
    for (const bytes of [[], [1], [3, 128], [1, 1, 1, 1, 255], Array<number>(20).fill(255)]) {
      assert.throws(() => readDirectory(new Uint8Array(bytes)), /broken directory/);
    }
    assert.throws(
      () => readDirectory(new Uint8Array([...varint(2 ** 40), 1, 1, 1])),
      /broken directory/,
    );
  });
});

describe('findEntry', () => {
  it('finds a tile in the run that holds it, a leaf for all that follow, and nothing in a gap', () => {
    fc.assert(
      fc.property(directories, fc.nat(60), fc.nat(39), (rows, step, nth) => {
        const directory = readDirectory(directoryBytes(rows));
        const id = (rows[nth % Math.max(1, rows.length)]?.id ?? 0) + step;
        const last = rows.filter(row => row.id <= id).at(-1);
        const holds = last && (last.run === 0 || id < last.id + last.run);
        const expected = holds && {
          offset: last.offset,
          length: last.length,
          isLeaf: last.run === 0,
        };
        assert.deepEqual(findEntry(directory, id), expected || undefined);
      }),
      {seed: 7},
    );
  });
});
