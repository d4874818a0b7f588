import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FastifyRequest} from 'fastify';
import {createToken} from '../../src/accounts/api-tokens.js';
import {sha256Hex} from '../../src/chance-and-clock.js';
import {accessRoom, requireSecretHash} from '../../src/chat/rooms/access.js';
import {authorIdIn} from '../../src/chat/rooms/authors.js';
import {loadRoom} from '../../src/chat/rooms/load-room.js';
import {DEFAULT_SETTINGS} from '../../src/chat/settings/default-settings.js';
import {SETTINGS} from '../support/fixtures.js';
import {addChatShop} from './support/chat-hub.js';
import {clerk, publicRoom, ROOM, Visitor} from './support/guests.js';
import type {Guest} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';

const requestOf = (headers: Record<string, string>, method = 'GET') =>
  ({headers, method}) as unknown as FastifyRequest;

/** A conversation of Anne’s and a public room, and how each may be had. */
async function start() {
  const all = await memoryChat();
  const {context, hub, db} = all;
  const visitor = new Visitor(hub);
  const room = await visitor.begin({contact: {name: 'Anne'}});
  const halles = await publicRoom(hub);
  const access = (
    headers: Record<string, string> | Guest = {},
    id = room,
    options?: {method?: string; isOpenToAll?: boolean},
  ) => {
    const {method, ...rest} = options ?? {};
    const given = 'hub' in headers ? (headers as Guest).headers : headers;
    return accessRoom(context, requestOf(given, method), id, rest);
  };
  const [member] = await db.selectFrom('room_members').selectAll().execute();
  return {...all, visitor, room, halles, access, member: member!};
}

describe('the secret of a visitor', () => {
  const secret = 'aB-_'.repeat(10) + 'xyz';

  it('is 43 characters of base64url', () => {
    for (const authorization of [`Bearer ${secret}`, `bearer   ${secret}`]) {
      assert.equal(requireSecretHash(requestOf({authorization})), sha256Hex(secret));
    }
  });

  it('is nothing else', () => {
    const others = [secret, `Basic ${secret}`, `Bearer ${secret}x`, `Bearer ${secret.slice(1)}`];
    for (const authorization of [...others, `Bearer ${secret.slice(1)}+`, `x Bearer ${secret}`]) {
      const request = requestOf({authorization});
      assert.throws(() => requireSecretHash(request), {code: 'unauthorized'}, authorization);
    }
    assert.throws(() => requireSecretHash(requestOf({})), {code: 'unauthorized'});
  });
});

describe('a conversation', () => {
  it('is for its visitor', async () => {
    const {access, visitor, member, room} = await start();
    const found = await access(visitor);
    assert.deepEqual(
      [found.row.id, found.asking, found.viewer, found.visitorId],
      [
        room,
        {role: 'visitor'},
        {authorId: member.author_id, isModerator: false},
        member.visitor_id,
      ],
    );
    assert.deepEqual(found.member, member);
  });

  it('is for the people of its shop, by their own names, and for its programs', async () => {
    const {access, hub, room, context} = await start();
    const paul = await clerk(hub, 'clerk', {name: 'Paul'});
    const seen = await access(paul);
    assert.deepEqual(seen.asking, {role: 'shop', personId: paul.id, name: 'Paul'});
    assert.deepEqual(seen.viewer, {authorId: authorIdIn(room, paul.id), isModerator: true});
    assert.equal(seen.member, undefined);
    const nameless = await clerk(hub, 'clerk', {email: 'n@example.org'});
    const {asking} = await access(nameless);
    assert.deepEqual(asking, {role: 'shop', personId: nameless.id, name: undefined});
    const {token} = await createToken(context, 'fournil', {name: 'Till', role: 'clerk'});
    const program = await access({authorization: `Bearer ${token}`});
    assert.deepEqual(program.asking, {role: 'shop', personId: undefined, name: undefined});
    assert.equal(program.viewer.authorId, authorIdIn(room, 'shop'));
  });

  it('is not there for anybody else', async () => {
    const {access, hub, db} = await start();
    await addChatShop(db, {id: 'ferme'});
    const elsewhere = await clerk(hub, 'clerk', {shop: 'ferme', email: 'f@example.org'});
    const neighbour = new Visitor(hub);
    await neighbour.begin();
    for (const guest of [elsewhere, neighbour, new Visitor(hub)]) {
      await assert.rejects(access(guest), {code: 'not-found'});
      await assert.rejects(access(guest, 'nowhere'), {code: 'not-found'});
    }
    for (const isOpenToAll of [true, false]) {
      await assert.rejects(access({}, undefined, {isOpenToAll}), {code: 'unauthorized'});
      await assert.rejects(access({}, 'nowhere', {isOpenToAll}), {code: 'unauthorized'});
    }
    const authorization = 'Bearer no-token';
    await assert.rejects(access({authorization}), {code: 'unauthorized'});
  });
});

