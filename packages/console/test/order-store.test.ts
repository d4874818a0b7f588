import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {HubError} from '../src/api/hub-error.js';
import {OrderStore} from '../src/live/order-store.js';
import {order} from './town.js';

describe('the orders of the desk', () => {
  let store: OrderStore;
  const anne = order({name: 'Anne', startsIn: 60});
  const bruno = order({name: 'Bruno', startsIn: 30});
  const accepted = {
    ...anne,
    state: 'accepted' as const,
    history: [
      ...anne.history,
      {state: 'accepted' as const, at: anne.createdAt, by: 'shop' as const},
    ],
  };

  beforeEach(() => {
    store = new OrderStore();
    store.replace([anne, bruno]);
  });

  const names = (): (string | undefined)[] => store.orders.map(({contact}) => contact?.name);

  it('stand in the order of their slots', () => {
    assert.deepEqual(names(), ['Bruno', 'Anne']);
  });

  it('show a change before the hub has taken it, and only one at a time', () => {
    assert.equal(store.want(anne.id, 'accepted'), true);
    assert.equal(store.get(anne.id)?.state, 'accepted');
    assert.equal(store.want(anne.id, 'ready'), false);
    assert.equal(store.want('nobody', 'ready'), false);
  });

  it('are as they were when the hub does not agree', () => {
    store.want(anne.id, 'accepted');
    store.takeBack(anne.id, {to: 'accepted', error: new HubError('unreachable')});
    assert.equal(store.get(anne.id)?.state, 'received');
    assert.equal(store.failed.get(anne.id)?.to, 'accepted');
    store.want(anne.id, 'accepted');
    assert.equal(store.failed.has(anne.id), false);
  });

  it('keep the later of two pieces of news, in whatever order they come', () => {
    store.confirm(accepted);
    assert.equal(store.put(anne), false);
    assert.equal(store.get(anne.id)?.state, 'accepted');
    store.replace([anne]);
    assert.equal(store.get(anne.id)?.state, 'accepted');
  });

  it('tell which ones are new, but not on the first list', () => {
    assert.deepEqual(new OrderStore().replace([anne]), []);
    const chloe = order({name: 'Chloé'});
    assert.deepEqual(store.replace([anne, chloe]), [chloe]);
    assert.deepEqual(names(), ['Anne', 'Chloé']);
    assert.equal(store.put(order()), true);
  });

  it('tell an order as new when the list was empty before', () => {
    const empty = new OrderStore();
    empty.replace([]);
    assert.deepEqual(empty.replace([anne]), [anne]);
  });
});
