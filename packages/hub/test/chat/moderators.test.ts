import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {describe, it} from 'node:test';
import {audit, readAudit} from '../../src/chat/moderation/audit.js';
import {ban, liftBan} from '../../src/chat/moderation/bans.js';
import {approve, remove} from '../../src/chat/moderation/moderate.js';
import {decideReport, listReports, reportMessage} from '../../src/chat/moderation/reports.js';
import type {RoomAccess} from '../../src/chat/rooms/access.js';
import {loadRoom} from '../../src/chat/rooms/load-room.js';
import {NOW} from '../support/fixtures.js';
import {addChatShop, chatConfig} from './support/chat-hub.js';
import {clerk, publicRoom, Visitor} from './support/guests.js';
import type {ChatHubOptions} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';

const now = NOW.getTime();

/** A public room with a message of Elo’s, as somebody of the shop has it. */
async function start({
  isPremoderated = false,
  ...options
}: ChatHubOptions & {isPremoderated?: boolean} = {}) {
  const all = await memoryChat(options);
  const {hub, db, context} = all;
  const room = await publicRoom(hub, {isPremoderated});
  const elo = new Visitor(hub);
  await elo.join(room, 'Elo');
  const messageId = randomUUID();
  const {body} = await elo.say(room, 'Bonjour', messageId);
  const author = body.event.message.author.id as string;
  const paul = await clerk(hub, 'clerk', {name: 'Paul'});
  const access = async (): Promise<RoomAccess> => ({
    ...(await loadRoom(db, room))!,
    asking: {role: 'shop', personId: paul.id},
    viewer: {isModerator: true},
  });
  const log = async () =>
    (await db.selectFrom('chat_events').selectAll().orderBy('seq').execute()).map(
      ({seq, kind, data}) => [seq, kind, JSON.parse(data ?? 'null') as unknown],
    );
  await db.deleteFrom('chat_audit').execute();
  const audited = async () =>
    (await readAudit(db, 'fournil')).map(({action, subject, reason}) => [action, subject, reason]);
  const member = () =>
    db
      .selectFrom('room_members')
      .selectAll()
      .where('author_id', '=', author)
      .executeTakeFirstOrThrow();
  await db.deleteFrom('outbox').execute();
  all.told();
  return {...all, context, room, elo, paul, author, messageId, access, log, audited, member};
}

describe('what moderators did', () => {
  it('is listed by shop, the latest first, a hundred on a page', async () => {
    const {db, context} = await memoryChat();
    await addChatShop(db, {id: 'ferme'});
    await audit(context, db, {shop: 'ferme', action: 'away'});
    for (let at = 0; at < 101; at++) {
      await audit(context, db, {shop: 'fournil', action: 'settings', subject: `${at}`});
    }
    const page = await readAudit(db, 'fournil');
    assert.deepEqual(
      page.map(({subject}) => subject),
      Array.from({length: 100}, (_, at) => `${100 - at}`),
    );
    const rest = await readAudit(db, 'fournil', page.at(-1)!.id);
    assert.deepEqual(
      rest.map(({subject}) => subject),
      ['0'],
    );
  });

  it('tells who it was, by name or address, what it was about, and why', async () => {
    const {hub, db, context, clock} = await memoryChat();
    const paul = await clerk(hub, 'clerk', {name: 'Paul'});
    const nameless = await clerk(hub, 'merchant');
    const entry = {shop: 'fournil', room: 'halles', subject: 'm', reason: 'Insulte'};
    await audit(context, db, {...entry, action: 'remove', personId: paul.id});
    clock.pass(1);
    await audit(context, db, {shop: 'fournil', action: 'away', personId: nameless.id});
    await audit(context, db, {shop: 'fournil', action: 'away', personId: 'gone'});
    await audit(context, db, {shop: 'fournil', action: 'settings'});
    const at = new Date(now + 60_000).toISOString();
    const told = (await readAudit(db, 'fournil')).map(({id, ...rest}) => (assert.ok(id), rest));
    assert.deepEqual(told, [
      {at, action: 'settings'},
      {at, action: 'away', person: {id: 'gone', name: ''}},
      {at, action: 'away', person: {id: nameless.id, name: 'merchant@example.org'}},
      {
        at: NOW.toISOString(),
        action: 'remove',
        person: {id: paul.id, name: 'Paul'},
        ...{room: 'halles', subject: 'm', reason: 'Insulte'},
      },
    ]);
  });
});

