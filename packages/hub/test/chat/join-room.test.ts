import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {JoinRequest} from '@local-widgets/model/schemas.js';
import {joinRoom} from '../../src/chat/rooms/join-room.js';
import {loadRoom} from '../../src/chat/rooms/load-room.js';
import {chatConfig} from './support/chat-hub.js';
import {publicRoom, ROOM} from './support/guests.js';
import type {ChatHubOptions} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';

const VERSION = ROOM.rulesVersion;

/** A public room in memory, and people who join it by the hash of their secret. */
async function start({
  settings = {},
  ...options
}: ChatHubOptions & {settings?: Partial<typeof ROOM>} = {}) {
  const all = await memoryChat(options);
  const {context, db, hub} = all;
  const id = await publicRoom(hub, settings);
  const join = async (
    nickname: string,
    {
      keyHash = 'elo',
      ip = '203.0.113.7',
      ...request
    }: Partial<JoinRequest> & {
      keyHash?: string;
      ip?: string;
    } = {},
  ) => {
    const room = await loadRoom(db, id, {keyHash});
    const body = {nickname, acceptsRules: VERSION, ...request};
    await joinRoom(context, room!, {keyHash, request: body, ip});
  };
  const members = () => db.selectFrom('room_members').selectAll().orderBy('joined_at').execute();
  const events = () => db.selectFrom('chat_events').select(['kind', 'data']).execute();
  all.told();
  return {...all, id, join, members, events};
}

describe('joining a public room', () => {
  it('makes a member with a name of their own, who accepted its rules', async () => {
    const {join, members, events, told, clock, id} = await start();
    await join(' Élodie  29 ');
    const [member] = await members();
    const {author_id, address_key, visitor_id} = member!;
    assert.deepEqual(member, {
      ...{room_id: id, visitor_id, author_id, name: 'Élodie 29', name_key: 'elodie29'},
      ...{accepted_rules: VERSION, read_seq: 0, messages: 0, last_message_at: null},
      ...{last_text_hash: null, is_watched: 0, address_key, banned_until: null, ban_reason: null},
      joined_at: clock.now().getTime(),
    });
    assert.match(address_key!, /^[0-9a-f]{32}$/);
    assert.deepEqual(told(), [{kind: 'member', visitor: visitor_id, room: id}]);
    assert.deepEqual(await events(), [], 'others are not told');
  });

  it('again changes the name, which the others are told', async () => {
    const {join, members, events, told, id} = await start();
    await join('Elo');
    const [before] = await members();
    told();
    await join('Elo');
    assert.deepEqual([await members(), await events(), told()], [[before], [], []]);
    await join('Nolwenn');
    assert.deepEqual(await members(), [{...before, name: 'Nolwenn', name_key: 'nolwenn'}]);
    const author = {id: before!.author_id, role: 'visitor', name: 'Nolwenn'};
    assert.deepEqual(await events(), [{kind: 'author', data: JSON.stringify({author})}]);
    assert.deepEqual(told(), [{kind: 'room', room: id, shop: 'fournil', from: 1, to: 1}]);
  });

  it('again accepts new rules, and says nothing of it', async () => {
    const {join, members, events, hub, told} = await start();
    await join('Elo');
    await publicRoom(hub, {rulesVersion: '2026-11-22'});
    told();
    await assert.rejects(join('Elo'), {code: 'rules-not-accepted'});
    await join('Elo', {acceptsRules: '2026-11-22'});
    assert.equal((await members())[0]?.accepted_rules, '2026-11-22');
    assert.deepEqual([(await events()).map(({kind}) => kind), told()], [['state'], []]);
  });

  it('is refused without its rules, while it is closed, and in no public room', async () => {
    const closed = await start({settings: {isOpen: false}});
    await assert.rejects(closed.join('Elo'), {code: 'room-closed'});
    const open = await start();
    await assert.rejects(open.join('Elo', {acceptsRules: '1'}), {code: 'rules-not-accepted'});
    await open.db.updateTable('rooms').set({settings: null}).execute();
    await assert.rejects(open.join('Elo'), {code: 'not-found'});
    assert.deepEqual(await open.members(), []);
  });

  it('is refused under a name that is none, taken, reserved or unwanted', async () => {
    const {join, members} = await start({chat: {blockedWords: ['idiot']}});
    await join('Yann', {keyHash: 'yann'});
    for (const [name, code] of [
      ['…', 'invalid'],
      [' \u200b', 'invalid'],
      ['un idiot', 'blocked-word'],
      ['Mairie', 'nickname-taken'],
      ['LE FOURNIL', 'nickname-taken'],
      ['Yânn', 'nickname-taken'],
    ] as const) {
      await assert.rejects(join(name), {code}, name);
    }
    await join('Elo');
    await assert.rejects(join('Y.a.n.n'), {code: 'nickname-taken'}, 'nor taken on later');
    assert.deepEqual(
      (await members()).map(({name}) => name),
      ['Yann', 'Elo'],
    );
  });

  it('from where somebody is banned is watched, until the ban is over', async () => {
    const {join, members, db, clock} = await start();
    await join('Rude', {keyHash: 'rude'});
    const until = clock.now().getTime() + 60_000;
    await db.updateTable('room_members').set({banned_until: until}).execute();
    await join('Far', {keyHash: 'far', ip: '203.0.113.8'});
    await join('Near', {keyHash: 'near'});
    clock.pass(1);
    await join('Late', {keyHash: 'late'});
    const watched = (await members()).map(({name, is_watched}) => [name, is_watched]);
    assert.deepEqual(Object.fromEntries(watched), {Rude: 0, Far: 0, Near: 1, Late: 0});
  });

  it('is limited by address, renaming is not', async () => {
    const limits = {conversationsPerHour: 4};
    const {join, members} = await start({config: {chat: chatConfig({limits})}});
    await join('Elo');
    await assert.rejects(join('Yann', {keyHash: 'yann'}), {code: 'too-many-requests'});
    await join('Elodie');
    await join('Yann', {keyHash: 'yann', ip: '203.0.113.8'});
    assert.equal((await members()).length, 2);
  });

  it('needs a proof of work of who is new, where the hub asks for one', async () => {
    const {join, context, members} = await start();
    await join('Elo');
    context.config.chat.proofWork = 10;
    await join('Elodie');
    await assert.rejects(join('Yann', {keyHash: 'yann'}), {code: 'proof-needed'});
    assert.equal((await members()).length, 1);
  });
});
