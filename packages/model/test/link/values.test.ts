import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {escapeItem, roundedDegrees, unescapeItem} from '../../src/link/values.js';

describe('an item of a list in a link', () => {
  for (const [item, written] of [
    ['label:AB', 'label:AB'],
    ['Bio, local, ici', 'Bio%2C local%2C ici'],
    ['100 % bio', '100 %25 bio'],
    ['%2C', '%252C'],
  ] as const) {
    it(`is ${written} for ${item}, and read back`, () => {
      assert.equal(escapeItem(item), written);
      assert.equal(unescapeItem(written), item);
    });
  }
});

describe('roundedDegrees', () => {
  it('tells three digits at most, and no zeros at the end', () => {
    assert.equal(roundedDegrees(-2.75991), '-2.76');
    assert.equal(roundedDegrees(47.65849), '47.658');
    assert.equal(roundedDegrees(48), '48');
  });
});