describe('a ban', () => {
  it('lasts for so many minutes, or until it is lifted', async () => {
    const {context, access, author, member, audited} = await start();
    const banned = async () => {
      const {banned_until, ban_reason} = await member();
      return [banned_until, ban_reason];
    };
    await ban(context, await access(), {authorId: author, minutes: 60, reason: 'Insultes'});
    assert.deepEqual(await banned(), [now + 3_600_000, 'Insultes']);
    await ban(context, await access(), {authorId: author, reason: 'Encore'});
    assert.deepEqual(await banned(), [Date.UTC(9999, 0, 1), 'Encore']);
    await liftBan(context, await access(), author);
    assert.deepEqual(await banned(), [null, null]);
    assert.deepEqual(await audited(), [
      ['unban', author, undefined],
      ['ban', author, 'Encore'],
      ['ban', author, 'Insultes'],
    ]);
  });

  it('is of a member of a public room', async () => {
    const {context, access, author, audited, member} = await start();
    const wrong = {code: 'not-found'};
    await assert.rejects(ban(context, await access(), {authorId: 'x', reason: 'y'}), wrong);
    await assert.rejects(liftBan(context, await access(), 'x'), wrong);
    const {row, ...rest} = await access();
    const conversation = {...rest, row: {...row, kind: 'conversation'}};
    await assert.rejects(ban(context, conversation, {authorId: author, reason: 'y'}), wrong);
    assert.deepEqual([await audited(), (await member()).banned_until], [[], null]);
  });
});

describe('a held message', () => {
  it('is shown once, under a number of its own, and counts for its author', async () => {
    const {context, access, messageId, log, member, told, audited, room} = await start({
      isPremoderated: true,
    });
    assert.equal((await member()).messages, 0);
    const decide = async () => approve(context, await access(), {messageId, reason: 'Bien'});
    const event = await decide();
    assert.deepEqual([event.kind, event.seq], ['approved', 2]);
    assert.deepEqual(await decide(), event);
    assert.deepEqual(
      (await log()).map(([, kind]) => kind),
      ['held', 'approved'],
    );
    assert.equal((await member()).messages, 1);
    assert.deepEqual(told(), [{kind: 'room', room, shop: 'fournil', from: 2, to: 2}]);
    assert.deepEqual(await audited(), [['approve', messageId, 'Bien']]);
  });

  it('is not shown once it is taken away', async () => {
    const {context, access, messageId, audited, member} = await start({isPremoderated: true});
    const decision = {messageId, reason: 'Insulte'};
    const event = await remove(context, await access(), decision, 'reject');
    assert.deepEqual(
      [event.kind, event.kind === 'deleted' && [event.by, event.reason]],
      ['deleted', ['moderator', 'Insulte']],
    );
    await assert.rejects(approve(context, await access(), {messageId}), {code: 'wrong-state'});
    assert.deepEqual(await audited(), [['reject', messageId, 'Insulte']]);
    assert.equal((await member()).messages, 0);
  });

  it('that is shown already stays so, and one that is none is not found', async () => {
    const {context, access, messageId, audited, told} = await start();
    const event = await approve(context, await access(), {messageId});
    assert.deepEqual([event.kind, event.seq], ['message', 1]);
    const nobody = {messageId: randomUUID()};
    await assert.rejects(approve(context, await access(), nobody), {code: 'not-found'});
    await assert.rejects(remove(context, await access(), nobody), {code: 'not-found'});
    assert.deepEqual([await audited(), told()], [[], []]);
    await remove(context, await access(), {messageId});
    await assert.rejects(approve(context, await access(), {messageId}), {code: 'wrong-state'});
    assert.deepEqual(await audited(), [['remove', messageId, undefined]]);
  });
});

