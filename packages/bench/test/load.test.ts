import assert from 'node:assert/strict';
import {it} from 'node:test';
import {runCommand} from '@local-widgets/dev/src/run-command.js';

it('a small hub under load answers everything, and its backup is whole', async () => {
  const size = ['--shops', '3', '--products', '60', '--orders', '600', '--seconds', '1'];
  const command = ['--import', 'tsx', 'packages/bench/src/load/main.ts', ...size];
  const {code, output} = await runCommand([process.execPath, ...command, '--connections', '2']);
  assert.equal(code, 0, output);
  assert.match(output, /an order, while a backup is taken +\d+/);
  assert.match(output, /restored in [\d.]+ s: \d+ orders, whole/);
});
