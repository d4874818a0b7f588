import type {Room} from '@local-widgets/model/schemas.js';
import {writingHours} from '../hours/open-hours.js';
import type {OpenState} from '../hours/open-hours.js';
import type {RoomAccess} from './access.js';
import {memberAuthor, shopAuthor} from './authors.js';
import type {LoadedRoom} from './load-room.js';

/** What a description is made of. */
type DescribedRoom = Pick<LoadedRoom, 'row' | 'rules' | 'shop' | 'member'>;

/** A room as who asks may see it. */
export function toRoom(access: RoomAccess, now: Date): Room {
  const {row, member, asking} = access;
  const me = asking.role === 'shop' ? shopAuthor(row.id, asking) : member && memberAuthor(member);
  const accepted = asking.role === 'visitor' ? member?.accepted_rules : undefined;
  return {
    ...describeRoom(access, now),
    ...(me && {me}),
    isWritable: isWritableFor(access, now),
    ...(accepted && {acceptedRules: accepted}),
  };
}

/** Whether who asks may write now, as far as the room, its hours and bans tell. */
export function isWritableFor(access: RoomAccess, now: Date): boolean {
  return access.asking.role === 'shop'
    ? access.row.state === 'open'
    : mayVisitorWrite(access, now).isOpen;
}

/** A room as it is for anybody. */
export function describeRoom(room: DescribedRoom, now: Date): Room {
  const {row, rules} = room;
  const {isOpen, until} = mayVisitorWrite({...room, member: undefined}, now);
  return {
    id: row.id,
    kind: row.kind as Room['kind'],
    shop: row.shop_id,
    state: row.state as Room['state'],
    lastSeq: row.last_seq,
    ...(rules && {settings: rules}),
    isWritable: isOpen,
    ...(until && {until: until.toISOString()}),
  };
}

function mayVisitorWrite({row, rules, shop, member}: DescribedRoom, now: Date): OpenState {
  if (row.state !== 'open' || row.is_blocked) return {isOpen: false};
  if ((member?.banned_until ?? 0) > now.getTime()) return {isOpen: false};
  return rules ? writingHours(rules, shop, now) : {isOpen: true};
}
