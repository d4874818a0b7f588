import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {describe, it} from 'node:test';
import {patchRoom} from '../../src/chat/desk/assign.js';
import {listChatPeople} from '../../src/chat/desk/people.js';
import {listRooms, roomSummary} from '../../src/chat/desk/summaries.js';
import {shopAuthor} from '../../src/chat/rooms/authors.js';
import {NOW, SETTINGS} from '../support/fixtures.js';
import {addChatShop} from './support/chat-hub.js';
import {clerk, publicRoom, ROOM, Visitor} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';
import {addRoom} from './support/rooms.js';

const SHOP = {id: 'fournil', settings: SETTINGS};
const iso = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();

describe('the summary of a room', () => {
  it('of a conversation in which nothing was said has what its visitor told', async () => {
    const {hub, context} = await memoryChat();
    const contact = {name: 'Anne', email: 'a@b.example'};
    const page = 'https://mairie.example/';
    const {body} = await hub.order();
    const order = body.token as string;
    const visitor = new Visitor(hub);
    const id = await visitor.begin({contact, page, order, language: 'en'});
    assert.deepEqual(await roomSummary(context, SHOP, id), {
      room: {
        ...{id, kind: 'conversation', shop: 'fournil', state: 'open', lastSeq: 0},
        isWritable: true,
      },
      contact,
      language: 'en',
      page,
      order: body.order.id,
      isBlocked: false,
      unread: 0,
      toModerate: 0,
      lastAt: iso(0),
      createdAt: iso(0),
    });
  });

  it('tells what was said last, what is unread, and who takes care of it', async () => {
    const {hub, context, db, clock} = await memoryChat();
    const visitor = new Visitor(hub);
    const id = await visitor.begin();
    const paul = await clerk(hub);
    await visitor.say(id, 'un');
    await visitor.say(id, 'deux');
    clock.pass(1);
    const gone = randomUUID();
    await visitor.say(id, 'trois', gone);
    await visitor.must('DELETE', `/v1/rooms/${id}/messages/${gone}`);
    await db.updateTable('rooms').set({assignee_id: paul.id, is_blocked: 1}).execute();
    const {unread, lastMessage, assignee, isBlocked, lastAt, createdAt, room} = await roomSummary(
      context,
      SHOP,
      id,
    );
    assert.deepEqual([unread, lastMessage?.text], [2, 'deux'], 'what was taken back is not told');
    assert.deepEqual(assignee, {id: paul.id, name: 'clerk@example.org'});
    assert.deepEqual([isBlocked, room.isWritable], [true, false]);
    assert.deepEqual([lastAt, createdAt], [iso(1), iso(0)]);
    await paul.say(id, 'quatre');
    await paul.must('PUT', `/v1/rooms/${id}/read`, {seq: 1});
    const later = await roomSummary(context, SHOP, id);
    assert.deepEqual([later.unread, later.lastMessage?.text], [1, 'quatre']);
  });

  it('counts a hundred unread messages at most', async () => {
    const {hub, context, db} = await memoryChat();
    const id = await new Visitor(hub).begin();
    const rows = Array.from({length: 101}, (_, at) => ({
      ...{room_id: id, id: `m${at}`, seq: at + 1, author_id: 'a', role: 'visitor'},
      ...{via: 'page', text: 'x', state: 'shown', at: 0},
    }));
    await db.insertInto('chat_messages').values(rows.slice(0, 99)).execute();
    const unread = async () => (await roomSummary(context, SHOP, id)).unread;
    assert.equal(await unread(), 99);
    await db.insertInto('chat_messages').values(rows.slice(99)).execute();
    assert.equal(await unread(), 100);
  });

  it('counts what waits for a moderator: held messages and open notices', async () => {
    const {hub, context} = await memoryChat();
    const id = await publicRoom(hub, {isPremoderated: true});
    const elo = new Visitor(hub);
    await elo.join(id, 'Elo');
    const paul = await clerk(hub);
    await elo.say(id, 'un');
    await paul.say(id, 'deux');
    const {body} = await paul.say(id, 'trois');
    const notice = {reason: 'rules', explanation: 'x', goodFaith: true};
    const message = body.event.message.id as string;
    const report = await elo.must('POST', `/v1/rooms/${id}/reports`, {...notice, message});
    const {toModerate, unread, room} = await roomSummary(context, SHOP, id);
    assert.deepEqual([toModerate, unread, room.settings], [2, 1, {...ROOM, isPremoderated: true}]);
    const decision = {decision: 'keep', reason: 'x'};
    await paul.must('POST', `/v1/reports/${report.body.id}/decision`, decision);
    assert.equal((await roomSummary(context, SHOP, id)).toModerate, 1);
  });

  it('is of one’s own shop', async () => {
    const {hub, context, db} = await memoryChat();
    await addChatShop(db, {id: 'ferme'});
    const id = await new Visitor(hub).begin();
    for (const [shop, room] of [
      [{...SHOP, id: 'ferme'}, id],
      [SHOP, 'nowhere'],
    ] as const) {
      await assert.rejects(roomSummary(context, shop, room), {code: 'not-found'});
    }
  });
});

