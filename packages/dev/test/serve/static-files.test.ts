import assert from 'node:assert/strict';
import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {serveFolder} from '../../src/serve/static-files.js';
import {folderWith, rawRequest, serve} from '../helpers.js';

async function site(test: TestContext): Promise<{origin: string; folder: string}> {
  const all = folderWith(test, {
    'secret.txt': 'secret',
    'site-2/secret.txt': 'secret',
    'site/.env': 'secret',
    'site/index.html': '<title>Home</title>',
    'site/sub/index.html': '<title>Sub</title>',
    'site/data/é.geojson': '{"type":"FeatureCollection"}'.padEnd(5000),
    'site/pixel.png': Buffer.alloc(2000),
  });
  const folder = join(all, 'site');
  return {folder, origin: await serve(test, serveFolder('/', folder))};
}

describe('serving a folder', () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/data/..%2f..%2fsecret.txt',
    '/%2e%2e%2fsite-2%2fsecret.txt',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/.env',
    '/index.html%00.png',
    '/%ff',
    '/%',
    '/nowhere.html',
    '/data/',
  ]) {
    it(`answers 404 to ${path}`, async test => {
      const {origin} = await site(test);
      const {status, body} = await rawRequest(origin, path);
      assert.equal(status, 404);
      assert.doesNotMatch(body.toString(), /secret|root:/);
    });
  }

  it('follows no link out of the folder', async test => {
    const {origin, folder} = await site(test);
    symlinkSync(join(folder, '../secret.txt'), join(folder, 'link.txt'));
    assert.equal((await rawRequest(origin, '/link.txt')).status, 404);
  });

  it('serves the index of a folder and sends a folder without slash there', async test => {
    const {origin} = await site(test);
    assert.equal((await rawRequest(origin, '/')).body.toString(), '<title>Home</title>');
    const {status, headers} = await rawRequest(origin, '/sub?x=1');
    assert.deepEqual([status, headers.location], [301, '/sub/?x=1']);
    assert.equal((await rawRequest(origin, '/sub/')).body.toString(), '<title>Sub</title>');
  });

  it('compresses text as the client accepts', async test => {
    const {origin} = await site(test);
    const path = '/data/%C3%A9.geojson';
    const get = (encoding: string): ReturnType<typeof rawRequest> =>
      rawRequest(origin, path, {headers: {'accept-encoding': encoding}});
    const [plain, gzip, br, refused] = await Promise.all(
      ['', 'gzip', 'gzip, deflate, br', 'br;q=0'].map(get),
    );
    assert.equal(plain?.headers['content-type'], 'application/geo+json');
    assert.deepEqual(gunzipSync(gzip!.body), plain.body);
    assert.equal(br?.headers['content-encoding'], 'br');
    assert.deepEqual(brotliDecompressSync(br.body), plain.body);
    assert.ok(br.body.length < 200);
    assert.equal(refused?.headers['content-encoding'], undefined);
  });

  it('leaves pictures as they are', async test => {
    const {origin} = await site(test);
    const headers = {'accept-encoding': 'br'};
    const answer = await rawRequest(origin, '/pixel.png', {headers});
    assert.equal(answer.headers['content-encoding'], undefined);
    assert.equal(answer.body.length, 2000);
  });

  it('answers 304 to a known ETag and nothing but headers to HEAD', async test => {
    const {origin} = await site(test);
    const head = await rawRequest(origin, '/', {method: 'HEAD'});
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    assert.equal(head.headers['content-length'], '19');
    const headers = {'if-none-match': String(head.headers.etag)};
    assert.equal((await rawRequest(origin, '/', {headers})).status, 304);
  });

  it('takes no other method', async test => {
    const {origin} = await site(test);
    assert.equal((await rawRequest(origin, '/', {method: 'POST'})).status, 404);
  });
});
