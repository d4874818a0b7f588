import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {crc32, inflateSync} from 'node:zlib';
import {tile, tiles} from '../../src/testing/tiles.js';
import {rawRequest, serve} from '../helpers.js';

/** The chunks of a PNG by type, their checksums verified. */
function chunks(picture: Buffer): Map<string, Buffer> {
  assert.equal(picture.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const found = new Map<string, Buffer>();
  for (let at = 8; at < picture.length;) {
    const length = picture.readUInt32BE(at);
    const body = picture.subarray(at + 4, at + 8 + length);
    assert.equal(picture.readUInt32BE(at + 8 + length), crc32(body));
    found.set(body.subarray(0, 4).toString('latin1'), body.subarray(4));
    at += length + 12;
  }
  return found;
}

describe('map tiles for tests', () => {
  it('are PNG pictures of 256 × 256 pixels', () => {
    const parts = chunks(tile(3, 4, 5));
    assert.deepEqual([...parts.keys()], ['IHDR', 'PLTE', 'IDAT', 'IEND']);
    const header = parts.get('IHDR')!;
    assert.deepEqual([header.readUInt32BE(0), header.readUInt32BE(4)], [256, 256]);
    assert.equal(inflateSync(parts.get('IDAT')!).length, 256 * 257);
  });

  it('are the same each time, and differ from their neighbours', () => {
    assert.deepEqual(tile(3, 4, 5), tile(3, 4, 5));
    assert.notDeepEqual(tile(3, 4, 5), tile(3, 5, 5));
  });

  it('are found at their address, and nowhere else', async test => {
    const origin = await serve(test, tiles);
    const status = async (path: string): Promise<number> => (await rawRequest(origin, path)).status;
    assert.equal(await status('/__tiles/3/4/5.png'), 200);
    assert.equal(await status('/__tiles/3/8/5.png'), 404);
    assert.equal(await status('/__tiles/broken/3/4/5.png'), 404);
    assert.equal(await status('/__tiles/3/4/5.jpg'), 404);
  });
});