describe('the list of rooms', () => {
  const start = async () => {
    const all = await memoryChat();
    const {db, context} = all;
    await addChatShop(db, {id: 'ferme'});
    const list = async (question: Parameters<typeof listRooms>[2]) => {
      const {rooms, next} = await listRooms(context, SHOP, question);
      return [rooms.map(({room}) => room.id), next] as const;
    };
    return {...all, list};
  };

  it('begins with those in which something was said last, by id where that is the same', async () => {
    const {db, list} = await start();
    for (const [id, lastAt] of [
      ['a', 3],
      ['b', 2],
      ['c', 3],
      ['d', 1],
    ] as const) {
      await addRoom(db, {id, lastAt});
    }
    await addRoom(db, {id: 'elsewhere', shop: 'ferme', lastAt: 4});
    assert.deepEqual(await list({}), [['c', 'a', 'b', 'd'], undefined]);
    assert.deepEqual(await list({limit: 1}), [['c'], '3_c']);
    assert.deepEqual(await list({limit: 2, before: '3_c'}), [['a', 'b'], '2_b']);
    assert.deepEqual(await list({limit: 2, before: '2_b'}), [['d'], undefined]);
    assert.deepEqual(await list({limit: 4}), [['c', 'a', 'b', 'd'], '1_d'], 'there may be more');
    assert.deepEqual(await list({before: '1_d'}), [[], undefined]);
    for (const before of ['', 'x', '3', '_c', '3_', '3_C', 'x3_c', '3_c ']) {
      assert.equal((await list({before}))[0].length, 4, `“${before}” is the beginning`);
    }
  });

  it('has fifty on a page, in one state or all', async () => {
    const {db, list} = await start();
    for (let at = 0; at < 51; at++) await addRoom(db, {id: `room-${at}`, lastAt: at});
    const [page, next] = await list({});
    assert.deepEqual([page.length, next], [50, '1_room-1']);
    await db.updateTable('rooms').set({state: 'ended'}).where('id', '=', 'room-7').execute();
    assert.deepEqual(await list({state: 'ended'}), [['room-7'], undefined]);
    assert.equal((await list({state: 'open', limit: 60}))[0].length, 50);
  });
});

