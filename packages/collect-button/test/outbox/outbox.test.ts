import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {BackEndError, type Attempt, type NewOrder, type Placed} from '../../src/back-ends/port.js';
import {Kept} from '../../src/basket/kept.js';
import {readOrder, type KeptOrder, type WaitingOrder} from '../../src/outbox/kept-order.js';
import {Outbox, type OutboxState} from '../../src/outbox/outbox.js';
import {MemoryStorage, Sleeps, TestClock, world, type World} from '../world.js';

const order: NewOrder = {
  mode: 'collect',
  slot: {startsAt: '2026-11-24T10:00:00.000Z'},
  lines: [{product: 'pain', quantity: 1}],
  expectedTotal: 420,
  contact: {name: 'Claire', telephone: '06 12 34 56 78'},
  payment: 'cash',
  contract: 'order',
  acceptsTerms: true,
  language: 'fr',
};

const placed: Placed = {
  code: 'K7P2',
  contract: 'order',
  mode: 'collect',
  timeZone: 'Europe/Paris',
  total: 420,
  count: 1,
};

const lost = (): BackEndError => new BackEndError('unreachable', 'no network');

/** Lets everything happen that waits for nothing. */
const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('the outbox', () => {
  let storage: MemoryStorage;
  let clock: TestClock;
  let sleeps: Sleeps;
  let outer: World;
  let attempts: Attempt[];
  /** What the back end does with each attempt, in turn; then it takes orders. */
  let fates: (Error | Promise<Placed>)[];
  let states: OutboxState['phase'][];
  let told: Placed[];

  /** A page with the outbox on it; the storage stays from one to the next. */
  function page(): {outbox: Outbox; kept: Kept<KeptOrder>} {
    const as = {name: 'order', read: readOrder};
    const kept = new Kept<KeptOrder>(as, outer, clock);
    const outbox: Outbox = new Outbox({
      kept,
      environment: outer,
      clock,
      place: async attempt => {
        attempts.push(attempt);
        const fate = fates.shift();
        if (fate instanceof Error) throw fate;
        return (await fate) ?? placed;
      },
      changed: () => states.push(outbox.state.phase),
      placed: order => told.push(order),
    });
    return {outbox, kept};
  }

  beforeEach(() => {
    storage = new MemoryStorage();
    clock = new TestClock(new Date('2026-11-24T08:00:00Z'));
    sleeps = new Sleeps();
    outer = world(storage, {sleep: sleeps.sleep});
    attempts = [];
    fates = [];
    states = [];
    told = [];
  });

  it('stores the order with its key before the first attempt', async () => {
    const {outbox} = page();
    fates.push(new Promise(() => undefined));
    void outbox.submit(order, '2026-11-24T09:00:00.000Z');
    await settle();
    const {value} = JSON.parse(storage.getItem('order')!) as {value: WaitingOrder};
    assert.equal(value.state, 'waiting');
    assert.equal(value.key, attempts[0]!.key);
    assert.match(value.key, /^[0-9a-f-]{36}$/);
    assert.deepEqual(value.order, order);
  });

  it('keeps the code and nothing about the person once the order is in', async () => {
    const {outbox, kept} = page();
    await outbox.submit(order, undefined);
    assert.deepEqual(kept.get(), {state: 'placed', placed});
    assert.doesNotMatch(storage.getItem('order')!, /Claire|06 12/);
    assert.deepEqual(told, [placed]);
    assert.equal(outbox.state.phase, 'idle');
  });

  it('tries again after 1, 2, 4 seconds with the same key until there is an answer', async () => {
    const {outbox} = page();
    fates.push(
      lost(),
      new BackEndError('in-progress', '', 409),
      new BackEndError('internal', '', 503),
    );
    const done = outbox.submit(order, undefined);
    for (let n = 0; n < 3; n++) {
      await settle();
      assert.equal(outbox.state.phase, 'waiting');
      sleeps.wake();
    }
    await done;
    assert.deepEqual(
      sleeps.lengths.map(ms => Math.floor(ms / 1000)),
      [1, 2, 4],
    );
    assert.equal(new Set(attempts.map(({key}) => key)).size, 1);
    assert.equal(attempts.length, 4);
    assert.deepEqual(told, [placed]);
  });

  it('never says more than "waiting" before the answer', async () => {
    const {outbox} = page();
    fates.push(lost());
    void outbox.submit(order, undefined);
    await settle();
    assert.deepEqual(states, ['sending', 'waiting']);
    assert.deepEqual(told, []);
  });

  it('hurries when the network is back', async () => {
    const {outbox} = page();
    fates.push(lost());
    const done = outbox.submit(order, undefined);
    await settle();
    outer.page.dispatchEvent(new Event('online'));
    await done;
    assert.equal(attempts.length, 2);
  });

  it('survives a reload', async () => {
    fates.push(lost(), lost());
    void page().outbox.submit(order, undefined);
    await settle();
    const second = page();
    const done = second.outbox.resume();
    await settle();
    assert.equal(second.outbox.state.phase, 'waiting');
    sleeps.wake();
    await done;
    assert.equal(new Set(attempts.map(({key}) => key)).size, 1);
    assert.equal(second.kept.get()?.state, 'placed');
  });

  it('does not send twice at a time, however often it is asked to', async () => {
    const {outbox} = page();
    let answer: (placed: Placed) => void = () => undefined;
    fates.push(new Promise(resolve => (answer = resolve)));
    const done = outbox.submit(order, undefined);
    await settle();
    await outbox.resume();
    await outbox.resume();
    answer(placed);
    await done;
    assert.equal(attempts.length, 1);
  });

  it('ends with a refusal, and forgets the order', async () => {
    const {outbox, kept} = page();
    fates.push(new BackEndError('slot-full', '', 409));
    await outbox.submit(order, undefined);
    assert.equal(outbox.state.phase, 'refused');
    assert.equal(kept.get(), undefined);
    assert.deepEqual(storage.names, []);
    assert.equal(attempts.length, 1);
  });

  it('keeps the order, and its key, when the server broke: its outcome is not known', async () => {
    const {outbox} = page();
    fates.push(new BackEndError('internal', '', 500));
    await outbox.submit(order, undefined);
    assert.equal(outbox.state.phase, 'broken');
    await outbox.resume();
    assert.equal(attempts.length, 2);
    assert.equal(attempts[0]!.key, attempts[1]!.key);
    assert.deepEqual(told, [placed]);
  });

  it('stops when the slot takes no more orders, also in the middle of a wait', async () => {
    const {outbox, kept} = page();
    fates.push(lost());
    const done = outbox.submit(order, '2026-11-24T08:00:00.500Z');
    await settle();
    assert.deepEqual(sleeps.lengths, [500]);
    clock.set('2026-11-24T08:00:00.500Z');
    sleeps.wake();
    await done;
    assert.equal(outbox.state.phase, 'too-late');
    assert.equal(attempts.length, 1);
    assert.equal(kept.get()?.state, 'waiting');
  });

  it('stops when another tab got the answer, or the person gave up', async () => {
    const {outbox, kept} = page();
    fates.push(lost());
    const done = outbox.submit(order, undefined);
    await settle();
    kept.set({state: 'placed', placed});
    sleeps.wake();
    await done;
    assert.equal(attempts.length, 1);
    assert.equal(outbox.state.phase, 'idle');

    fates.push(lost());
    const again = outbox.submit(order, undefined);
    await settle();
    outbox.abandon();
    await again;
    assert.equal(attempts.length, 2);
    assert.deepEqual(storage.names, []);
  });

  it('makes a new key for a new order', async () => {
    const {outbox} = page();
    await outbox.submit(order, undefined);
    await outbox.submit(order, undefined);
    assert.notEqual(attempts[0]!.key, attempts[1]!.key);
  });

  it('hands what one attempt noted to the next one', async () => {
    const {outbox} = page();
    fates.push(lost());
    const done = outbox.submit(order, undefined);
    attempts[0]!.note({id: '146'});
    await settle();
    sleeps.wake();
    await done;
    assert.deepEqual(attempts[1]!.memo, {id: '146'});
  });
});

describe('an order that is kept', () => {
  const now = new Date('2026-11-26T08:00:00Z');

  it('is forgotten a day after its slot, or its limit', () => {
    const waiting = (orderUntil: string) => ({state: 'waiting', key: 'k', order, orderUntil});
    assert.ok(readOrder(waiting('2026-11-25T09:00:00.000Z'), now));
    assert.equal(readOrder(waiting('2026-11-25T07:00:00.000Z'), now), undefined);
    const done = (endsAt: string) => ({state: 'placed', placed: {...placed, endsAt}});
    assert.ok(readOrder(done('2026-11-25T09:00:00.000Z'), now));
    assert.equal(readOrder(done('2026-11-25T07:00:00.000Z'), now), undefined);
  });

  it('is none when it is not ours', () => {
    for (const value of [{}, {state: 'waiting'}, {state: 'placed', placed: {}}, {state: 'x'}]) {
      assert.equal(readOrder(value, now), undefined);
    }
  });
});
