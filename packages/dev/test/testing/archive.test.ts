import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PMTiles, type Source} from 'pmtiles';
import {archive} from '../../src/testing/archive.js';
import {testFeeds} from '../../src/testing/feeds.js';
import {tile} from '../../src/testing/tiles.js';
import {serve} from '../helpers.js';

describe('the archive of tiles for tests', () => {
  it('is one that the reference reader reads, the same picture everywhere', async () => {
    const file = archive();
    const source: Source = {
      getKey: () => 'grid',
      getBytes: (offset, length) =>
        Promise.resolve({data: new Uint8Array(file.subarray(offset, offset + length)).buffer}),
    };
    const tiles = new PMTiles(source);
    assert.equal((await tiles.getHeader()).maxZoom, 14);
    for (const [z, x, y] of [
      [0, 0, 0],
      [9, 260, 190],
      [14, 16_383, 16_383],
    ] as const) {
      const found = await tiles.getZxy(z, x, y);
      assert.deepEqual(Buffer.from(found!.data), tile(0, 0, 0));
    }
  });

  it('is served whole and in parts', async test => {
    const address = `${await serve(test, testFeeds)}/__feeds/grid.pmtiles`;
    const whole = Buffer.from(await (await fetch(address)).arrayBuffer());
    assert.deepEqual(whole, archive());
    const part = await fetch(address, {headers: {range: 'bytes=7-9'}});
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes 7-9/${whole.length}`);
    assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(7, 10));
  });
});