describe('what the desk changes of a room', () => {
  const start = async () => {
    const all = await memoryChat();
    const {hub, db, context} = all;
    const paul = await clerk(hub, 'clerk', {name: 'Paul'});
    const visitor = new Visitor(hub);
    const id = await visitor.begin();
    const row = () =>
      db.selectFrom('rooms').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const patch = async (changes: Parameters<typeof patchRoom>[2], by: string | null = 'me') =>
      patchRoom(context, await row(), changes, by ?? undefined);
    const audited = async () =>
      (await db.selectFrom('chat_audit').selectAll().orderBy('id').execute()).map(
        ({action, subject, person_id, room_id, shop_id}) => {
          assert.deepEqual([room_id, shop_id], [id, 'fournil']);
          return [action, subject, person_id];
        },
      );
    all.told();
    return {...all, paul, id, row, patch, audited};
  };
  const summary = (room: string) => ({kind: 'summary', room, shop: 'fournil'});
  const news = (room: string, seq: number) =>
    ({kind: 'room', room, shop: 'fournil', from: seq, to: seq}) as const;

  it('is who takes care of it, which the visitor is told by name', async () => {
    const {patch, row, told, audited, paul, id, db} = await start();
    await patch({assignee: paul.id});
    assert.equal((await row()).assignee_id, paul.id);
    assert.deepEqual(told(), [news(id, 1)]);
    const [event] = await db.selectFrom('chat_events').selectAll().execute();
    const author = shopAuthor(id, {personId: paul.id, name: 'Paul'});
    assert.deepEqual([event!.kind, event!.data], ['author', JSON.stringify({author})]);
    await patch({assignee: paul.id});
    assert.deepEqual(told(), [], 'who has it already is not told of');
    await patch({assignee: null}, null);
    assert.equal((await row()).assignee_id, null);
    assert.deepEqual(told(), [summary(id)]);
    await patch({assignee: null});
    assert.deepEqual(await audited(), [
      ['assign', paul.id, 'me'],
      ['assign', null, null],
    ]);
  });

  it('is given to nobody who works elsewhere', async () => {
    const {patch, row, told, audited, hub} = await start();
    const other = await clerk(hub, 'clerk', {shop: 'ferme', email: 'f@example.org'});
    await assert.rejects(patch({assignee: other.id}), {code: 'invalid'});
    assert.deepEqual([(await row()).assignee_id, told(), await audited()], [null, [], []]);
  });

  it('is whether its visitor is blocked, of which the log says nothing', async () => {
    const {patch, row, told, audited, id} = await start();
    await patch({isBlocked: false});
    await patch({isBlocked: true});
    await patch({isBlocked: true});
    assert.deepEqual([(await row()).is_blocked, (await row()).last_seq], [1, 0]);
    await patch({isBlocked: false});
    assert.equal((await row()).is_blocked, 0);
    assert.deepEqual(told(), [summary(id), summary(id)]);
    assert.deepEqual(await audited(), [
      ['block', null, 'me'],
      ['unblock', null, 'me'],
    ]);
  });

  it('is its state, noted once', async () => {
    const {patch, row, told, audited, id} = await start();
    await patch({state: 'open'});
    await patch({state: 'ended'});
    await patch({state: 'ended'});
    assert.equal((await row()).state, 'ended');
    await patch({state: 'open'});
    assert.deepEqual(told(), [news(id, 1), news(id, 2)]);
    assert.deepEqual(await audited(), [
      ['end', null, 'me'],
      ['reopen', null, 'me'],
    ]);
  });

  it('is several things at once, or nothing', async () => {
    const {patch, audited, told} = await start();
    await patch({});
    assert.deepEqual([await audited(), told()], [[], []]);
    await patch({isBlocked: true, state: 'ended'});
    assert.deepEqual(
      (await audited()).map(([action]) => action),
      ['block', 'end'],
    );
  });

  it('can be done by the people of the shop, whose address visitors do not see', async () => {
    const {hub, db, paul} = await start();
    const nameless = await clerk(hub, 'merchant');
    const people = await listChatPeople(db, 'fournil');
    assert.deepEqual(
      people.sort((a, b) => (a.name < b.name ? -1 : 1)),
      [
        {id: paul.id, name: 'Paul', publicName: 'Paul'},
        {id: nameless.id, name: 'merchant@example.org'},
      ],
    );
  });
});