describe('a notice', () => {
  const withNotices = async (options: Parameters<typeof start>[0] = {}) => {
    const all = await start(options);
    const {context, db, access, messageId} = all;
    const notice = {message: messageId, reason: 'rules', explanation: 'Hors sujet'} as const;
    const report = async (changes: object = {}, from: Partial<RoomAccess> = {}, ip = '::1') =>
      reportMessage(
        context,
        {...(await access()), asking: {role: 'visitor'}, viewer: {isModerator: false}, ...from},
        {request: {...notice, goodFaith: true, ...changes}, language: 'en', ip},
      );
    const mails = async () => {
      const rows = await db.selectFrom('outbox').selectAll().orderBy('id').execute();
      await db.deleteFrom('outbox').execute();
      return rows
        .map(({payload}) => JSON.parse(payload) as {template: string; to?: string; data: object})
        .map(({template, to, data}) => [template, to, data])
        .sort();
    };
    return {...all, report, mails};
  };

  it('is kept as it was sent, and told to the shop and to who sent it', async () => {
    const {report, mails, db, told, room, messageId, clock} = await withNotices();
    clock.pass(1);
    const {id, receivedAt} = await report(
      {name: ' Anne  G', email: 'a@b.example'},
      {visitorId: 'v'},
    );
    assert.equal(receivedAt, new Date(now + 60_000).toISOString());
    assert.deepEqual(await db.selectFrom('chat_reports').selectAll().execute(), [
      {
        ...{id, shop_id: 'fournil', room_id: room, message_id: messageId, visitor_id: 'v'},
        ...{reason: 'rules', explanation: 'Hors sujet', name: 'Anne G', email: 'a@b.example'},
        ...{language: 'en', received_at: now + 60_000, state: 'open'},
        ...{decision_reason: null, decided_by: null, decided_at: null},
      },
    ]);
    const data = {report: id};
    const people = [['chat-report', undefined, data]];
    assert.deepEqual(await mails(), [
      ...people,
      ...people,
      ['chat-report-received', 'a@b.example', {...data, language: 'en'}],
    ]);
    assert.deepEqual(told(), [{kind: 'summary', room, shop: 'fournil'}]);
  });

  it('is acknowledged to nobody without an address', async () => {
    const {report, mails} = await withNotices();
    await report();
    assert.deepEqual(
      (await mails()).map(([template]) => template),
      ['chat-report', 'chat-report'],
    );
  });

  it('is about a message that who sends it can see', async () => {
    const {report, context, access, author, db} = await withNotices({isPremoderated: true});
    const wrong = {code: 'not-found'};
    await assert.rejects(report(), wrong, 'held');
    await assert.rejects(report({message: randomUUID()}), wrong);
    await report({explanation: 'own'}, {viewer: {isModerator: false, authorId: author}});
    await report({explanation: 'theirs'}, {viewer: {isModerator: true}});
    const {id} = (await db.selectFrom('chat_messages').select('id').executeTakeFirst())!;
    await remove(context, await access(), {messageId: id});
    await assert.rejects(report({}, {viewer: {isModerator: true}}), wrong, 'deleted');
  });

  it('is limited by address, half an hour’s at once; the same again is none', async () => {
    const limits = {reportsPerHour: 4};
    const config = {chat: chatConfig({limits})};
    const {report, db} = await withNotices({config});
    const first = await report();
    assert.deepEqual(await report(), first);
    await report({explanation: 'two'});
    const many = {code: 'too-many-requests'};
    await assert.rejects(report({explanation: 'three'}), many);
    assert.deepEqual(await report(), first);
    await report({explanation: 'three'}, {}, '203.0.113.7');
    assert.equal((await db.selectFrom('chat_reports').selectAll().execute()).length, 3);
  });

  it('is listed with what it is about, the oldest first, in one state or all', async () => {
    const {report, db, context, access, clock, messageId, author} = await withNotices();
    const one = await report();
    clock.pass(1);
    const two = await report({explanation: 'two'});
    const list = async (state?: string) => listReports(db, 'fournil', state);
    const ids = async (state?: string) => (await list(state)).map(({id}) => id);
    assert.deepEqual(await ids(), [one.id, two.id]);
    await decideReport(context, await access(), one.id, {decision: 'keep', reason: 'Bon'});
    assert.deepEqual(await ids('open'), [two.id]);
    assert.deepEqual(await ids('kept'), [one.id]);
    const [kept] = await list('kept');
    assert.deepEqual(kept, {
      id: one.id,
      room: 'halles',
      message: {
        ...{id: messageId, author: {id: author, role: 'visitor', name: 'Elo'}},
        ...{text: 'Bonjour', via: 'page'},
      },
      reason: 'rules',
      explanation: 'Hors sujet',
      receivedAt: NOW.toISOString(),
      state: 'kept',
      decision: {reason: 'Bon', decidedAt: new Date(now + 60_000).toISOString()},
    });
    assert.deepEqual(await listReports(db, 'ferme', undefined), []);
  });

  it('is decided once; who sent it is told, in their language', async () => {
    const {report, mails, db, context, access, audited, told, room, log, paul} =
      await withNotices();
    const {id} = await report({email: 'a@b.example'});
    await mails();
    told();
    const keep = {decision: 'keep', reason: 'Bon'} as const;
    const kept = await decideReport(context, await access(), id, keep);
    assert.equal(kept.state, 'kept');
    const data = {report: id, language: 'en'};
    assert.deepEqual(await mails(), [['chat-report-decided', 'a@b.example', data]]);
    assert.deepEqual(told(), [{kind: 'summary', room, shop: 'fournil'}]);
    assert.deepEqual(await decideReport(context, await access(), id, keep), kept);
    const removing = {decision: 'remove', reason: 'Non'} as const;
    await assert.rejects(decideReport(context, await access(), id, removing), {
      code: 'wrong-state',
    });
    assert.deepEqual([await mails(), await audited()], [[], [['keep', id, 'Bon']]]);
    assert.equal((await log()).length, 1, 'the message stays');
    const row = await db.selectFrom('chat_reports').selectAll().executeTakeFirstOrThrow();
    assert.equal(row.decided_by, paul.id);
    await assert.rejects(decideReport(context, await access(), 'none', keep), {
      code: 'not-found',
    });
  });

  it('that is right takes the message away, with the reason for its author', async () => {
    const {report, context, access, audited, log, messageId, mails} = await withNotices();
    const {id} = await report();
    await mails();
    const removing = {decision: 'remove', reason: 'Non'} as const;
    const {state, message} = await decideReport(context, await access(), id, removing);
    assert.deepEqual([state, message.text], ['removed', undefined]);
    assert.deepEqual((await log())[1], [2, 'deleted', {by: 'moderator', reason: 'Non'}]);
    assert.deepEqual([await audited(), await mails()], [[['remove', messageId, 'Non']], []]);
  });
});
