import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {randomUuid} from '../src/chance.js';
import {countingChance} from './world.js';

describe('a random UUID', () => {
  it('has the form of version 4, whatever the bytes', () => {
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const byte of [0, 127, 255]) {
      assert.match(randomUuid({bytes: count => new Uint8Array(count).fill(byte)}), form);
    }
  });

  it('is another one each time', () => {
    const chance = countingChance();
    assert.notEqual(randomUuid(chance), randomUuid(chance));
  });
});
