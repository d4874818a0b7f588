import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hubTown} from '../../src/chat/hub-town.js';

// the rooms are written into the hub's tables by hand: this tells when a table has changed
test('a small town: what one says all hear, and what was missed comes when they are back', async () => {
  const heard: string[] = [];
  const size = {rooms: 2, visitors: 3, rate: 10, seconds: 1};
  const town = await hubTown(size, text => heard.push(text));
  try {
    await town.say(0, 'bonjour');
    await town.say(1, 'salut');
    while (heard.length < 2 * size.visitors) await new Promise(go => setTimeout(go, 5));
    assert.deepEqual(heard.toSorted(), [
      ...Array<string>(3).fill('bonjour'),
      ...Array<string>(3).fill('salut'),
    ]);

    const back = await town.comeBack?.(async () => {
      for (const room of [0, 1]) await town.say(room, '0');
    }, 1);
    assert.ok(back !== undefined && back > 0);
  } finally {
    await town.stop();
  }
});
