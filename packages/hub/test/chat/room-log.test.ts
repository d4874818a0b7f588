import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Database} from '../../src/context.js';
import {appendOne} from '../../src/chat/log/append-one.js';
import {takeNumbers, writeEvents} from '../../src/chat/log/append.js';
import {memberChangesOf, refuseInState} from '../../src/chat/log/check-post.js';
import {roomChangesOf} from '../../src/chat/log/effects.js';
import {markRoom} from '../../src/chat/log/marks.js';
import type {Mark} from '../../src/chat/log/marks.js';
import {eventPage, readAfter, readEvent} from '../../src/chat/log/read-events.js';
import {loadRoom} from '../../src/chat/rooms/load-room.js';
import type {LoadedRoom} from '../../src/chat/rooms/load-room.js';
import type {RoomRow} from '../../src/chat/rooms/room-row.js';
import {DEFAULT_SETTINGS} from '../../src/chat/settings/default-settings.js';
import {NOW} from '../support/fixtures.js';
import {clerk, publicRoom, Visitor} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';
import {addRoom} from './support/rooms.js';

const now = NOW.getTime();
const READER = {isModerator: false};

const seqsOf = (db: Database, room: string) =>
  db
    .selectFrom('chat_events')
    .select('seq')
    .where('room_id', '=', room)
    .orderBy('seq')
    .execute()
    .then(rows => rows.map(({seq}) => seq));

const range = (first: number, last: number) =>
  Array.from({length: last - first + 1}, (_, at) => first + at);

describe('events that are appended', () => {
  it('have the numbers that were taken, however many they are', async () => {
    const {db, context} = await memoryChat();
    await addRoom(db, {lastSeq: 2});
    for (const count of [0, 1, 500, 501]) {
      await db.transaction().execute(async trx => {
        const room = await takeNumbers(trx, 'halles', count);
        const events = range(1, count).map(() => ({kind: 'state', data: {}}) as const);
        await writeEvents(trx, room, events, context.clock.now());
      });
    }
    assert.deepEqual(await seqsOf(db, 'halles'), range(1, 2 + 1002));
  });

  it('are lines with what belongs to them', async () => {
    const {db} = await memoryChat();
    await addRoom(db, {lastSeq: 2});
    await db.transaction().execute(async trx => {
      const room = await takeNumbers(trx, 'halles', 2, {last_at: 5});
      assert.deepEqual([room.last_seq, room.last_at], [4, 5]);
      const events = [
        {kind: 'message', messageId: 'm'},
        {kind: 'state', data: {a: 1}},
      ] as const;
      await writeEvents(trx, room, events, NOW);
    });
    const rows = await db.selectFrom('chat_events').selectAll().where('seq', '>', 2).execute();
    const row = {room_id: 'halles', at: now};
    assert.deepEqual(rows, [
      {...row, seq: 3, kind: 'message', message_id: 'm', data: null},
      {...row, seq: 4, kind: 'state', message_id: null, data: '{"a":1}'},
    ]);
  });

  it('are told once they are written, and are nothing where there is nothing to do', async () => {
    const {db, context, told} = await memoryChat();
    await addRoom(db, {lastSeq: 2});
    const work = (result: object | undefined) =>
      appendOne(context, 'halles', async trx => {
        await trx.updateTable('rooms').set({language: 'en'}).execute();
        return result as never;
      });
    const room = () => db.selectFrom('rooms').selectAll().executeTakeFirstOrThrow();
    assert.equal(await work(undefined), undefined);
    assert.deepEqual([(await room()).last_seq, (await room()).language, told()], [2, 'fr', []]);
    assert.equal(await work({kind: 'state', data: {}}), 3);
    assert.deepEqual([(await room()).last_seq, (await room()).language], [3, 'en']);
    assert.deepEqual(told(), [{kind: 'room', room: 'halles', shop: 'fournil', from: 3, to: 3}]);
    const failing = appendOne(context, 'halles', () => Promise.reject(new TypeError('odd')));
    await assert.rejects(failing, TypeError);
    await assert.rejects(
      appendOne(context, 'nowhere', () => Promise.resolve(undefined)),
      {code: 'not-found'},
    );
    assert.deepEqual([(await room()).last_seq, told()], [3, []]);
  });
});

