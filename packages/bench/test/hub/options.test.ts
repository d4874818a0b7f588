import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseOptions} from '../../src/hub/options.js';

describe('the options of the bench of the hub', () => {
  it('measure everything when nothing is said', () => {
    const {engines, only, orders, rounds} = parseOptions([]);
    assert.deepEqual(engines, ['sqlite', 'postgres']);
    assert.deepEqual(only, ['hub', 'quiet', 'hand', 'bare']);
    assert.deepEqual([orders, rounds], [1000, 3]);
  });

  it('take names in any order', () => {
    assert.deepEqual(parseOptions(['--only', 'hand,hub']).only, ['hub', 'hand']);
  });

  it('refuse what nobody knows, and numbers that make no sense', () => {
    assert.throws(() => parseOptions(['--engines', 'mysql']), /sqlite, postgres, not "mysql"/);
    assert.throws(() => parseOptions(['--only', '']), /--only/);
    assert.throws(() => parseOptions(['--orders', '0']), /from 1 to 100000, not "0"/);
    assert.throws(() => parseOptions(['--seconds', '1.5']), /--seconds/);
  });
});
