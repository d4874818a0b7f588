import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RoomSettings} from '@local-widgets/model/schemas.js';
import type {RoomAccess} from '../../src/chat/rooms/access.js';
import {shopAuthor} from '../../src/chat/rooms/authors.js';
import type {MemberRow, RoomRow} from '../../src/chat/rooms/room-row.js';
import {describeRoom, toRoom} from '../../src/chat/rooms/room-view.js';
import {DEFAULT_SETTINGS} from '../../src/chat/settings/default-settings.js';
import {NOW, SETTINGS} from '../support/fixtures.js';
import {ROOM} from './support/guests.js';

const anne = {author_id: 'a1', name: 'Anne', accepted_rules: '1', banned_until: null} as MemberRow;
/** On Monday at nine in France, one hour from now, until five. */
const HOURS = {hours: 'Mo-Fr 09:00-17:00'};

interface Changes {
  row?: Partial<RoomRow>;
  rules?: RoomSettings;
  member?: Partial<MemberRow> | null;
  asking?: RoomAccess['asking'];
}

/** A conversation as Anne sees it, unless told. */
const access = ({
  row,
  rules,
  member = {},
  asking = {role: 'visitor'},
}: Changes = {}): RoomAccess => ({
  row: {
    ...{id: 'halles', shop_id: 'fournil', kind: rules ? 'public' : 'conversation'},
    ...{state: 'open', last_seq: 7, is_blocked: 0},
    ...row,
  } as RoomRow,
  rules,
  shop: SETTINGS,
  chat: DEFAULT_SETTINGS,
  hasPush: false,
  member: member === null ? undefined : {...anne, ...member},
  asking,
  viewer: {isModerator: false},
});

const room = {id: 'halles', kind: 'conversation', shop: 'fournil', state: 'open', lastSeq: 7};
const publicRoom = {...room, kind: 'public'};
const me = {id: 'a1', role: 'visitor', name: 'Anne'};

describe('a room', () => {
  it('is seen by a visitor with who they are in it, and what they accepted', () => {
    const acceptedRules = '1';
    assert.deepEqual(toRoom(access(), NOW), {...room, me, isWritable: true, acceptedRules});
    const seen = {...publicRoom, settings: ROOM, isWritable: true};
    assert.deepEqual(toRoom(access({rules: ROOM}), NOW), {...seen, me, acceptedRules});
    const fresh = access({rules: ROOM, member: {name: null, accepted_rules: null}});
    assert.deepEqual(toRoom(fresh, NOW), {...seen, me: {id: 'a1', role: 'visitor'}});
    assert.deepEqual(toRoom(access({rules: ROOM, member: null}), NOW), seen);
  });

  it('is seen by the shop as itself, which may write while it is not ended', () => {
    const asking = {role: 'shop', personId: 'paul', name: 'Paul'} as const;
    const seen = {...room, me: shopAuthor('halles', asking), isWritable: true};
    assert.deepEqual(toRoom(access({asking}), NOW), seen);
    const blocked = {is_blocked: 1};
    assert.deepEqual(toRoom(access({asking, row: blocked}), NOW), seen);
    const closed = {...ROOM, isOpen: false};
    assert.equal(toRoom(access({asking, rules: closed}), NOW).isWritable, true);
    const ended = access({asking, row: {state: 'ended'}});
    assert.deepEqual(toRoom(ended, NOW), {...seen, state: 'ended', isWritable: false});
  });

  it('cannot be written to by a visitor once it is ended, or who is blocked', () => {
    const isWritable = (changes: Changes) => toRoom(access(changes), NOW).isWritable;
    assert.equal(isWritable({row: {state: 'ended'}}), false);
    assert.equal(isWritable({row: {is_blocked: 1}}), false);
    assert.equal(isWritable({rules: {...ROOM, isOpen: false}}), false);
  });

  it('cannot be written to by who is banned, up to the very moment', () => {
    const at = NOW.getTime();
    for (const [banned_until, isWritable] of [
      [at + 1, false],
      [at, true],
      [null, true],
    ] as const) {
      const seen = toRoom(access({rules: ROOM, member: {banned_until}}), NOW);
      assert.equal(seen.isWritable, isWritable);
    }
  });

  it('says until when it is open, or closed', () => {
    const seen = (now: Date) => {
      const {isWritable, until} = toRoom(access({rules: {...ROOM, ...HOURS}}), now);
      return [isWritable, until];
    };
    assert.deepEqual(seen(NOW), [false, '2026-11-23T08:00:00.000Z']);
    assert.deepEqual(seen(new Date('2026-11-23T08:00:00.000Z')), [
      true,
      '2026-11-23T16:00:00.000Z',
    ]);
  });

  it('is the same for anybody, whoever is banned', () => {
    const banned_until = NOW.getTime() + 1;
    const seen = describeRoom(access({rules: ROOM, member: {banned_until}}), NOW);
    assert.deepEqual(seen, {...publicRoom, settings: ROOM, isWritable: true});
    const closed = describeRoom(access({rules: {...ROOM, ...HOURS}}), NOW);
    const until = '2026-11-23T08:00:00.000Z';
    const settings = {...ROOM, ...HOURS};
    assert.deepEqual(closed, {...publicRoom, settings, isWritable: false, until});
  });
});
