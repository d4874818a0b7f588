import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PMTiles, zxyToTileId, type Source} from 'pmtiles';
import {Archive} from '../../../src/map/pmtiles/archive.js';
import {serverOf, writeArchive, type ArchiveOptions, type WrittenTile} from './write-archive.js';

const URL = 'https://town.example/town.pmtiles';
const {signal} = new AbortController();

/** All tiles of some zooms but every seventh; every fifth row is the same sea. */
function tilesUpTo(maxZoom: number): WrittenTile[] {
  const tiles: WrittenTile[] = [];
  for (let z = 0; z <= maxZoom; z++) {
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        if ((x * 3 + y) % 7 === 6) continue;
        const bytes = y % 5 === 0 ? [1, 2, 3] : [z, x, y, x ^ y];
        tiles.push({id: zxyToTileId(z, x, y), bytes: new Uint8Array(bytes)});
      }
    }
  }
  return tiles;
}

function oracleOf(file: Uint8Array<ArrayBuffer>): PMTiles {
  const source: Source = {
    getKey: () => URL,
    getBytes: (offset, length) =>
      Promise.resolve({data: file.slice(offset, offset + length).buffer}),
  };
  return new PMTiles(source);
}

async function open(file: Uint8Array<ArrayBuffer>, asked?: string[]): Promise<Archive> {
  return Archive.open(URL, signal, serverOf(file, asked));
}

async function bytesOf(blob: Blob | undefined): Promise<number[] | undefined> {
  return blob && [...new Uint8Array(await blob.arrayBuffer())];
}

describe('Archive', () => {
  const layouts: Record<string, Partial<ArchiveOptions>> = {
    'one directory': {},
    'one directory in gzip': {gzip: true},
    'leaf directories': {directorySize: 40},
    'leaf directories in gzip': {gzip: true, directorySize: 40},
    'leaves of leaves': {directorySize: 12},
  };

  for (const [name, layout] of Object.entries(layouts)) {
    it(`gives every tile that the reference reader gives, with ${name}`, async () => {
      const file = await writeArchive({tiles: tilesUpTo(4), ...layout});
      const archive = await open(file);
      const oracle = oracleOf(file);
      let found = 0;
      for (let z = 0; z <= 4; z++) {
        for (let x = 0; x < 2 ** z; x++) {
          for (let y = 0; y < 2 ** z; y++) {
            const ours = await bytesOf(await archive.tile({z, x, y}, signal));
            const theirs = await oracle.getZxy(z, x, y);
            assert.deepEqual(ours, theirs && [...new Uint8Array(theirs.data)], `${z}/${x}/${y}`);
            if (ours) found++;
          }
        }
      }
      assert.ok(found > 280);
    });
  }

  it('reads a leaf once for all tiles in it, also for those asked for together', async () => {
    const asked: string[] = [];
    const archive = await open(await writeArchive({tiles: tilesUpTo(4), directorySize: 40}), asked);
    const before = asked.length;
    await Promise.all([8, 9, 10].map(x => archive.tile({z: 4, x, y: 8}, signal)));
    await archive.tile({z: 4, x: 8, y: 9}, signal);
    assert.ok(asked.length - before <= 4 + 2);
    assert.equal(new Set(asked).size, asked.length);
  });

  it('reads only its beginning until a tile is asked for', async () => {
    const asked: string[] = [];
    await open(await writeArchive({tiles: tilesUpTo(4)}), asked);
    assert.deepEqual(asked, ['bytes=0-16383']);
  });

  it('does not ask for a tile that nobody wants any more', async () => {
    const asked: string[] = [];
    const archive = await open(await writeArchive({tiles: tilesUpTo(2)}), asked);
    assert.equal(await archive.tile({z: 1, x: 0, y: 0}, AbortSignal.abort()), undefined);
    assert.equal(asked.length, 1);
  });

  it('tells its zooms, its bounds and its kind of picture', async () => {
    const {header} = await open(await writeArchive({tiles: tilesUpTo(2), tileType: 4, maxZoom: 2}));
    const {minZoom, maxZoom, mediaType, bounds} = header;
    assert.deepEqual(
      {minZoom, maxZoom, mediaType},
      {minZoom: 0, maxZoom: 2, mediaType: 'image/webp'},
    );
    assert.deepEqual(bounds, {west: -180, south: -85, east: 180, north: 85});
  });

  it('names who made it, without markup', async () => {
    const attribution = '<a href="https://osm.example">&copy; OSM</a> &amp; <b>Val-Orbelle</b>';
    for (const gzip of [false, true]) {
      const file = await writeArchive({tiles: tilesUpTo(1), metadata: {attribution}, gzip});
      assert.equal(await (await open(file)).attribution(), '© OSM & Val-Orbelle');
    }
    const silent = await open(
      await writeArchive({tiles: tilesUpTo(1), metadata: {attribution: 3}}),
    );
    assert.equal(await silent.attribution(), '');
  });

  describe('refuses', () => {
    const refusal = (fetch: () => Promise<Response>): Promise<string> =>
      Archive.open(URL, signal, fetch).then(
        () => 'nothing',
        (error: unknown) => (error as Error).message,
      );
    const changed = async (at: number, value: number): Promise<() => Promise<Response>> => {
      const file = await writeArchive({tiles: tilesUpTo(1)});
      file[at] = value;
      return () => Promise.resolve(new Response(file, {status: 206}));
    };

    it('a server that sends the whole file', async () => {
      const whole = new Response('x'.repeat(100), {status: 200});
      const words = await refusal(() => Promise.resolve(whole));
      assert.match(words, /comes whole: its server must know range requests/);
    });

    it('a file that is not there', async () => {
      const missing = new Response('', {status: 404});
      assert.match(await refusal(() => Promise.resolve(missing)), /answers 404/);
    });

    it('a part larger than asked for', async () => {
      const large = new Response(new Uint8Array(20_000), {status: 206});
      assert.match(await refusal(() => Promise.resolve(large)), /more than was asked for/);
    });

    it('vector tiles, other versions, other compressions, other files', async () => {
      assert.match(await refusal(await changed(99, 1)), /holds vector tiles; pictures/);
      assert.match(await refusal(await changed(99, 9)), /unknown kind/);
      assert.match(await refusal(await changed(7, 2)), /not PMTiles version 3/);
      assert.match(await refusal(await changed(97, 3)), /gzip is needed/);
      assert.match(await refusal(await changed(0, 0)), /no PMTiles file/);
    });

    it('a directory that counts more than it holds', async () => {
      assert.match(await refusal(await changed(127, 120)), /broken directory/);
    });

    it('a file that ends before its tiles', async () => {
      const file = await writeArchive({tiles: [{id: 0, bytes: new Uint8Array([1, 2, 3])}]});
      const archive = await open(file.slice(0, file.length - 1));
      await assert.rejects(archive.tile({z: 0, x: 0, y: 0}, signal), /ends too early/);
    });

    it('words in gzip that grow beyond measure', async () => {
      const metadata = {attribution: 'x'.repeat(5_000_000)};
      const file = await writeArchive({tiles: tilesUpTo(1), metadata, gzip: true});
      await assert.rejects((await open(file)).attribution(), /more than was asked for/);
    });
  });
});
