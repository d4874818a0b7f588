import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {describe, it} from 'node:test';
import {forgetHolder, isGone, leaseHolder} from '../../src/bridges/pump/lease-holder.js';
import {testChance} from '../support/fixtures.js';

const skip = existsSync('/proc/self/ns/pid') ? false : 'only Linux tells where processes run';

describe('the holder of a lease', {skip}, () => {
  const self = leaseHolder(testChance(1));
  const [space] = self.split(' ');

  it('is not gone while its process runs', async () => {
    assert.equal(isGone(self), false);
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600000)']);
    const other = `${space} ${child.pid} abc`;
    assert.equal(isGone(other), false);
    const ended = new Promise(resolve => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    assert.equal(isGone(other), true);
  });

  it('is gone when we have its process id, unless it is another hub of this process', () => {
    const other = leaseHolder(testChance(2));
    assert.equal(isGone(other), false);
    forgetHolder(other);
    assert.equal(isGone(other), true);
  });

  it('is not known to be gone elsewhere', () => {
    assert.equal(isGone('another-machine_pid:[1] 1 abc'), false);
    assert.equal(isGone('whatever'), false);
  });
});
