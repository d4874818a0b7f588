import assert from 'node:assert/strict';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {afterEach, it} from 'node:test';
import {startBridges} from '../../src/bridges/start-bridges.js';
import type {After} from '../../src/after.js';
import {listening} from '../chat/support/chat-hub.js';
import {fileDatabase} from './support/file-database.js';
import {until} from './support/until.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('goes on without mails when their port is taken, and takes them in once it is free', async () => {
  const other = createServer();
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', () => resolve()));
  const {port} = other.address() as AddressInfo;
  const mail = {
    address: 'chat@reply.hub.example',
    acceptsAnySender: false,
    smtp: {host: '127.0.0.1', port},
  };
  const hub = await listening(await fileDatabase(), {settings: {bridges: {mail}}});
  closing.push(() => hub.stop());
  const waiting = new Map<() => void, number>();
  const after: After = (milliseconds, run) => {
    waiting.set(run, milliseconds);
    return () => waiting.delete(run);
  };
  const bridges = await startBridges(hub.context, {after});
  const stateOf = () =>
    hub.context.db
      .selectFrom('bridge_states')
      .selectAll()
      .where('bridge', '=', 'mail')
      .executeTakeFirst();
  const down = await until('it is told', stateOf);
  assert.deepEqual([down.state, down.fault], ['down', 'No mails are taken in (EADDRINUSE).']);
  await new Promise(resolve => other.close(resolve));
  const retry = await until('it will be tried again', () =>
    [...waiting].find(([, milliseconds]) => milliseconds === 30_000),
  );
  retry[0]();
  await until('it is up', async () => (await stateOf())?.state === 'up');
  await bridges.stop();
  assert.equal((await stateOf())?.state, 'down');
});
