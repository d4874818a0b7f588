import assert from 'node:assert/strict';
import {afterEach, it} from 'node:test';
import {Refused} from '../../src/bridges/bridge.js';
import {releaseLease, takeLease} from '../../src/bridges/pump/lease.js';
import {Pump} from '../../src/bridges/pump/pump.js';
import {runBridges} from '../../src/bridges/run-bridges.js';
import {markRoom} from '../../src/chat/log/marks.js';
import type {Hub} from '../../src/hub.js';
import {openDatabase} from '../../src/database/open-database.js';
import {addChatShop, listening} from '../chat/support/chat-hub.js';
import {forEachDatabase} from '../support/databases.js';
import type {TestDatabase} from '../support/databases.js';
import {NOW, testClock} from '../support/fixtures.js';
import {TestRoom} from './support/chat-room.js';
import {FakeBridge} from './support/fake-bridge.js';
import {until} from './support/until.js';

const XMPP = {chat: {xmpp: 'paul@fournil.example'}};

forEachDatabase((_name, open) => {
  const running: Hub[] = [];
  afterEach(async () => {
    for (const hub of running.splice(0)) await hub.stop();
  });

  const hubOn = async (database?: TestDatabase) => {
    const own = database ?? (await open());
    const clock = testClock();
    const hub = await listening(own, {clock});
    await addChatShop(own.db, XMPP);
    running.push(hub);
    return {database: own, clock, context: hub.context};
  };

  it('delivers every message once, in order, from several rooms', async () => {
    const {context} = await hubOn();
    const rooms = await Promise.all(Array.from({length: 6}, () => TestRoom.begin(context)));
    for (let at = 0; at < 5; at++) for (const room of rooms) await room.visitorSays(`n° ${at}`);
    const bridge = new FakeBridge();
    const pump = new Pump(context, bridge);
    await pump.look();
    await pump.look();
    for (const {id} of rooms) {
      assert.deepEqual(bridge.textsOf(id), ['n° 0', 'n° 1', 'n° 2', 'n° 3', 'n° 4']);
    }
  });

  it('goes on where it was when the other side was away', async () => {
    const {context} = await hubOn();
    const room = await TestRoom.begin(context);
    const bridge = new FakeBridge();
    const pump = new Pump(context, bridge);
    await room.visitorSays('un');
    await pump.look();
    bridge.isDown = true;
    await room.visitorSays('deux');
    await room.visitorSays('trois');
    await assert.rejects(pump.look(), {name: 'NotConnected'});
    bridge.isDown = false;
    await pump.look();
    assert.deepEqual(bridge.textsOf(room.id), ['un', 'deux', 'trois']);
  });

  it('sends again under the same id what left before the cursor was written', async () => {
    const {context} = await hubOn();
    const room = await TestRoom.begin(context);
    const first = await room.visitorSays('un');
    await room.visitorSays('deux');
    const bridge = new FakeBridge();
    bridge.write = () => Promise.reject(new Error('the process died here'));
    const pump = new Pump(context, bridge);
    await assert.rejects(pump.look(), /died here/);
    bridge.write = undefined;
    await pump.look();
    assert.deepEqual(bridge.textsOf(room.id), ['un', 'un', 'deux']);
    assert.deepEqual(
      bridge.sent.slice(0, 2).map(({id}) => id),
      [first, first],
    );
  });

  it('lets a room wait that fails, for longer each time, and no other with it', async () => {
    const {context, clock} = await hubOn();
    const [bad, good] = [await TestRoom.begin(context), await TestRoom.begin(context)];
    await bad.visitorSays('un');
    await good.visitorSays('un');
    const bridge = new FakeBridge();
    let tries = 0;
    bridge.refuse = (_message, {room}) => {
      if (room.row.id !== bad.id) return;
      tries++;
      throw new Error('no');
    };
    const pump = new Pump(context, bridge);
    await pump.look();
    await pump.look();
    assert.equal(tries, 1);
    assert.deepEqual(bridge.textsOf(good.id), ['un']);
    clock.pass(11);
    await pump.look();
    assert.equal(tries, 2);
    bridge.refuse = () => undefined;
    clock.pass(11);
    await pump.look();
    assert.deepEqual(bridge.textsOf(bad.id), ['un']);
  });

  it('passes over what is refused for ever', async () => {
    const {context} = await hubOn();
    const room = await TestRoom.begin(context);
    await room.visitorSays('un');
    await room.visitorSays('deux');
    const bridge = new FakeBridge();
    bridge.refuse = ({text}, {events}) => {
      if (text === 'un') throw new Refused(events[0]!.seq, 'too large');
    };
    await new Pump(context, bridge).look();
    assert.deepEqual(bridge.textsOf(room.id), ['deux']);
  });

  it('begins with what nobody has read, anew for another address, and after a pause', async () => {
    const {context} = await hubOn();
    const room = await TestRoom.begin(context);
    await room.visitorSays('read at the desk');
    await markRoom(context, await room.load(), {kind: 'read', role: 'shop', upTo: 1});
    await room.visitorSays('new');
    const bridge = new FakeBridge();
    const pump = new Pump(context, bridge);
    await pump.look();
    assert.deepEqual(bridge.textsOf(room.id), ['new']);

    const set = (changes: object) =>
      context.db
        .updateTable('chat_settings')
        .set({settings: JSON.stringify({isEnabled: true, ...changes})})
        .execute();
    await set({xmpp: 'anne@fournil.example'});
    await pump.look();
    assert.deepEqual(bridge.textsOf(room.id), ['new', 'new']);

    await set({});
    await pump.look();
    const {last_seq: upTo} = (await room.load()).row;
    await markRoom(context, await room.load(), {kind: 'read', role: 'shop', upTo});
    await room.visitorSays('while it was off');
    await set({xmpp: 'anne@fournil.example'});
    await pump.look();
    assert.deepEqual(bridge.textsOf(room.id), ['new', 'new', 'while it was off']);
  });

  it('of two processes writes what belongs to a message once', async () => {
    const {database, context} = await hubOn();
    const second = await openDatabase(database.place);
    const rooms = await Promise.all(Array.from({length: 4}, () => TestRoom.begin(context)));
    for (let at = 0; at < 10; at++) for (const room of rooms) await room.visitorSays(`n° ${at}`);
    const pumps = [context, {...context, db: second.db}].map(own => {
      const bridge = new FakeBridge();
      let count = 0;
      bridge.write = async trx => {
        // an id of its own each time: doubled work would be found
        const values = {bridge: 'xmpp', remote_id: `${own.db === second.db}${count++}`};
        await trx
          .insertInto('bridge_messages')
          .values({...values, direction: 'out', at: 0})
          .execute();
      };
      return {bridge, pump: new Pump(own, bridge)};
    });
    await Promise.all(pumps.map(({pump}) => pump.look()));
    await Promise.all(pumps.map(({pump}) => pump.look()));
    const {count} = await context.db
      .selectFrom('bridge_messages')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(count, 40);
    for (const {id} of rooms) {
      const all = new Set(pumps.flatMap(({bridge}) => bridge.textsOf(id)));
      assert.equal(all.size, 10);
      for (const {bridge} of pumps) {
        const texts = bridge.textsOf(id);
        assert.deepEqual(texts, texts.toSorted(), 'each sees them in order');
      }
    }
    await second.close();
  });

  it('gives a lease to one process, and to the next one when it ends', async () => {
    const {db} = await open();
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    const ask = (holder: string, seconds: number) =>
      takeLease(db, {name: 'bridges', holder, now: at(seconds)});
    assert.deepEqual(await Promise.all([ask('a', 0), ask('b', 0)]).then(all => all.toSorted()), [
      false,
      true,
    ]);
    const [mine, other] = (await ask('a', 1)) ? ['a', 'b'] : ['b', 'a'];
    assert.equal(await ask(other, 2), false);
    assert.equal(await ask(mine, 10), true);
    assert.equal(await ask(other, 16), false, 'it was renewed');
    assert.equal(await ask(other, 26), true, 'its holder was silent');
    assert.equal(await ask(mine, 27), false);
    await releaseLease(db, {name: 'bridges', holder: other});
    assert.equal(await ask(mine, 28), true);
  });

  it('is woken by what is said, and tells how it is', async () => {
    const {context} = await hubOn();
    const bridge = new FakeBridge();
    bridge.needsLease = true;
    // so long that nothing is found by looking
    const bridges = await runBridges(context, [bridge], {lookEvery: 3_600_000});
    await until('it is open', () => bridge.host !== undefined);
    const room = await TestRoom.begin(context);
    await room.visitorSays('un');
    await until('it is told', () => bridge.sent.length === 1);
    const stateOf = () => context.db.selectFrom('bridge_states').selectAll().executeTakeFirst();
    await until('it is up', async () => (await stateOf())?.state === 'up');
    bridge.isDown = true;
    bridge.host!.down('The list is away.');
    await until('it is down', async () => (await stateOf())?.fault === 'The list is away.');
    await room.visitorSays('deux');
    bridge.isDown = false;
    bridge.host!.up();
    await until('it came after all', () => bridge.sent.length === 2);
    await until('it is up again', async () => (await stateOf())?.fault === null);
    await bridges.stop();
    assert.equal((await stateOf())?.state, 'down');
    assert.equal(bridge.host, undefined);
  });
});
