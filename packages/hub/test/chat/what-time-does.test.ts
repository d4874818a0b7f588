import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {sha256Hex} from '../../src/chance-and-clock.js';
import {mailUnread} from '../../src/chat/mail/unread-mail.js';
import {deleteOldRecords} from '../../src/chat/retention/delete-old-records.js';
import {makeLink, useLink} from '../../src/chat/visitors/visitor-links.js';
import {loadRoom} from '../../src/chat/rooms/load-room.js';
import type {RoomAccess} from '../../src/chat/rooms/access.js';
import {NOW} from '../support/fixtures.js';
import {addChatShop, chatConfig} from './support/chat-hub.js';
import {clerk, Visitor} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';
import {addRoom, addVisitor} from './support/rooms.js';

const now = NOW.getTime();
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

describe('records that have done their service', () => {
  it('are kept to the very end of their time, and not beyond', async () => {
    const {db, context} = await memoryChat({config: {chat: chatConfig({contributionDays: 30})}});
    await addRoom(db);
    await addVisitor(db, 'anne');
    const twice = async (days: number, add: (at: number, name: string) => Promise<unknown>) => {
      await add(now - days * DAY, 'kept');
      await add(now - days * DAY - 1, 'old');
    };
    await twice(0, (expires_at, challenge) =>
      db.insertInto('chat_challenges').values({challenge, expires_at}).execute(),
    );
    await twice(0, (free_at, key) => db.insertInto('chat_limits').values({key, free_at}).execute());
    await twice(1, (seen_at, process) =>
      db.insertInto('desk_lines').values({shop_id: 'fournil', process, seen_at}).execute(),
    );
    const link = {visitor_id: 'anne', room_id: 'halles', used_by: null};
    await twice(1, (expires_at, token_hash) =>
      db
        .insertInto('visitor_links')
        .values({...link, token_hash, expires_at})
        .execute(),
    );
    const image = {room_id: 'halles', author_id: 'a', type: 'image/png', width: 1, height: 1};
    const picture = (created_at: number, id: string, message_id: string | null = null) =>
      db
        .insertInto('chat_images')
        .values({...image, id, message_id, base64: '', sent_hash: '', created_at})
        .execute();
    await twice(1, picture);
    await picture(0, 'kept in a message', 'm');
    await twice(100, (at, name) =>
      db
        .insertInto('chat_answers')
        .values({shop_id: 'fournil', minutes: name === 'kept' ? 1 : 2, at})
        .execute(),
    );
    const notice = {shop_id: 'fournil', room_id: 'halles', message_id: 'm', reason: 'rules'};
    const report = (decided_at: number | null, id: string, state = 'kept') =>
      db
        .insertInto('chat_reports')
        .values({...notice, id, state, decided_at, language: 'fr', received_at: 0})
        .execute();
    await twice(365, report);
    await report(null, 'kept while it is open', 'open');
    await twice(365, (at, subject) =>
      db
        .insertInto('chat_audit')
        .values({shop_id: 'fournil', action: 'away', subject, at})
        .execute(),
    );
    const contribution = {room_id: 'halles', shop_id: 'fournil', visitor_id: 'v', address: '::1'};
    await twice(30, (at, message_id) =>
      db
        .insertInto('chat_contributions')
        .values({...contribution, message_id, at})
        .execute(),
    );
    assert.equal(await deleteOldRecords(context), 1);
    const left = await Promise.all([
      db.selectFrom('chat_challenges').select('challenge as is').execute(),
      db.selectFrom('chat_limits').select('key as is').execute(),
      db.selectFrom('desk_lines').select('process as is').execute(),
      db.selectFrom('visitor_links').select('token_hash as is').execute(),
      db.selectFrom('chat_images').select('id as is').orderBy('id').execute(),
      db.selectFrom('chat_answers').select('minutes as is').execute(),
      db.selectFrom('chat_reports').select('id as is').orderBy('id').execute(),
      db.selectFrom('chat_audit').select('subject as is').execute(),
      db.selectFrom('chat_contributions').select('message_id as is').execute(),
    ]);
    assert.deepEqual(
      left.map(rows => rows.map(({is}) => is)),
      [
        ...[['kept'], ['kept'], ['kept'], ['kept']],
        ...[['kept', 'kept in a message'], [1], ['kept', 'kept while it is open']],
        ...[['kept'], ['kept']],
      ],
    );
    assert.equal(await deleteOldRecords(context), 0);
  });
});

