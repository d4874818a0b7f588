import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {generated} from '../../src/map/data-sets.js';

describe('generated places', () => {
  it('are as many as asked for and the same every time', () => {
    const one = generated(100);
    assert.equal(JSON.parse(one.body.toString()).features.length, 100);
    assert.deepEqual(one, generated(100));
  });
});
