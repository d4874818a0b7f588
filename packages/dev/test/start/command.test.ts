import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runCommand} from '../../src/run-command.js';
import {root} from '../../src/root.js';
import {serve} from '../helpers.js';

const start = (...args: string[]): ReturnType<typeof runCommand> =>
  runCommand([process.execPath, `${root}/packages/dev/bin/start.mjs`, ...args]);

describe('npm start', () => {
  it('says how to choose another port when its own is in use', async test => {
    const origin = await serve(test);
    const {port} = new URL(origin);
    const {code, output} = await start('--port', port);
    assert.equal(code, 1);
    assert.equal(
      output,
      `Port ${port} is in use; choose another one: npm start -- --port ${Number(port) + 1}\n`,
    );
  });

  it('says how to choose another port for the hub when that one is in use', async test => {
    const {port} = new URL(await serve(test));
    const {code, output} = await start('--port', '0', '--hub-port', port);
    assert.equal(code, 1);
    assert.equal(
      output,
      `Port ${port} is in use; choose another one: npm start -- --hub-port ${Number(port) + 1}\n`,
    );
  });

  it('explains its options on a wrong one', async () => {
    const {code, output} = await start('--colour', 'red');
    assert.equal(code, 2);
    assert.match(output, /Unknown option '--colour'[^]*Usage: npm start/);
  });

  it('stops with a sentence when the places cannot be read', async () => {
    const {code, output} = await start('--places', 'nowhere.geojson');
    assert.equal(code, 1);
    assert.equal(output, 'The file of --places cannot be read: nowhere.geojson\n');
  });
});
