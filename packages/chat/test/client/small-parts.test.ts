import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {waitAfter} from '../../src/client/backoff.js';
import {ChatStore} from '../../src/client/chat-store.js';
import {EventStreamReader} from '../../src/client/event-stream.js';
import {randomSecret, randomUuid} from '../../src/client/random-names.js';
import {MemoryStorage, seededChance, TestClock} from '../support/world.js';

describe('names made by chance', () => {
  it('are UUIDs of version 4, and secrets of 43 characters, whatever the bytes', () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    for (const byte of [0, 62, 127, 255]) {
      const chance = {bytes: (count: number) => new Uint8Array(count).fill(byte)};
      assert.match(randomUuid(chance), uuid);
      assert.match(randomSecret(chance), /^[\w-]{43}$/);
    }
  });

  it('are others each time', () => {
    const chance = seededChance(1);
    const names = Array.from({length: 1000}, () => randomUuid(chance));
    assert.equal(new Set(names).size, 1000);
  });
});

describe('waits between tries', () => {
  it('are anything up to a bound that doubles to half a minute, never less than the hub asked', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 1e6}),
        fc.nat(1000),
        fc.nat(60),
        (failures, seed, after) => {
          const wait = waitAfter(failures, seededChance(seed), after);
          assert.ok(wait >= after * 1000);
          assert.ok(wait <= after * 1000 + Math.min(30_000, 500 * 2 ** Math.min(failures, 10)));
        },
      ),
    );
  });

  it('are spread, so that a thousand pages do not come back together', () => {
    const waits = Array.from({length: 1000}, (_, seed) => waitAfter(20, seededChance(seed)));
    const perSecond = new Map<number, number>();
    for (const wait of waits) {
      const second = Math.floor(wait / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    assert.ok(Math.max(...perSecond.values()) < 100, JSON.stringify([...perSecond]));
  });
});

describe('the reader of a stream', () => {
  it('reads the same events wherever the pieces end', () => {
    const text =
      ': hello\n\nevent: room\nid: a:1\ndata: {"a":1}\n\nevent: typing\r\ndata: x\r\ndata:y\r\n\r\n\n';
    const whole = new EventStreamReader().push(text);
    assert.deepEqual(whole, [
      {type: 'room', data: '{"a":1}'},
      {type: 'typing', data: 'x\ny'},
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), cuts => {
        const reader = new EventStreamReader();
        const at = [0, ...cuts.sort((one, other) => one - other), text.length];
        const events = at.slice(1).flatMap((end, index) => reader.push(text.slice(at[index], end)));
        assert.deepEqual(events, whole);
      }),
    );
  });
});

describe('what is kept of a chat', () => {
  const HUB = 'https://hub.example';
  const clock = new TestClock(new Date('2026-11-24T09:30:00Z'));
  const storeIn = (storage: Storage | undefined): ChatStore =>
    new ChatStore(HUB, {storage: () => storage, page: undefined, clock});
  const message = (id: string, order: number) =>
    ({id, room: 'r', order, at: '2026-11-24T09:30:00.000Z', text: id}) as const;

  it('leaves alone what is of another hub, or of somebody else', () => {
    const storage = new MemoryStorage();
    storage.setItem('theirs', '1');
    storage.setItem(`local-widgets:chat:${HUB}:8080`, '{"secret":"s","rooms":[],"version":1}');
    const store = storeIn(storage);
    store.chat = {secret: 's', rooms: []};
    store.keep(message('m', 1));
    store.chat = undefined;
    assert.deepEqual(storage.names, ['theirs', `local-widgets:chat:${HUB}:8080`]);
  });

  it('reads nothing into what it did not write', () => {
    for (const text of ['', '{', 'null', '[]', '{"secret":1,"version":1}', '{"version":99}']) {
      const storage = new MemoryStorage();
      storage.setItem(`local-widgets:chat:${HUB}`, text);
      storage.setItem(`local-widgets:chat:${HUB}|x`, text);
      assert.equal(storeIn(storage).chat, undefined, text);
    }
  });

  it('lives on in the page where the storage is full, and says so', () => {
    const storage = new MemoryStorage();
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const store = storeIn(storage);
    store.chat = {secret: 's', rooms: []};
    store.keep(message('b', 2));
    store.keep(message('a', 1));
    assert.equal(store.isVolatile, true);
    assert.equal(store.chat.secret, 's');
    assert.deepEqual(
      store.messages('r').map(({id}) => id),
      ['a', 'b'],
    );
    store.drop('a');
    assert.equal(store.messages().length, 1);
  });
});
