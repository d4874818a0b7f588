import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {Release} from '../../src/embed/release/release.js';
import {readReleaseNote} from '../../src/embed/release/release-note.js';
import {keep} from '../../src/embed/release/releases.js';
import {acceptedEncoding} from '../../src/embed/release/accepted-encoding.js';
import {builtFolder} from '../../src/http/built-folder.js';
import {hubOf} from './support.js';

const folders: string[] = [];

after(async () => {
  for (const folder of folders) await rm(folder, {recursive: true, force: true});
});

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-releases-'));
  folders.push(folder);
  return folder;
}

const hashOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
const SCRIPT = 'export const answer = 42;\n';

/** A folder with one script, noted as released under this version. */
async function released(folder: string, version: string): Promise<void> {
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'core.js'), SCRIPT);
  await writeFile(join(folder, `local-widgets-${version}.zip`), 'zip');
  const files = {'core.js': hashOf(SCRIPT)};
  await writeFile(join(folder, 'release.json'), JSON.stringify({version, files}));
}

/** A hub that was once another version. */
async function hubWithKept(version: string) {
  const dataFolder = await emptyFolder();
  await released(join(dataFolder, 'releases', version), version);
  const hub = await hubOf();
  const config = {...hub.context.config, dataFolder};
  return {hub: await hubOf({config}), folder: join(dataFolder, 'releases', version)};
}

const built = (await builtFolder('@local-widgets/embed'))!;

describe('the files of the script tag', () => {
  it('are there for pages of every site, with their types', async () => {
    const hub = await hubOf();
    for (const [name, type] of [
      ['local-widgets.js', 'text/javascript; charset=utf-8'],
      ['core.js', 'text/javascript; charset=utf-8'],
      ['core.js.map', 'application/json; charset=utf-8'],
      ['licenses.txt', 'text/plain; charset=utf-8'],
    ] as const) {
      const {status, headers, text} = await hub.ask({url: `/v/${built.version}/${name}`});
      assert.equal(status, 200, name);
      assert.equal(headers['content-type'], type);
      assert.equal(headers['access-control-allow-origin'], '*');
      assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['set-cookie'], undefined);
      assert.equal(headers['x-ratelimit-limit'], undefined);
      assert.equal(text, await readFile(join(built.cdn, name), 'utf8'));
    }
  });

  it('come compressed to who understands it, and not at all to who has them', async () => {
    const hub = await hubOf();
    const url = `/v/${built.version}/core.js`;
    const plain = await readFile(join(built.cdn, 'core.js'));
    const answer = await hub.ask({url, headers: {'accept-encoding': 'gzip, br'}});
    assert.equal(answer.headers['content-encoding'], 'br');
    assert.equal(answer.headers['vary'], 'Accept-Encoding');
    assert.ok(Number(answer.headers['content-length']) < plain.length / 2);
    const again = await hub.ask({
      url,
      headers: {'if-none-match': String(answer.headers['etag']), 'accept-encoding': 'br'},
    });
    assert.equal(again.status, 304);
    assert.equal(again.text, '');
    assert.equal(again.headers['content-encoding'], undefined);
  });

  it('are what they were before they were compressed', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'core.js'), SCRIPT);
    const parts = {version: '1.2.3', folder, beside: folder, note: undefined};
    const file = (await new Release(parts).file('core.js'))!;
    assert.equal(brotliDecompressSync(await file.compressed('br')).toString(), SCRIPT);
    assert.equal(gunzipSync(await file.compressed('gzip')).toString(), SCRIPT);
    assert.equal(acceptedEncoding('br;q=0, GZIP;q=0.5'), 'gzip');
    assert.equal(acceptedEncoding('br;q=0.000'), undefined);
    assert.equal(acceptedEncoding(undefined), undefined);
  });

  it('are asked for each time as long as they were not released', async () => {
    const hub = await hubOf();
    const {headers} = await hub.ask({url: '/v/0.0.0/core.js'});
    assert.equal(headers['cache-control'], 'no-cache');
  });

  it('are no others: no folder above, no hidden file, no folder', async () => {
    const hub = await hubOf();
    for (const name of [
      '..%2fpackage.json',
      '%2e%2e%2fpackage.json',
      '..%5cpackage.json',
      '.hidden',
      'nothing.js',
      'core.js%00.txt',
      'sub%2fcore.js',
    ]) {
      const {status, headers} = await hub.ask({url: `/v/${built.version}/${name}`});
      assert.equal(status, 404, name);
      assert.match(String(headers['content-type']), /problem\+json/);
      assert.equal(headers['cache-control'], 'no-store');
    }
  });

  it('of a version that is not here: the answer says which one is', async () => {
    const hub = await hubOf();
    for (const version of ['9.9.9', '..', '0.0', 'constructor']) {
      const {status, body} = await hub.ask({url: `/v/${version}/core.js`});
      assert.equal(status, 404, version);
      if (version !== '..') assert.match(String(body.detail), /0\.0\.0/);
    }
  });

  it('of the moving alias lead to the version of today, without being kept', async () => {
    const hub = await hubOf();
    const {status, headers} = await hub.ask({url: '/v/latest/local-widgets.js'});
    assert.equal(status, 302);
    assert.equal(headers['location'], `/v/${built.version}/local-widgets.js`);
    assert.equal(headers['cache-control'], 'no-cache');
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal((await hub.ask({url: '/v/latest/nothing.js'})).status, 404);
    assert.equal((await hub.ask({url: '/v/latest/..%2f..%2fx'})).status, 404);
  });
});

describe('a released version', () => {
  it('may be kept for ever, also when the hub has another one now', async () => {
    const {hub} = await hubWithKept('1.4.2');
    const {text, headers} = await hub.ask({url: '/v/1.4.2/core.js'});
    assert.equal(text, SCRIPT);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    const zip = await hub.ask({url: '/v/1.4.2/local-widgets-1.4.2.zip'});
    assert.equal(zip.headers['content-type'], 'application/zip');
    assert.equal(
      zip.headers['content-disposition'],
      'attachment; filename="local-widgets-1.4.2.zip"',
    );
    assert.match(String(zip.headers['cache-control']), /immutable/);
  });

  it('may not when its bytes are others than those that were released', async () => {
    const {hub, folder} = await hubWithKept('1.4.2');
    await writeFile(join(folder, 'core.js'), 'export const answer = 43;\n');
    const {headers} = await hub.ask({url: '/v/1.4.2/core.js'});
    assert.equal(headers['cache-control'], 'no-cache');
  });

  it('is kept whole in the data folder, once', async () => {
    const [dist, kept] = [await emptyFolder(), await emptyFolder()];
    await released(dist, '1.4.2');
    const note = await readReleaseNote(join(dist, 'release.json'), '1.4.2');
    const release = new Release({version: '1.4.2', folder: dist, beside: dist, note});
    await Promise.all([keep(release, kept), keep(release, kept)]);
    assert.deepEqual(await readdir(kept), ['1.4.2']);
    assert.deepEqual((await readdir(join(kept, '1.4.2'))).sort(), [
      'core.js',
      'local-widgets-1.4.2.zip',
      'release.json',
    ]);
    await keep(release, kept);
    assert.deepEqual(await readdir(kept), ['1.4.2']);
  });

  it('is told from a source tree, whose files change under one version', async () => {
    const dist = await emptyFolder();
    await released(dist, '0.0.0');
    assert.equal(await readReleaseNote(join(dist, 'release.json'), '0.0.0'), undefined);
    await released(dist, '1.4.2');
    assert.equal(await readReleaseNote(join(dist, 'release.json'), '1.4.3'), undefined);
  });
});
