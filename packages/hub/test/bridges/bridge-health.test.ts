import assert from 'node:assert/strict';
import {it} from 'node:test';
import {takeLease} from '../../src/bridges/pump/lease.js';
import {tellState} from '../../src/bridges/pump/states.js';
import {tidy} from '../../src/bridges/tidy.js';
import {eraseConversation} from '../../src/chat/rooms/erase-room.js';
import {addChatShop, listening} from '../chat/support/chat-hub.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {TestRoom} from './support/chat-room.js';

forEachDatabase((_name, open) => {
  const start = async () => {
    const database = await open();
    const clock = testClock();
    const account = {host: '127.0.0.1', port: 1, domain: 'chat.x.example', secret: 's'};
    const settings = {
      bridges: {xmpp: account, mail: {address: 'chat@x.fr', acceptsAnySender: false}},
    };
    const hub = await listening(database, {clock, settings});
    await addChatShop(database.db);
    return {hub, clock, db: database.db, context: hub.context};
  };

  it('tells how each bridge is, and that the hub works without it', async () => {
    const {hub, clock, db} = await start();
    const health = async () => {
      const answer = await fetch(`${hub.address}/healthz`);
      const {status, bridges} = (await answer.json()) as {status: string; bridges: object[]};
      assert.deepEqual([answer.status, status], [200, 'ok']);
      return bridges;
    };
    const fault = 'No process of the hub runs it.';
    assert.deepEqual(await health(), [
      {bridge: 'xmpp', state: 'down', fault, waiting: 0},
      {bridge: 'mail', state: 'down', fault, waiting: 0},
    ]);
    const since = clock.now().toISOString();
    await takeLease(db, {name: 'bridges', holder: 'somebody', now: clock.now()});
    await tellState(db, 'xmpp', {state: 'up'}, clock.now());
    await tellState(db, 'mail', {state: 'down', fault: 'No port.'}, clock.now());
    assert.deepEqual(await health(), [
      {bridge: 'xmpp', state: 'up', since, waiting: 0},
      {bridge: 'mail', state: 'down', since, fault: 'No port.', waiting: 0},
    ]);
    clock.pass(1);
    await tellState(db, 'xmpp', {state: 'up'}, clock.now());
    // whoever ran it is silent
    assert.deepEqual((await health())[0], {
      bridge: 'xmpp',
      state: 'down',
      since,
      fault,
      waiting: 0,
    });
    await tellState(db, 'mail', {state: 'up'}, clock.now());
    const metrics = await (await fetch(`${hub.address}/metrics`)).text();
    assert.match(metrics, /hub_bridge_up\{bridge="mail"\} 1/);
    assert.match(metrics, /hub_bridge_up\{bridge="xmpp"\} 0/);
    assert.match(metrics, /hub_bridge_waiting\{bridge="xmpp"\} 0/);
    await hub.stop();
  });

  it('forgets what an erased conversation was called elsewhere, once that is told there', async () => {
    const {hub, clock, db, context} = await start();
    const room = await TestRoom.begin(context, {contact: {name: 'Marie'}});
    await room.visitorSays('Bonjour');
    await db
      .insertInto('bridge_rooms')
      .values({bridge: 'xmpp', room_id: room.id, remote_id: 'marie.7f3a', data: null})
      .execute();
    const note = {bridge: 'xmpp', direction: 'in', at: clock.now().getTime()};
    await db
      .insertInto('bridge_messages')
      .values([
        {...note, remote_id: 'one', room_id: room.id, message_id: 'x'},
        {...note, remote_id: 'transaction 1', room_id: null, message_id: null},
      ])
      .execute();
    await db
      .insertInto('bridge_cursors')
      .values({bridge: 'xmpp', room_id: room.id, address: 'a@b.fr', seq: 1, tries: 0})
      .execute();
    await eraseConversation(context, room.id);
    const names = async () =>
      [
        ...(await db.selectFrom('bridge_rooms').select('remote_id').execute()),
        ...(await db.selectFrom('bridge_messages').select('remote_id').execute()),
      ].map(({remote_id}) => remote_id);
    await tidy(context);
    assert.deepEqual(await names(), ['marie.7f3a', 'one', 'transaction 1'], 'not told yet');
    const {last_seq: seq} = (await room.load()).row;
    await db.updateTable('bridge_cursors').set({seq}).execute();
    await tidy(context);
    assert.deepEqual(await names(), ['transaction 1']);
    clock.pass(8 * 24 * 60);
    await tidy(context);
    assert.deepEqual(await names(), []);
    await hub.stop();
  });
});
