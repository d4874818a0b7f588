import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {canGo, holdsSlot, isFinal, isUndo, nextStates, undoState} from '../../src/order/states.js';
import type {OrderActor, OrderState} from '../../src/schemas/order.js';

const STATES: OrderState[] = [
  'received',
  'accepted',
  'ready',
  'collected',
  'refused',
  'cancelled',
  'expired',
  'no-show',
];
const ACTORS: OrderActor[] = ['customer', 'shop', 'hub'];

interface Step {
  from: OrderState;
  to: OrderState;
  by: OrderActor;
}
const STEPS: Step[] = STATES.flatMap(from =>
  ACTORS.flatMap(by => nextStates(from, by).map(to => ({from, to, by}))),
);
const forward = STEPS.filter(({from, to}) => !isUndo(from, to));

/** A way through the states from `received`: each number chooses among the steps there are. */
const paths = fc.array(fc.nat(), {maxLength: 40}).map(choices => {
  const path: OrderState[] = ['received'];
  for (const choice of choices) {
    const steps = STEPS.filter(({from}) => from === path.at(-1));
    if (!steps.length) break;
    path.push(steps[choice % steps.length]!.to);
  }
  return path;
});

describe('states of an order', () => {
  it('lead from the order to the counter', () => {
    assert.ok(canGo('received', 'accepted', 'shop'));
    assert.ok(canGo('accepted', 'ready', 'shop'));
    assert.ok(canGo('ready', 'collected', 'shop'));
    assert.ok(canGo('accepted', 'collected', 'shop'), 'handed over without being called ready');
  });

  it('let the hub accept, expire and close, and nothing that needs a look at the shelf', () => {
    assert.deepEqual(nextStates('received', 'hub'), ['accepted', 'expired', 'cancelled']);
    assert.deepEqual(nextStates('accepted', 'hub'), ['no-show', 'cancelled']);
    assert.deepEqual(nextStates('ready', 'hub'), ['no-show']);
    assert.ok(!canGo('received', 'refused', 'hub'));
    assert.ok(!canGo('ready', 'collected', 'hub'));
  });

  it('let a customer cancel what is not collected, and nothing else', () => {
    for (const from of STATES) {
      const isOpen = ['received', 'accepted', 'ready'].includes(from);
      assert.deepEqual(nextStates(from, 'customer'), isOpen ? ['cancelled'] : []);
    }
  });

  it('offer the shop the usual next step first', () => {
    assert.equal(nextStates('received', 'shop')[0], 'accepted');
    assert.equal(nextStates('accepted', 'shop')[0], 'ready');
    assert.equal(nextStates('ready', 'shop')[0], 'collected');
    assert.equal(nextStates('no-show', 'shop')[0], 'collected');
  });

  it('refuse before and cancel after the acceptance', () => {
    assert.ok(canGo('received', 'refused', 'shop') && !canGo('received', 'cancelled', 'shop'));
    assert.ok(canGo('accepted', 'cancelled', 'shop') && !canGo('accepted', 'refused', 'shop'));
  });

  it('never go from a state into itself', () => {
    for (const {from, to} of STEPS) assert.notEqual(from, to);
  });

  it('are all reached from the order', () => {
    const reached = new Set<OrderState>(['received']);
    for (const state of reached) {
      for (const {from, to} of STEPS) if (from === state) reached.add(to);
    }
    assert.deepEqual([...reached].sort(), [...STATES].sort());
  });

  it('have no dead end before a final state', () => {
    for (const state of STATES) {
      assert.equal(
        forward.some(({from}) => from === state),
        !isFinal(state) || state === 'no-show',
        state,
      );
    }
  });

  it('can always be brought to an end by the hub and the clock alone', () => {
    for (const state of STATES.filter(one => !isFinal(one))) {
      assert.ok(nextStates(state, 'hub').some(isFinal), state);
    }
  });

  it('end on every way when nothing is undone', () => {
    const longest = (state: OrderState, seen: OrderState[] = []): number => {
      assert.ok(!seen.includes(state), `a circle: ${[...seen, state].join(' → ')}`);
      const lengths = forward
        .filter(({from}) => from === state)
        .map(({to}) => 1 + longest(to, [...seen, state]));
      return Math.max(0, ...lengths);
    };
    assert.equal(longest('received'), 4);
  });

  it('never take a slot again that was given back', () => {
    fc.assert(
      fc.property(paths, path => {
        const held = path.map(holdsSlot);
        assert.ok(!held.includes(false) || !held.slice(held.indexOf(false)).includes(true));
      }),
      {seed: 4},
    );
  });

  it('give the slot back only when nothing is handed out, and keep it for who did not come', () => {
    assert.deepEqual(
      STATES.filter(state => !holdsSlot(state)),
      ['refused', 'cancelled', 'expired'],
    );
  });
});

describe('undoing', () => {
  const at = '2026-11-22T09:30:00.000Z';
  const history = (...states: OrderState[]) =>
    states.map(state => ({state, at, by: 'shop' as const}));

  it('is for the shop alone', () => {
    for (const {from, to, by} of STEPS) if (isUndo(from, to)) assert.equal(by, 'shop');
  });

  it('is offered for a step that goes back to the one before', () => {
    assert.equal(undoState(history('received', 'accepted', 'ready')), 'accepted');
    assert.equal(undoState(history('received', 'accepted', 'ready', 'collected')), 'ready');
    assert.equal(undoState(history('received', 'accepted', 'collected')), 'accepted');
    assert.equal(undoState(history('received', 'accepted', 'ready', 'no-show')), 'ready');
  });

  it('is not offered for a promise, for what gave its slot back, nor twice', () => {
    assert.equal(undoState(history('received')), undefined);
    assert.equal(undoState(history('received', 'accepted')), undefined);
    assert.equal(undoState(history('received', 'refused')), undefined);
    assert.equal(undoState(history('accepted', 'cancelled')), undefined);
    assert.equal(undoState(history('accepted', 'ready', 'accepted')), undefined);
    assert.equal(undoState([]), undefined);
  });

  it('offers only what the shop may do', () => {
    fc.assert(
      fc.property(paths, path => {
        const state = undoState(history(...path));
        assert.ok(state === undefined || canGo(path.at(-1)!, state, 'shop'));
      }),
      {seed: 5},
    );
  });
});