describe('a page of a log', () => {
  const row = {id: 'halles', last_seq: 250, first_seq: 1};
  const start = async (lastSeq = 250) => {
    const {db} = await memoryChat();
    await addRoom(db, {id: 'other', lastSeq: 3});
    await addRoom(db, {lastSeq});
    const page = async (question: Parameters<typeof eventPage>[2], of = row) => {
      const {events, ...rest} = await eventPage(db, of, question, READER);
      return {seqs: events.map(({seq}) => seq), ...rest};
    };
    return {db, page};
  };
  const ends = {lastSeq: 250, firstSeq: 1};

  it('is the latest two hundred events, in order, unless told', async () => {
    const {page} = await start();
    assert.deepEqual(await page({}), {seqs: range(51, 250), ...ends});
    assert.deepEqual(await page({limit: 2}), {seqs: [249, 250], ...ends});
  });

  it('is after a number, or before one; after counts where both are given', async () => {
    const {page} = await start();
    assert.deepEqual(await page({after: 247}), {seqs: [248, 249, 250], ...ends});
    assert.deepEqual(await page({after: 0}), {seqs: range(1, 200), ...ends});
    assert.deepEqual(await page({after: 250}), {seqs: [], ...ends});
    assert.deepEqual(await page({before: 4}), {seqs: [1, 2, 3], ...ends});
    assert.deepEqual(await page({before: 240, limit: 2}), {seqs: [238, 239], ...ends});
    assert.deepEqual(await page({after: 3, before: 2, limit: 2}), {seqs: [4, 5], ...ends});
  });

  it('says the latest number that is in it, also when that came meanwhile', async () => {
    const {page} = await start();
    const before = {...row, last_seq: 248, first_seq: 7};
    assert.deepEqual(await page({}, before), {
      seqs: range(49, 248),
      lastSeq: 248,
      firstSeq: 7,
    });
    const after = await page({after: 247}, before);
    assert.deepEqual([after.seqs, after.lastSeq], [[248, 249, 250], 250]);
    const empty = await page({}, {id: 'nowhere', last_seq: 0, first_seq: 1});
    assert.deepEqual(empty, {seqs: [], lastSeq: 0, firstSeq: 1});
  });

  it('is read of one room, and so is one event', async () => {
    const {db} = await start(3);
    assert.deepEqual(
      (await readAfter(db, 'halles', 1)).map(({seq}) => seq),
      [2, 3],
    );
    assert.equal((await readAfter(db, 'halles', 0, 2)).length, 2);
    assert.equal((await readEvent(db, 'halles', 2))?.seq, 2);
    assert.equal(await readEvent(db, 'halles', 4), undefined);
  });
});

describe('how far somebody has read', () => {
  const mark = (kind: Mark['kind'], role: Mark['role'], upTo: number): Mark => ({kind, role, upTo});

  it('in a public room is told to the desk alone, and kept for each member', async () => {
    const {hub, db, context, told} = await memoryChat();
    const id = await publicRoom(hub);
    const elo = new Visitor(hub);
    await elo.join(id, 'Elo');
    for (const text of ['un', 'deux', 'trois']) await elo.say(id, text);
    const [member] = await db.selectFrom('room_members').selectAll().execute();
    told();
    const set = async (one: Mark, asker: object = {visitorId: member!.visitor_id}) =>
      markRoom(context, (await loadRoom(db, id, asker as never))!, one);
    const marks = async () => {
      const {shop_read, last_seq} = await db
        .selectFrom('rooms')
        .selectAll()
        .executeTakeFirstOrThrow();
      const [{read_seq} = {read_seq: -1}] = await db
        .selectFrom('room_members')
        .select('read_seq')
        .execute();
      return [shop_read, read_seq, last_seq];
    };
    await set(mark('read', 'visitor', 2));
    await set(mark('read', 'visitor', 1));
    await set(mark('delivered', 'visitor', 3));
    await set(mark('read', 'visitor', 3), {visitorId: 'nobody'});
    assert.deepEqual([await marks(), told()], [[0, 2, 3], []]);
    await set(mark('delivered', 'shop', 3));
    assert.deepEqual([await marks(), told()], [[0, 2, 3], []]);
    await set(mark('read', 'shop', 2));
    await set(mark('read', 'shop', 2));
    assert.deepEqual(
      [await marks(), told()],
      [[2, 2, 3], [{kind: 'summary', room: id, shop: 'fournil'}]],
    );
    await assert.rejects(set(mark('read', 'shop', 4)), {code: 'invalid'});
  });

  it('in a conversation is an event, and takes the mail away that was to tell the shop', async () => {
    const {hub, db, context, told} = await memoryChat();
    const visitor = new Visitor(hub);
    const id = await visitor.begin();
    await visitor.say(id, 'un');
    await (await clerk(hub)).say(id, 'deux');
    await db.updateTable('rooms').set({mail_due_at: 5}).execute();
    told();
    const set = async (one: Mark) => markRoom(context, (await loadRoom(db, id))!, one);
    const room = () => db.selectFrom('rooms').selectAll().executeTakeFirstOrThrow();
    await set(mark('delivered', 'shop', 1));
    assert.equal((await room()).mail_due_at, 5);
    await set(mark('read', 'shop', 1));
    await set(mark('delivered', 'shop', 1));
    await set(mark('read', 'visitor', 1));
    await set(mark('read', 'visitor', 2));
    await set(mark('delivered', 'visitor', 2));
    const {shop_delivered, shop_read, visitor_read, visitor_delivered, mail_due_at} = await room();
    assert.deepEqual(
      [shop_delivered, shop_read, visitor_read, visitor_delivered, mail_due_at],
      [1, 1, 2, 0, null],
    );
    const events = await db
      .selectFrom('chat_events')
      .select(['kind', 'data'])
      .where('seq', '>', 2)
      .orderBy('seq')
      .execute();
    assert.deepEqual(events, [
      {kind: 'delivered', data: '{"role":"shop","upTo":1}'},
      {kind: 'read', data: '{"role":"shop","upTo":1}'},
      {kind: 'read', data: '{"role":"visitor","upTo":2}'},
    ]);
    assert.equal(told().length, 3);
  });
});

