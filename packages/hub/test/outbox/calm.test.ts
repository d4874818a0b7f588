import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Calm} from '../../src/outbox/calm.js';

describe('calm', () => {
  it('is not the moment between two orders of a rush', () => {
    const calm = new Calm();
    const looks = [1, 2, 3, 4].map(begun => calm.look(false, begun));
    assert.deepEqual(looks, [false, false, false, false]);
  });

  it('is when nothing was begun for two looks, and stays until the next order', () => {
    const calm = new Calm();
    const looks = [7, 7, 7, 7, 8, 8, 8].map(begun => calm.look(false, begun));
    assert.deepEqual(looks, [false, false, true, true, false, false, true]);
  });

  it('is not while an order is written, however long that takes', () => {
    const calm = new Calm();
    const looks = [false, true, true, true, false, false].map(isWriting => calm.look(isWriting, 1));
    assert.deepEqual(looks, [false, false, false, false, false, true]);
  });
});