describe('a link to another device', () => {
  const start = async (mailsPerHour = 100) => {
    const config = {chat: chatConfig({limits: {mailsPerHour}})};
    const all = await memoryChat({config});
    const {hub, context, db} = all;
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const access = (await loadRoom(db, room, {keyHash: sha256Hex(visitor.secret)})) as RoomAccess;
    const make = () => makeLink(context, access, 'https://mairie.example/');
    const use = (token: string, keyHash = 'telephone') => useLink(context, token, keyHash);
    return {...all, visitor, room, access, make, use};
  };

  it('is good for fifteen minutes, up to their end', async () => {
    const {make, use, room, clock} = await start();
    const [{token, url, expiresAt}, late] = [await make(), await make()];
    assert.equal(url, `https://mairie.example/#local-chat=${token}`);
    assert.equal(Date.parse(expiresAt), now + 15 * MINUTE);
    clock.set(new Date(now + 15 * MINUTE - 1));
    assert.deepEqual(await use(token), {room, shop: 'fournil'});
    clock.set(new Date(now + 15 * MINUTE));
    await assert.rejects(use(late.token), {code: 'not-found'});
    await assert.rejects(use('none'), {code: 'not-found'});
  });

  it('is good for one secret, which may ask again', async () => {
    const {make, use, db, access} = await start();
    const {token} = await make();
    assert.deepEqual(await use(token), await use(token));
    await assert.rejects(use(token, 'another'), {code: 'not-found'});
    const keys = await db
      .selectFrom('visitor_keys')
      .select('key_hash')
      .where('visitor_id', '=', access.member!.visitor_id)
      .execute();
    assert.equal(keys.length, 2);
    assert.ok(keys.some(({key_hash}) => key_hash === 'telephone'));
  });

  it('is not used up by who is a visitor already', async () => {
    const {make, use, db} = await start();
    await addVisitor(db, 'yann');
    const {token} = await make();
    await assert.rejects(use(token, 'hash of yann'), {code: 'invalid'});
    await use(token);
  });

  it('is made for a visitor of the room, to its page, so many in an hour', async () => {
    const {make, access, context, clock} = await start(4);
    await assert.rejects(makeLink(context, {...access, member: undefined}, ''), {
      code: 'not-found',
    });
    const row = {...access.row, page: 'https://a.example/b'};
    const {url, token} = await makeLink(context, {...access, row}, 'https://c.example');
    assert.equal(url, `https://a.example/b#local-chat=${token}`);
    await make();
    await assert.rejects(make(), {code: 'too-many-requests'});
    clock.pass(15);
    await make();
  });
});

describe('what nobody has read', () => {
  it('is told by mail once its time has come, once, from where the last mail ended', async () => {
    const {hub, context, db, clock} = await memoryChat();
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    await visitor.say(room, 'un');
    const woken: boolean[] = [];
    const outbox = {...context.outbox, wake: () => void woken.push(true)};
    const run = () => mailUnread({...context, outbox});
    const mails = async () => {
      const rows = await db.selectFrom('outbox').select('payload').orderBy('id').execute();
      return rows.map(({payload}) => (JSON.parse(payload) as {data: object}).data);
    };
    clock.set(new Date(now + 5 * MINUTE - 1));
    assert.deepEqual([await run(), await mails(), woken], [0, [], []]);
    clock.set(new Date(now + 5 * MINUTE));
    assert.deepEqual([await run(), await run()], [1, 0]);
    assert.deepEqual([await mails(), woken], [[{after: 0, upTo: 1}], [true]]);
    await visitor.say(room, 'deux');
    clock.pass(5);
    await run();
    assert.deepEqual(await mails(), [
      {after: 0, upTo: 1},
      {after: 1, upTo: 2},
    ]);
  });

  it('is told to who takes care of it, and not at all once it was read', async () => {
    const {hub, context, db, clock} = await memoryChat();
    await addChatShop(db, {id: 'ferme'});
    const paul = await clerk(hub);
    await clerk(hub, 'merchant');
    const [one, two] = [new Visitor(hub), new Visitor(hub)];
    const [given, read] = [await one.begin(), await two.begin()];
    await paul.must('PATCH', `/v1/shops/fournil/rooms/${given}`, {assignee: paul.id});
    await one.say(given, 'un');
    await two.say(read, 'deux');
    await paul.must('PUT', `/v1/rooms/${read}/read`, {seq: 1});
    clock.pass(5);
    assert.equal(await mailUnread(context), 1);
    const rows = await db.selectFrom('outbox').select(['payload', 'room_id']).execute();
    assert.deepEqual(
      rows.map(({payload, room_id}) => [(JSON.parse(payload) as {person: string}).person, room_id]),
      [[paul.id, given]],
    );
  });
});
