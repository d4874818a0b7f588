import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {HubContext} from '../../src/context.js';
import {MemoryLimits} from '../../src/chat/abuse/limits.js';
import {checkPace, checkVisitorPost, memberChangesOf} from '../../src/chat/log/check-post.js';
import type {PostCheck} from '../../src/chat/log/check-post.js';
import type {LoadedRoom} from '../../src/chat/rooms/load-room.js';
import type {MemberRow} from '../../src/chat/rooms/room-row.js';
import {DEFAULT_SETTINGS} from '../../src/chat/settings/default-settings.js';
import {NOW, SETTINGS, testClock} from '../support/fixtures.js';
import {chatConfig} from './support/chat-hub.js';
import {ROOM} from './support/guests.js';

const now = NOW.getTime();
const DAY = 86_400_000;

interface Changes {
  rules?: Partial<typeof ROOM> | null;
  member?: Partial<MemberRow>;
  chat?: Partial<typeof DEFAULT_SETTINGS>;
  state?: string;
}

/** A public room as Anne has it, who has written there before; a conversation without rules. */
const room = ({rules = {}, member = {}, chat = {}, state = 'open'}: Changes = {}) =>
  ({
    row: {id: 'halles', shop_id: 'fournil', state},
    rules: rules === null ? undefined : {...ROOM, ...rules},
    shop: SETTINGS,
    chat: {...DEFAULT_SETTINGS, ...chat},
    member: {
      ...{visitor_id: 'anne', accepted_rules: ROOM.rulesVersion, messages: 1, is_watched: 0},
      ...{last_text_hash: null, banned_until: null, ban_reason: null, joined_at: now},
      ...member,
    },
  }) as unknown as LoadedRoom;

const isHeld = (changes: Changes, text?: string) =>
  checkVisitorPost(room(changes), {text, hasImage: false}, NOW);

describe('what a visitor writes into a public room', () => {
  it('is shown at once', () => {
    assert.equal(isHeld({}, 'Bonjour'), false);
    assert.equal(isHeld({}), false, 'a picture alone');
  });

  it('is held where all is, of who is watched, and where an unwanted word is in it', () => {
    assert.equal(isHeld({rules: {isPremoderated: true}}, 'Bonjour'), true);
    assert.equal(isHeld({member: {is_watched: 1}}, 'Bonjour'), true);
    const chat = {blockedWords: ['arnaque']};
    assert.equal(isHeld({chat}, 'Quelle ARNAQUE !'), true);
    assert.equal(isHeld({chat}, 'Bonjour'), false);
  });

  it('is held when it is the first of its writer and has a link', () => {
    const link = 'Voyez https://exemple.fr';
    assert.equal(isHeld({member: {messages: 0}}, link), true);
    assert.equal(isHeld({member: {messages: 0}}, 'Bonjour'), false);
    assert.equal(isHeld({member: {messages: 1}}, link), false);
  });

  it('is held when it was said just before, from twenty letters on', () => {
    const again = (text: string, before = text) => {
      const {hash} = memberChangesOf({slowSeconds: 0}, {text: before, isHeld: false}, NOW);
      return isHeld({member: {last_text_hash: hash}}, text);
    };
    assert.equal(again('x'.repeat(19)), false);
    assert.equal(again('x'.repeat(20)), true);
    assert.equal(again('Vingt lettres à l’un !', 'vingt lettres a l un'), true);
    assert.equal(again('vingt lettres a l un', 'autre chose de long, dit avant'), false);
  });

  it('is refused of who is banned, with the reason, until the ban is over', () => {
    const banned = (banned_until: number, ban_reason: string | null) => () =>
      isHeld({member: {banned_until, ban_reason}}, 'Bonjour');
    assert.throws(banned(now + 1, 'Insultes'), {code: 'blocked', extras: {detail: 'Insultes'}});
    assert.throws(banned(now + 1, null), {code: 'blocked', extras: {}});
    assert.equal(banned(now, 'Insultes')(), false);
  });

  it('is refused without its rules, and while it is closed', () => {
    const refused = (changes: Changes) => () => isHeld(changes, 'Bonjour');
    for (const accepted_rules of [null, '2026-01-01']) {
      assert.throws(refused({member: {accepted_rules}}), {code: 'rules-not-accepted'});
    }
    const closed = {code: 'room-closed'};
    assert.throws(refused({rules: {isOpen: false}}), closed);
    assert.throws(refused({rules: {hours: 'Mo 09:00-17:00'}}), closed);
    assert.equal(refused({rules: {hours: 'Mo 08:00-17:00'}})(), false);
    assert.throws(refused({state: 'ended'}), closed);
  });
});

