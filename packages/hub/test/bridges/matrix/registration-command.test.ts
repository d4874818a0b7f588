import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, it} from 'node:test';
import {main} from '../../../src/cli/main.js';

const folder = await mkdtemp(join(tmpdir(), 'hub-cli-'));
after(() => rm(folder, {recursive: true, force: true}));

async function run(bridges: object, ...args: string[]) {
  const file = join(folder, 'hub.json');
  await writeFile(file, JSON.stringify({publicUrl: 'https://hub.example', bridges}));
  let out = '';
  const add = (line: string) => (out += `${line}\n`);
  const env = {LOCAL_HUB_DATA: folder, LOCAL_HUB_CONFIG: file};
  const io = {env, cwd: folder, out: add, fail: add, untilStopped: () => Promise.resolve()};
  return {code: await main(args, io), out};
}

it('prints the registration for a homeserver, the same each time', async () => {
  const bridges = {matrix: {homeserver: 'https://matrix.example', domain: 'town.example'}};
  const first = await run(bridges, 'matrix-registration');
  assert.equal(first.code, 0, first.out);
  assert.match(
    first.out,
    /^id: "local-widgets-hub"\nurl: "https:\/\/hub\.example"\nas_token: "[\w-]{43}"\n/,
  );
  assert.deepEqual(await run(bridges, 'matrix-registration'), first);
});

it('says what is missing for it', async () => {
  const {code, out} = await run({}, 'matrix-registration');
  assert.equal(code, 1);
  assert.match(out, /Set bridges\.matrix\.homeserver/);
});
