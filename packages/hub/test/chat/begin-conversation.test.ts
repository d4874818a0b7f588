import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {describe, it} from 'node:test';
import type {ConversationRequest} from '@local-widgets/model/schemas.js';
import {beginConversation} from '../../src/chat/rooms/begin-conversation.js';
import {authorIdIn} from '../../src/chat/rooms/authors.js';
import {changeContact} from '../../src/chat/rooms/contact.js';
import {loadRoom} from '../../src/chat/rooms/load-room.js';
import {addChatShop, chatConfig} from './support/chat-hub.js';
import {clerk, publicRoom, Visitor} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';

const ROOM: string = '0197a5b2-7c11-7000-8000-0242ac130003';
const REQUEST: ConversationRequest = {shop: 'fournil', language: 'fr', consent: true};

/** A hub in memory, in which conversations begin. */
async function start(options: Parameters<typeof memoryChat>[0] = {}) {
  const all = await memoryChat(options);
  const {context, db} = all;
  const begin = (
    request: Partial<ConversationRequest> = {},
    {roomId = ROOM, keyHash = 'hash', ip = '203.0.113.7'} = {},
  ) => beginConversation(context, {roomId, keyHash, request: {...REQUEST, ...request}, ip});
  const rooms = () => db.selectFrom('rooms').selectAll().orderBy('id').execute();
  const members = () => db.selectFrom('room_members').selectAll().execute();
  return {...all, begin, rooms, members};
}

describe('a conversation that begins', () => {
  it('is a room in which nothing was said, with its visitor in it', async () => {
    const {begin, rooms, members, clock, told, db} = await start();
    const page = 'https://mairie.example/a?secret=1#b';
    assert.equal(await begin({language: 'en', contact: {name: ' Anne  G '}, page}), true);
    const [{id: visitor} = {id: ''}] = await db.selectFrom('visitors').select('id').execute();
    const now = clock.now().getTime();
    assert.deepEqual(await rooms(), [
      {
        id: ROOM,
        shop_id: 'fournil',
        kind: 'conversation',
        state: 'open',
        language: 'en',
        visitor_id: visitor,
        settings: null,
        contact: '{"name":"Anne G"}',
        page: 'https://mairie.example/a',
        order_id: null,
        assignee_id: null,
        is_blocked: 0,
        last_seq: 0,
        first_seq: 1,
        visitor_read: 0,
        visitor_delivered: 0,
        shop_read: 0,
        shop_delivered: 0,
        waiting_since: null,
        mail_due_at: null,
        mailed_seq: 0,
        last_at: now,
        created_at: now,
        erased_at: null,
      },
    ]);
    assert.deepEqual(await members(), [
      {
        room_id: ROOM,
        visitor_id: visitor,
        author_id: authorIdIn(ROOM, visitor),
        name: 'Anne G',
        name_key: null,
        accepted_rules: null,
        read_seq: 0,
        messages: 0,
        last_message_at: null,
        last_text_hash: null,
        is_watched: 0,
        address_key: null,
        banned_until: null,
        ban_reason: null,
        joined_at: now,
      },
    ]);
    assert.deepEqual(told(), [
      {kind: 'member', visitor, room: ROOM},
      {kind: 'summary', shop: 'fournil', room: ROOM},
    ]);
  });

  it('needs neither name nor page', async () => {
    const {begin, rooms, members} = await start();
    await begin();
    const [{contact, page} = {}] = await rooms();
    assert.deepEqual([contact, page, (await members())[0]?.name], [null, null, null]);
  });

  it('begins once, however often and by however many requests it is asked for', async () => {
    const {begin, rooms, told, db} = await start();
    const all = await Promise.all([begin(), begin(), begin()]);
    assert.deepEqual(all.sort(), [false, false, true]);
    assert.equal(await begin({shop: 'nowhere'}), false);
    assert.equal((await rooms()).length, 1);
    assert.equal(told().length, 2, 'and is told of once');
    assert.equal((await db.selectFrom('visitors').selectAll().execute()).length, 1);
  });

  it('has the visitor of the secret, who may have several', async () => {
    const {begin, rooms, db} = await start();
    const other = randomUUID();
    await Promise.all([begin(), begin({}, {roomId: other})]);
    assert.deepEqual((await rooms()).map(({id}) => id).sort(), [ROOM, other].sort());
    const visitors = await db.selectFrom('visitors').selectAll().execute();
    assert.equal(visitors.length, 1);
  });

  it('changes the contact when it is asked for again with one, and nothing else', async () => {
    const {begin, rooms, told} = await start();
    await begin({contact: {email: 'anne@example.org'}});
    const [before] = await rooms();
    told();
    assert.equal(await begin({language: 'en', page: 'https://b.example'}), false);
    assert.deepEqual([await rooms(), told()], [[before], []]);
    const contact = {name: 'Anne', telephone: '0298000000'};
    assert.equal(await begin({contact}), false);
    assert.deepEqual(await rooms(), [{...before, contact: JSON.stringify(contact), last_seq: 1}]);
  });

  it('is nobody else’s, and no public room', async () => {
    const {hub, begin, rooms} = await start();
    await begin();
    await assert.rejects(begin({}, {keyHash: 'other'}), {code: 'not-found'});
    const roomId = await publicRoom(hub);
    await assert.rejects(begin({}, {roomId}), {code: 'not-found'});
    await assert.rejects(begin({}, {roomId: 'other-name'}), {code: 'invalid'});
    assert.equal((await rooms()).length, 2);
  });

  it('is refused where the shop has no chat, or is none', async () => {
    const {begin, db, rooms} = await start();
    await assert.rejects(begin({shop: 'nowhere'}), {code: 'not-found'});
    await db.deleteFrom('chat_settings').execute();
    await assert.rejects(begin(), {code: 'room-closed'});
    assert.deepEqual(await rooms(), []);
  });

  it('is about an order of this shop, whose secret one has', async () => {
    const {hub, begin, rooms, db} = await start();
    const {body} = await hub.order();
    const order = body.token as string;
    await begin({order});
    assert.equal((await rooms())[0]?.order_id, body.order.id);
    const roomId = randomUUID();
    const wrong = {code: 'invalid'};
    await assert.rejects(begin({order: 'x'.repeat(43)}, {roomId}), wrong);
    await addChatShop(db, {id: 'ferme'});
    await assert.rejects(begin({order, shop: 'ferme'}, {roomId}), wrong);
    assert.equal((await rooms()).length, 1);
  });

  it('is refused to who is blocked in another with the same shop alone', async () => {
    const {begin, db, rooms} = await start();
    await addChatShop(db, {id: 'ferme'});
    await begin();
    await db.updateTable('rooms').set({is_blocked: 1}).execute();
    await assert.rejects(begin({}, {roomId: randomUUID()}), {code: 'blocked'});
    assert.equal(await begin({shop: 'ferme'}, {roomId: randomUUID()}), true);
    assert.equal(await begin({}, {roomId: randomUUID(), keyHash: 'neighbour'}), true);
    assert.equal((await rooms()).length, 3);
  });

  it('is limited by address, a quarter of an hour’s at once', async () => {
    const limits = {conversationsPerHour: 8};
    const {begin, rooms, clock} = await start({config: {chat: chatConfig({limits})}});
    const another = (ip?: string) =>
      begin({}, {roomId: randomUUID(), keyHash: randomUUID(), ...(ip && {ip})});
    await another();
    await another();
    await assert.rejects(another(), {code: 'too-many-requests'});
    assert.equal(await another('203.0.113.8'), true);
    assert.equal((await rooms()).length, 3, 'a refused one leaves nothing');
    clock.pass(7.5);
    assert.equal(await another(), true);
  });

  it('needs a proof of work where the hub asks for one', async () => {
    const {begin, rooms} = await start({config: {chat: chatConfig({proofWork: 10})}});
    await assert.rejects(begin(), {code: 'proof-needed'});
    assert.deepEqual(await rooms(), []);
  });
});

