import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {byFunction, byPackage, packageOf, type CpuProfile} from '../../src/hub/profile-shares.js';

const frame = (functionName: string, url = '') => ({functionName, url, lineNumber: 9});
const ORDERS = 'file:///any/packages/hub/dist/orders/place-order.js';
const KYSELY = 'file:///any/node_modules/kysely/dist/index.js';

const profile: CpuProfile = {
  nodes: [
    {id: 1, callFrame: frame('(root)'), children: [2, 4]},
    {id: 2, callFrame: frame('writeOrder', ORDERS), children: [3]},
    {id: 3, callFrame: frame('compile', KYSELY)},
    {id: 4, callFrame: frame('(idle)')},
  ],
  samples: [2, 3, 3, 4],
  timeDeltas: [1000, 2000, 3000, 9000],
};

describe('packageOf', () => {
  it('names rooms of ours, packages, parts of Node and what has no source', () => {
    assert.equal(packageOf(frame('a', ORDERS)), 'hub/orders');
    assert.equal(packageOf(frame('a', KYSELY)), 'kysely');
    assert.equal(
      packageOf(frame('a', 'file:///x/node_modules/@fastify/cors/i.js')),
      '@fastify/cors',
    );
    assert.equal(packageOf(frame('a', 'node:internal/streams/x')), 'node: internal');
    assert.equal(packageOf(frame('writev')), 'native');
  });
});

describe('shares of a profile', () => {
  it('have what a function calls in its total only', () => {
    const [first, second] = byFunction(profile);
    assert.deepEqual(first, {
      name: 'writeOrder  hub/dist/orders/place-order.js:10',
      own: 1,
      total: 6,
    });
    assert.deepEqual(second, {name: 'compile  kysely/dist/index.js:10', own: 5, total: 5});
  });

  it('of packages begin with the greatest own time', () => {
    const names = byPackage(profile).map(({name, own}) => `${name} ${own}`);
    assert.deepEqual(names.slice(0, 3), ['(idle) 9', 'kysely 5', 'hub/orders 1']);
  });
});
