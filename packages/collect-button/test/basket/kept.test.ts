import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Kept} from '../../src/basket/kept.js';
import {MemoryStorage, storageEvent, TestClock, world} from '../world.js';

const NAME = 'local-widgets:test';
const START = new Date('2026-11-24T08:00:00Z');

function kept(storage: Storage | undefined, clock = new TestClock(START), page?: EventTarget) {
  const read = (value: unknown): string | undefined =>
    typeof value === 'string' ? value : undefined;
  return new Kept({name: NAME, read}, world(storage, page && {page}), clock);
}

describe('a kept value', () => {
  it('writes nothing before it is set', () => {
    const storage = new MemoryStorage();
    kept(storage).get();
    assert.deepEqual(storage.names, []);
  });

  it('is there on the next page', () => {
    const storage = new MemoryStorage();
    kept(storage).set('pain');
    assert.equal(kept(storage).get(), 'pain');
  });

  it('is gone, also from storage, once it is erased', () => {
    const storage = new MemoryStorage();
    const value = kept(storage);
    value.set('pain');
    value.set(undefined);
    assert.equal(value.get(), undefined);
    assert.deepEqual(storage.names, []);
  });

  it('is erased after 30 days', () => {
    const storage = new MemoryStorage();
    kept(storage).set('pain');
    assert.equal(kept(storage, new TestClock(new Date('2026-12-24T07:59:00Z'))).get(), 'pain');
    assert.equal(kept(storage, new TestClock(new Date('2026-12-24T08:01:00Z'))).get(), undefined);
    assert.deepEqual(storage.names, []);
  });

  it('ignores and erases what is not ours, or of another version', () => {
    for (const text of ['{', '7', 'null', '{"version":2,"at":1,"value":"pain"}', '{"value":3}']) {
      const storage = new MemoryStorage();
      storage.setItem(NAME, text);
      assert.equal(kept(storage).get(), undefined, text);
    }
  });

  it('lives in memory where storage is absent, refused or full', () => {
    const full = new MemoryStorage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    for (const storage of [undefined, full]) {
      const value = kept(storage);
      value.set('pain');
      assert.equal(value.get(), 'pain');
    }
    const refused = new Kept(
      {name: NAME, read: value => value as string},
      {
        storage: () => {
          throw new DOMException('denied', 'SecurityError');
        },
        page: undefined,
      },
      new TestClock(START),
    );
    refused.set('pain');
    assert.equal(refused.get(), 'pain');
  });

  it('follows other tabs while somebody listens', () => {
    const storage = new MemoryStorage();
    const page = new EventTarget();
    const value = kept(storage, undefined, page);
    let told = 0;
    const end = value.subscribe(() => told++);
    kept(storage).set('pain');
    page.dispatchEvent(storageEvent('another'));
    assert.equal(told, 0);
    page.dispatchEvent(storageEvent(NAME));
    assert.equal(value.get(), 'pain');
    storage.clear();
    page.dispatchEvent(storageEvent(null));
    assert.equal(value.get(), undefined);
    assert.equal(told, 2);
    end();
    page.dispatchEvent(storageEvent(NAME));
    assert.equal(told, 2);
  });
});
