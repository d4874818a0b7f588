import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {runCommand} from '@local-widgets/dev/src/run-command.js';
import {TOPICS} from '../src/topics.js';

const main = ['--import', 'tsx', 'packages/bench/src/main.ts'];

describe('npm run bench', () => {
  it('has something to run for each topic', () => {
    for (const {entry} of TOPICS) {
      const file = fileURLToPath(new URL(`../src/${entry}`, import.meta.url));
      assert.ok(existsSync(file), entry);
    }
  });

  it('lists all topics', async () => {
    const {code, output} = await runCommand([process.execPath, ...main, '--help']);
    assert.equal(code, 0);
    for (const {name} of TOPICS) assert.match(output, new RegExp(`^  ${name} `, 'm'));
  });

  it('refuses a topic that nobody knows', async () => {
    const {code, output} = await runCommand([process.execPath, ...main, 'weather']);
    assert.equal(code, 1);
    assert.match(output, /no topic "weather"/);
  });

  it('hands options on', async () => {
    const {code, output} = await runCommand([process.execPath, ...main, 'events', '--sizes', 'x']);
    assert.equal(code, 1);
    assert.match(output, /--sizes needs whole numbers from 1 with commas, not "x"/);
  });
});
