import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {limitedAddress, truncateAddress} from '../../src/log/truncate-address.js';
import {forEachDatabase} from '../support/databases.js';
import {startChild} from '../support/hub-child.js';
import {addBusyShop, attempt, send, slotsOf} from '../support/load.js';

describe('addresses', () => {
  it('are cut to a network in the log', () => {
    for (const [address, cut] of [
      ['203.0.113.77', '203.0.113.0'],
      ['::ffff:203.0.113.77', '203.0.113.0'],
      ['2001:db8:aaaa:bbbb::1', '2001:db8:aaaa::'],
      ['::1', '0:0:0::'],
      ['2001:db8::5', '2001:db8:0::'],
      ['fe80::1%eth0', 'fe80:0:0::'],
      ['', 'unknown'],
    ] as const) {
      assert.equal(truncateAddress(address), cut, address);
    }
  });

  it('count as one for limits where a household has many', () => {
    assert.equal(limitedAddress('203.0.113.77'), '203.0.113.77');
    assert.equal(limitedAddress('2001:db8:a:b:1::2'), limitedAddress('2001:db8:a:b::9'));
    assert.notEqual(limitedAddress('2001:db8:a:b::1'), limitedAddress('2001:db8:a:c::1'));
  });
});

forEachDatabase((_name, open) => {
  it('tells of requests, and of nobody', async () => {
    const database = await open();
    await addBusyShop(database.db);
    const hub = await startChild(database, {logLevel: 'trace'});
    const answer = await send(hub.address, attempt(1, await slotsOf(hub.address)));
    const {token} = (await answer.json()) as {token: string};
    await fetch(`${hub.address}/api/orders/${token}`);
    await fetch(`${hub.address}/api/orders/${token}/erase`, {method: 'POST'});
    await fetch(`${hub.address}/sign-in?token=${token}`);
    await hub.stop();
    const log = hub.output().replace(/^(The hub listens|People reach|Set up).*$/gm, '');
    assert.match(log, /"route":"\/api\/shops\/:shop\/orders","status":201/);
    assert.match(log, /"route":"\/api\/orders\/:token","status":200/);
    assert.match(log, /"address":"127\.0\.0\.0"/);
    assert.doesNotMatch(log, /Anne|anne@example|"127\.0\.0\.1"/);
    assert.ok(!log.includes(token), 'no secret of an address');
    assert.doesNotMatch(log, /attempt-0000/);
  });
});