describe('a public room', () => {
  it('can be read by anybody, and written to by who has a secret', async () => {
    const {access, halles} = await start();
    const seen = await access({}, halles);
    assert.deepEqual(
      [seen.asking, seen.viewer, seen.member],
      [{role: 'visitor'}, {authorId: undefined, isModerator: false}, undefined],
    );
    assert.deepEqual([seen.rules, seen.row.kind], [ROOM, 'public']);
    await assert.rejects(access({}, halles, {method: 'PUT'}), {code: 'unauthorized'});
    const open = await access({}, halles, {method: 'POST', isOpenToAll: true});
    assert.equal(open.row.id, halles);
    await assert.rejects(access({}, halles, {isOpenToAll: false}), {code: 'unauthorized'});
  });

  it('can be read by who works elsewhere, and by a new secret', async () => {
    const {access, hub, db, halles} = await start();
    await addChatShop(db, {id: 'ferme'});
    const elsewhere = await clerk(hub, 'clerk', {shop: 'ferme', email: 'f@example.org'});
    const seen = await access(elsewhere, halles);
    assert.deepEqual([seen.asking, seen.viewer.isModerator], [{role: 'visitor'}, false]);
    const isOpenToAll = false;
    await assert.rejects(access(elsewhere, halles, {isOpenToAll}), {code: 'not-found'});
    const fresh = await access(new Visitor(hub), halles, {method: 'PUT'});
    assert.deepEqual([fresh.member, fresh.visitorId], [undefined, undefined]);
  });

  it('knows its members', async () => {
    const {access, hub, halles} = await start();
    const elo = new Visitor(hub);
    await elo.join(halles, 'Elo');
    const seen = await access(elo, halles);
    assert.equal(seen.member?.name, 'Elo');
    assert.deepEqual(seen.viewer, {authorId: seen.member.author_id, isModerator: false});
  });
});

describe('a room that is read', () => {
  it('has its shop and what that set, and nobody in it who was not asked for', async () => {
    const {db, room} = await start();
    const found = await loadRoom(db, room);
    const shop = {...SETTINGS, openingHours: '24/7'};
    const chat = {...DEFAULT_SETTINGS, isEnabled: true};
    const row = await db
      .selectFrom('rooms')
      .selectAll()
      .where('id', '=', room)
      .executeTakeFirstOrThrow();
    for (const [name, value] of Object.entries(row)) {
      assert.equal(found!.row[name as keyof typeof row], value, name);
    }
    const {rules, hasPush, visitorId, member} = found!;
    assert.deepEqual([found!.shop, found!.chat, rules, hasPush], [shop, chat, undefined, false]);
    assert.deepEqual([visitorId, member], [undefined, undefined]);
  });

  it('has the defaults of a shop that has set nothing', async () => {
    const {db, room} = await start();
    await db.deleteFrom('chat_settings').execute();
    assert.deepEqual((await loadRoom(db, room))?.chat, DEFAULT_SETTINGS);
  });

  it('finds its member by a secret or by who they are, and who is in no room by the secret', async () => {
    const {db, room, halles, visitor, member} = await start();
    const keyHash = sha256Hex(visitor.secret);
    const visitorId = member.visitor_id;
    for (const asker of [{keyHash}, {visitorId}]) {
      const found = await loadRoom(db, room, asker);
      assert.deepEqual([found?.member, found?.visitorId], [member, visitorId]);
    }
    const outside = await loadRoom(db, halles, {keyHash});
    assert.deepEqual([outside?.member, outside?.visitorId], [undefined, visitorId]);
    for (const asker of [{keyHash: 'none'}, {visitorId: 'none'}]) {
      const found = await loadRoom(db, room, asker);
      assert.deepEqual([found?.member, found?.visitorId], [undefined, undefined]);
    }
    assert.equal(await loadRoom(db, 'nowhere', {keyHash}), undefined);
  });

  it('tells whether some browser wants to be told', async () => {
    const {db, room, hub} = await start();
    const {id} = await clerk(hub);
    const keys = {endpoint: 'https://push.example', public_key: 'k', auth_secret: 's'};
    await db
      .insertInto('push_subscriptions')
      .values({id: 'p', person_id: id, ...keys, language: 'fr', created_at: 0})
      .execute();
    assert.equal((await loadRoom(db, room))?.hasPush, true);
  });
});
