import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {HubContext} from '../../src/context.js';
import {MemoryLimits} from '../../src/chat/abuse/limits.js';
import type {Announcement} from '../../src/chat/fanout/fanout.js';
import type {RoomAccess} from '../../src/chat/rooms/access.js';
import {shopAuthor} from '../../src/chat/rooms/authors.js';
import {tellTyping} from '../../src/chat/rooms/typing.js';
import {NOW, SETTINGS, testClock} from '../support/fixtures.js';
import {ROOM} from './support/guests.js';

/** A chat, and who is announced as typing. */
function start() {
  const clock = testClock();
  const told: Announcement[] = [];
  const chat = {
    limits: new MemoryLimits(clock),
    fanout: {announce: (one: Announcement) => told.push(one)},
  } as unknown as HubContext['chat'];
  const type = (access: object) => tellTyping({chat, clock}, access as RoomAccess);
  return {clock, told, type};
}

const row = {id: 'halles', shop_id: 'fournil', kind: 'public', state: 'open', is_blocked: 0};
const shop = SETTINGS;
const anne = {
  row,
  shop,
  rules: ROOM,
  member: {author_id: 'a1', name: 'Anne', banned_until: null},
  asking: {role: 'visitor'},
};
const paul = {row, shop, rules: ROOM, asking: {role: 'shop', personId: 'paul', name: 'Paul'}};
const ofRoom = {kind: 'typing', room: 'halles', shop: 'fournil'} as const;
const author = {id: 'a1', role: 'visitor', name: 'Anne'} as const;

describe('who writes', () => {
  it('is told to the others, by the name that they have in the room', () => {
    const {told, type} = start();
    type(anne);
    type(paul);
    assert.deepEqual(told, [
      {...ofRoom, author},
      {...ofRoom, author: shopAuthor('halles', {personId: 'paul', name: 'Paul'})},
    ]);
  });

  it('is told every three seconds at most, in each room', () => {
    const {told, type, clock} = start();
    const times = () => (type(anne), told.length);
    assert.deepEqual([times(), times()], [1, 1]);
    clock.set(new Date(NOW.getTime() + 2999));
    assert.equal(times(), 1);
    clock.set(new Date(NOW.getTime() + 3000));
    assert.deepEqual([times(), times()], [2, 2]);
    type({...anne, member: {...anne.member, author_id: 'a2'}});
    type({...anne, row: {...row, id: 'place'}});
    assert.equal(told.length, 4);
  });

  it('is not told of who may not speak there', () => {
    const {told, type} = start();
    const ended = {...row, state: 'ended'};
    type({...anne, member: undefined});
    type({...anne, row: ended});
    type({...paul, row: ended});
    type({...anne, row: {...row, is_blocked: 1}});
    assert.deepEqual(told, []);
    type({...paul, row: {...row, is_blocked: 1}});
    assert.equal(told.length, 1, 'the shop may, where a visitor is blocked');
  });

  it('is not told of who is banned, nor where the room is closed', () => {
    const {told, type} = start();
    type({...anne, member: {...anne.member, banned_until: NOW.getTime() + 1}});
    type({...anne, rules: {...ROOM, isOpen: false}});
    type({...anne, rules: {...ROOM, hours: 'Su 10:00-12:00'}});
    assert.deepEqual(told, []);
    type({...anne, member: {...anne.member, banned_until: NOW.getTime()}});
    type({...paul, rules: {...ROOM, isOpen: false}});
    assert.equal(told.length, 2, 'a ban is over at its end, and the shop may at any time');
  });
});