describe('what a message changes', () => {
  it('of its writer: when they may write again, and what they said', () => {
    const change = (slowSeconds: number, text: string | undefined, isHeld: boolean) =>
      memberChangesOf({slowSeconds}, {text, isHeld}, NOW);
    const said = change(30, 'Bonjour', false);
    assert.deepEqual([said.latest, said.shown], [now - 30_000, 1]);
    assert.equal(change(0, 'BONJOUR !', true).hash, said.hash);
    assert.deepEqual(change(0, undefined, true), {latest: now, hash: null, shown: 0});
    assert.notEqual(change(0, 'Bonsoir', false).hash, said.hash);
  });

  it('of its room: how long somebody waits, and when the shop is told by mail', () => {
    const changes = (kind: string, role: string, chat: object = {}) =>
      Object.keys(
        roomChangesOf(
          {row: {kind}, chat: {...DEFAULT_SETTINGS, ...chat}} as unknown as LoadedRoom,
          {role} as never,
          NOW,
        ),
      );
    const waits = ['last_at', 'waiting_since', 'mail_due_at'];
    assert.deepEqual(changes('conversation', 'visitor'), waits);
    assert.deepEqual(
      changes('conversation', 'visitor', {notifiesByMail: false}),
      waits.slice(0, 2),
    );
    for (const [kind, role] of [
      ['public', 'visitor'],
      ['public', 'shop'],
      ['conversation', 'hub'],
    ] as const) {
      assert.deepEqual(changes(kind, role), ['last_at'], `${kind} ${role}`);
    }
    const answered = {row: {kind: 'conversation'}, chat: DEFAULT_SETTINGS} as unknown as LoadedRoom;
    assert.deepEqual(roomChangesOf(answered, {role: 'shop'}, NOW), {
      last_at: now,
      waiting_since: null,
      mail_due_at: null,
    });
  });

  it('of a room that is ended, or of whom is blocked there, is nothing', () => {
    const refuse = (row: Partial<RoomRow>, isVisitor: boolean) => () =>
      refuseInState(
        {state: 'open', is_blocked: 0, kind: 'conversation', ...row} as RoomRow,
        isVisitor,
      );
    for (const isVisitor of [true, false]) {
      assert.doesNotThrow(refuse({}, isVisitor));
      assert.throws(refuse({state: 'ended'}, isVisitor), {code: 'ended'});
      const closed = {state: 'ended', kind: 'public'};
      assert.throws(refuse(closed, isVisitor), {code: 'room-closed'});
    }
    assert.throws(refuse({is_blocked: 1}, true), {code: 'blocked'});
    assert.doesNotThrow(refuse({is_blocked: 1}, false));
  });
});
