import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Value} from 'typebox/value';
import {collectionCode} from '../../src/order/codes.js';
import {Order} from '../../src/schemas/order.js';

describe('collectionCode', () => {
  it('is what the schema of an order wants', () => {
    const bytes = fc.uint8Array({minLength: 64, maxLength: 64});
    fc.assert(
      fc.property(bytes, random => {
        assert.ok(Value.Check(Order.properties.code, collectionCode(random)));
      }),
      {seed: 11},
    );
  });

  it('holds nothing that can be misread, and no vowel to make a word', () => {
    const all = Array.from({length: 240}, (_, byte) =>
      collectionCode(new Uint8Array(5).fill(byte)),
    );
    assert.doesNotMatch(all.join(''), /[01IOBGSZAEUY]/);
    assert.equal(new Set(all).size, 24);
  });

  it('gives every character as often as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const letter = collectionCode(Uint8Array.of(byte, 0, 0, 0, 0, 0))[0]!;
      if (byte < 240) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    assert.equal(counts.size, 24);
    assert.deepEqual(new Set(counts.values()), new Set([10]));
  });

  it('leaves out the bytes that would favour some', () => {
    assert.equal(collectionCode(Uint8Array.of(240, 0, 255, 1, 2, 250, 3, 4)), '23456');
  });

  it('refuses to be shorter than it should be', () => {
    assert.throws(() => collectionCode(Uint8Array.of(1, 2, 3, 4)), RangeError);
    assert.throws(() => collectionCode(new Uint8Array(16).fill(255)), RangeError);
  });
});
