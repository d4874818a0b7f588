import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {describe, it} from 'node:test';
import {eraseConversation, leaveRoom} from '../../src/chat/rooms/erase-room.js';
import {eraseVisitor} from '../../src/chat/visitors/visitor-data.js';
import type {Database} from '../../src/context.js';
import {clerk, kindsOf, publicRoom, Visitor} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';

const logOf = async (db: Database, room: string) =>
  (
    await db
      .selectFrom('chat_events')
      .select(['seq', 'kind', 'message_id', 'data'])
      .where('room_id', '=', room)
      .orderBy('seq')
      .execute()
  ).map(({data, ...line}) => ({...line, data: JSON.parse(data ?? 'null') as unknown}));

const membersOf = (db: Database) =>
  db.selectFrom('room_members').selectAll().orderBy('name_key').execute();

describe('an erased conversation', () => {
  /** A conversation in which both sides said something, and one took something back. */
  const start = async () => {
    const all = await memoryChat();
    const visitor = new Visitor(all.hub);
    const page = 'https://mairie.example/';
    const room = await visitor.begin({contact: {name: 'Anne'}, page});
    const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
    await visitor.say(room, 'un', ids[0]);
    await visitor.say(room, 'deux', ids[1]);
    await visitor.must('DELETE', `/v1/rooms/${room}/messages/${ids[1]}`);
    const desk = await clerk(all.hub);
    await desk.say(room, 'trois', ids[2]);
    await visitor.must('POST', `/v1/rooms/${room}/links`);
    all.told();
    return {...all, visitor, room, ids, desk};
  };

  it('leaves its lines, empty, and says that it has ended', async () => {
    const {context, db, room, ids, clock, told} = await start();
    clock.pass(1);
    await eraseConversation(context, room);
    const by = {by: 'author'};
    assert.deepEqual((await logOf(db, room)).slice(3), [
      {seq: 4, kind: 'message', message_id: ids[2], data: null},
      {seq: 5, kind: 'deleted', message_id: ids[0], data: by},
      {seq: 6, kind: 'deleted', message_id: ids[2], data: by},
      {seq: 7, kind: 'state', message_id: null, data: {state: 'ended', by: 'visitor'}},
    ]);
    assert.deepEqual(told(), [
      {kind: 'room', room, shop: 'fournil', from: 5, to: 7},
      {kind: 'summary', room, shop: 'fournil'},
    ]);
    const row = await db.selectFrom('rooms').selectAll().executeTakeFirstOrThrow();
    const {state, visitor_id, contact, page, order_id, waiting_since, mail_due_at} = row;
    assert.deepEqual(
      [state, visitor_id, contact, page, order_id, waiting_since, mail_due_at, row.erased_at],
      ['ended', null, null, null, null, null, null, clock.now().getTime()],
    );
  });

  it('leaves no message, member, link, or mail of it', async () => {
    const {context, db, room, desk} = await start();
    const other = await new Visitor(desk.hub).begin();
    const about = {kind: 'mail', template: 'chat-unread', shopId: 'fournil'} as const;
    for (const roomId of [room, other]) await context.outbox.enqueue(db, {...about, roomId});
    await eraseConversation(context, room);
    const messages = await db.selectFrom('chat_messages').selectAll().execute();
    for (const {text, image, name, body_hash, visitor_id, state} of messages) {
      assert.deepEqual(
        [text, image, name, body_hash, visitor_id, state],
        [null, null, null, null, null, 'deleted'],
      );
    }
    const roomsIn = async (table: 'room_members' | 'visitor_links' | 'outbox') =>
      (await db.selectFrom(table).select('room_id').execute()).map(({room_id}) => room_id);
    assert.deepEqual(await roomsIn('room_members'), [other]);
    assert.deepEqual(await roomsIn('visitor_links'), []);
    assert.deepEqual(await roomsIn('outbox'), [other]);
  });

  it('is not ended twice, nor told of when nothing was said', async () => {
    const {context, db, hub, told} = await memoryChat();
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    await visitor.must('POST', `/v1/rooms/${room}/end`);
    told();
    await eraseConversation(context, room);
    assert.deepEqual(
      (await logOf(db, room)).map(({kind}) => kind),
      ['state'],
    );
    assert.deepEqual(told(), [{kind: 'summary', room, shop: 'fournil'}]);
  });

  it('forgets names and reasons of its log', async () => {
    const {context, db, room, visitor, desk} = await start();
    await visitor.must('PUT', `/v1/rooms/${room}/contact`, {name: 'Anna'});
    const id = randomUUID();
    await visitor.say(room, 'quatre', id);
    const url = `/v1/rooms/${room}/messages/${id}/removal`;
    await desk.must('POST', url, {reason: 'Insulte'});
    await eraseConversation(context, room);
    const log = await logOf(db, room);
    const [author] = log.filter(({kind}) => kind === 'author');
    const told = (author!.data as {author: object}).author;
    assert.deepEqual(Object.keys(told), ['id', 'role']);
    const removed = log.find(({kind, message_id}) => kind === 'deleted' && message_id === id);
    assert.deepEqual(removed?.data, {by: 'moderator'});
  });

  it('is none where there is no room', async () => {
    const {context} = await memoryChat();
    await assert.rejects(eraseConversation(context, 'nowhere'), {code: 'not-found'});
  });
});