describe('what a visitor writes into a conversation', () => {
  const chat = {blockedWords: ['arnaque']};

  it('is never held, and refused with an unwanted word', () => {
    const link = 'https://exemple.fr';
    assert.equal(isHeld({rules: null, member: {messages: 0, is_watched: 1}}, link), false);
    assert.throws(() => isHeld({rules: null, chat}, 'Une arnaque'), {code: 'blocked-word'});
  });

  it('has no picture where the shop wants none', () => {
    const post = (allowsImages: boolean, hasImage: boolean) => () =>
      checkVisitorPost(room({rules: null, chat: {allowsImages}}), {text: 'x', hasImage}, NOW);
    assert.throws(post(false, true), {code: 'invalid'});
    assert.equal(post(false, false)(), false);
    assert.equal(post(true, true)(), false);
  });
});

describe('how fast a visitor writes', () => {
  /** Writes with these limits a minute; as the secret of addresses does, each address is its own key. */
  const pace = (limits: Partial<ReturnType<typeof chatConfig>['limits']>) => {
    const clock = testClock();
    const context = {
      clock,
      config: {chat: chatConfig({limits})},
      chat: {
        limits: new MemoryLimits(clock),
        secrets: {addressKey: (ip: string) => Promise.resolve(`key of ${ip}`)},
      },
    } as unknown as HubContext;
    return {
      clock,
      write: (changes: Changes = {}, ip: PostCheck['ip'] = '::1') =>
        checkPace(context, room(changes), {text: 'x', hasImage: false, ip}),
      byBridge: (changes: Changes = {}) =>
        checkPace(context, room(changes), {text: 'x', hasImage: false}),
    };
  };
  const tooMany = {code: 'too-many-requests'};
  const by = (visitor_id: string): Changes => ({member: {visitor_id}});

  it('is limited by visitor', async () => {
    const {write, clock} = pace({messagesPerMinute: 8});
    await write();
    await write();
    await assert.rejects(write(), {...tooMany, extras: {retryAfter: 8}});
    await assert.rejects(write({}, '::2'), tooMany);
    await write(by('yann'));
    clock.pass(0.125);
    await write();
  });

  it('is limited by address, which a bridge has not', async () => {
    const {write, byBridge} = pace({messagesPerMinuteOfAddress: 4});
    await write();
    await assert.rejects(write(by('yann')), tooMany);
    await write(by('yann'), '::2');
    await byBridge(by('yann'));
    await byBridge(by('yann'));
  });

  it('is limited by shop', async () => {
    const {write, byBridge} = pace({messagesPerMinuteOfShop: 4});
    await write();
    await assert.rejects(write(by('yann'), '::2'), tooMany);
    await assert.rejects(byBridge(by('yann')), tooMany);
  });

  it('asks strangers for a proof beyond half of an address’s limit, for a day', async () => {
    const {write, byBridge} = pace({messagesPerMinuteOfAddress: 16});
    const stranger = {member: {joined_at: now - DAY + 1}};
    assert.deepEqual([await write(stranger), await write(stranger)], [false, false]);
    assert.equal(await write(stranger), true);
    assert.equal(await byBridge(stranger), false);
    assert.equal(await write(stranger, '::2'), false);
    assert.equal(await write({member: {joined_at: now - DAY}}), false);
  });
});