describe('what a visitor tells of themselves', () => {
  const withRoom = async () => {
    const all = await start();
    await all.begin({contact: {name: 'Anne', email: 'a@b.example'}});
    const change = async (contact: Parameters<typeof changeContact>[2]) => {
      const room = await loadRoom(all.db, ROOM, {keyHash: 'hash'});
      await changeContact(all.context, room!, contact);
    };
    const [member] = await all.members();
    all.told();
    return {...all, change, author: member!.author_id};
  };

  it('takes the place of what they told before', async () => {
    const {change, rooms, members, told, db} = await withRoom();
    await change({name: 'Anne', telephone: '0298000000'});
    assert.equal((await rooms())[0]?.contact, '{"name":"Anne","telephone":"0298000000"}');
    assert.deepEqual(told(), [{kind: 'summary', room: ROOM, shop: 'fournil'}]);
    assert.equal((await members())[0]?.name, 'Anne');
    assert.deepEqual(await db.selectFrom('chat_events').selectAll().execute(), []);
  });

  it('is told to the other side when it is a new name, or none any more', async () => {
    const {change, rooms, members, told, db, author, clock} = await withRoom();
    await change({name: 'Anna'});
    await change({name: ' '});
    const row = {room_id: ROOM, at: clock.now().getTime(), kind: 'author', message_id: null};
    const data = {id: author, role: 'visitor'};
    assert.deepEqual(await db.selectFrom('chat_events').selectAll().orderBy('seq').execute(), [
      {...row, seq: 1, data: JSON.stringify({author: {...data, name: 'Anna'}})},
      {...row, seq: 2, data: JSON.stringify({author: data})},
    ]);
    const news = {kind: 'room', room: ROOM, shop: 'fournil'};
    assert.deepEqual(told(), [
      {...news, from: 1, to: 1},
      {...news, from: 2, to: 2},
    ]);
    assert.deepEqual([(await rooms())[0]?.contact, (await members())[0]?.name], [null, null]);
  });

  it('is told in one’s own conversation alone', async () => {
    const {hub, context, db, change} = await withRoom();
    const room = await loadRoom(db, ROOM, {keyHash: 'stranger'});
    await assert.rejects(changeContact(context, room!, {name: 'X'}), {code: 'not-found'});
    const id = await publicRoom(hub);
    const visitor = new Visitor(hub);
    await visitor.join(id, 'Elo');
    const {body} = await visitor.ask('PUT', `/v1/rooms/${id}/contact`, {name: 'X'});
    assert.equal(body.code, 'not-found');
    const desk = await clerk(hub);
    const asShop = await desk.ask('PUT', `/v1/rooms/${ROOM}/contact`, {name: 'X'});
    assert.equal(asShop.status >= 400, true);
    await change({name: 'Anne'});
  });
});
