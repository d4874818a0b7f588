import assert from 'node:assert/strict';
import {once} from 'node:events';
import {connect} from 'node:net';
import {it} from 'node:test';
import {readConfig} from '../../src/config/read-config.js';
import {startHub} from '../../src/hub.js';
import {forEachDatabase} from '../support/databases.js';
import {addShop, testChance, testClock} from '../support/fixtures.js';

forEachDatabase((_name, open) => {
  it('starts on a free port, knows its own address, and streams end when it stops', async () => {
    const database = await open();
    await addShop(database.db);
    const env = {...database.env, PORT: '0', LOCAL_HUB_LOG_LEVEL: 'silent'};
    const config = readConfig({env, cwd: '/'});
    const hub = await startHub({
      config,
      clock: testClock(),
      chance: testChance(),
      isManual: true,
    });
    assert.equal(hub.context.config.publicUrl, hub.address);
    const shops = await fetch(`${hub.address}/api/shops`, {headers: {origin: hub.address}});
    assert.equal(shops.headers.get('access-control-allow-origin'), hub.address);
    await hub.stop();
    assert.equal(hub.context.events.closed.aborted, true);
    await assert.rejects(fetch(hub.address));
  });

  it(
    'does not wait for connections that browsers opened ahead',
    {timeout: 20_000},
    async ({signal}) => {
      const database = await open();
      const env = {...database.env, PORT: '0', LOCAL_HUB_LOG_LEVEL: 'silent'};
      const hub = await startHub({config: readConfig({env, cwd: '/'}), isManual: true});
      const socket = connect(Number(new URL(hub.address).port), '127.0.0.1');
      await once(socket, 'connect');
      signal.addEventListener('abort', () => socket.destroy());
      // whoever came first was let in first
      await fetch(`${hub.address}/healthz`);
      await hub.stop();
      socket.destroy();
    },
  );

  it('leaves nothing open when its port is taken', async () => {
    const database = await open();
    const env = {...database.env, PORT: '0', LOCAL_HUB_LOG_LEVEL: 'silent'};
    const first = await startHub({config: readConfig({env, cwd: '/'}), isManual: true});
    const port = new URL(first.address).port;
    const config = readConfig({env: {...env, PORT: port}, cwd: '/'});
    await assert.rejects(startHub({config, isManual: true}), {code: 'EADDRINUSE'});
    await first.stop();
    const again = await startHub({config, isManual: true});
    await again.stop();
  });
});