describe('a public room that somebody leaves', () => {
  /** A room in which Elo and Yann said something, and Elo’s visitor. */
  const start = async () => {
    const all = await memoryChat();
    const room = await publicRoom(all.hub);
    const [elo, yann] = [new Visitor(all.hub), new Visitor(all.hub)];
    await elo.join(room, 'Elo');
    const [{visitor_id: visitorId} = {visitor_id: ''}] = await membersOf(all.db);
    await yann.join(room, 'Yann');
    const {body} = await elo.say(room, 'Bonjour');
    const author = body.event.message.author.id as string;
    await yann.say(room, 'Salut');
    const desk = await clerk(all.hub);
    const ban = (minutes: number) =>
      desk.must('PUT', `/v1/rooms/${room}/members/${author}/ban`, {minutes, reason: 'Insultes'});
    all.told();
    return {...all, room, elo, yann, visitorId, author, ban};
  };

  it('keeps what the others said, and tells that theirs is gone', async () => {
    const {context, db, room, visitorId, yann, told} = await start();
    await leaveRoom(context, room, visitorId);
    assert.deepEqual(kindsOf(await yann.events(room)), ['message', 'message', 'deleted']);
    const messages = await db
      .selectFrom('chat_messages')
      .select(['text', 'name', 'state'])
      .orderBy('seq')
      .execute();
    assert.deepEqual(messages, [
      {text: null, name: null, state: 'deleted'},
      {text: 'Salut', name: 'Yann', state: 'shown'},
    ]);
    assert.deepEqual(
      (await membersOf(db)).map(({name}) => name),
      ['Yann'],
    );
    assert.deepEqual(told(), [
      {kind: 'room', room, shop: 'fournil', from: 3, to: 3},
      {kind: 'summary', room, shop: 'fournil'},
      {kind: 'member', visitor: visitorId, room},
    ]);
    const {state, erased_at} = await db.selectFrom('rooms').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([state, erased_at], ['open', null]);
  });

  it('forgets the names that they had, and no others', async () => {
    const {context, db, room, visitorId, elo, yann} = await start();
    await elo.join(room, 'Elodie');
    await yann.join(room, 'Yannick');
    await leaveRoom(context, room, visitorId);
    const renamed = (await logOf(db, room)).filter(({kind}) => kind === 'author');
    assert.deepEqual(
      renamed.map(({data}) => (data as {author: {name?: string}}).author.name),
      [undefined, 'Yannick'],
    );
  });

  it('keeps out who is banned, whom leaving does not free', async () => {
    const {context, db, room, visitorId, elo, clock, ban} = await start();
    await ban(60);
    await leaveRoom(context, room, visitorId);
    const [kept] = await membersOf(db);
    const {name, name_key, accepted_rules, last_text_hash, ban_reason} = kept!;
    assert.deepEqual(
      [name, name_key, accepted_rules, last_text_hash, ban_reason],
      [null, null, null, null, 'Insultes'],
    );
    assert.equal((await elo.join(room, 'Elo')).status, 200);
    assert.equal((await elo.say(room, 'Encore')).body.code, 'blocked');
    clock.pass(60);
    assert.equal((await elo.say(room, 'Pardon')).status, 201);
    await leaveRoom(context, room, visitorId);
    assert.deepEqual(
      (await membersOf(db)).map(({name}) => name),
      ['Yann'],
    );
  });

  it('forgets a banned visitor who is erased as a whole', async () => {
    const {context, db, visitorId, ban} = await start();
    await ban(60);
    await eraseVisitor(context, visitorId);
    assert.deepEqual(
      (await membersOf(db)).map(({name}) => name),
      ['Yann'],
    );
  });
});
