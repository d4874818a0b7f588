import type {Room} from '@local-widgets/model/schemas.js';
import {memberAuthor, shopAuthor} from './authors.js';
import type {RoomAccess} from './access.js';

/** A room as who asks may see it. */
export function toRoom({row, rules, member, asking}: RoomAccess): Room {
  const me = asking.role === 'shop' ? shopAuthor(row.id, asking) : member && memberAuthor(member);
  return {
    id: row.id,
    kind: row.kind as Room['kind'],
    shop: row.shop_id,
    state: row.state as Room['state'],
    lastSeq: row.last_seq,
    ...(me && {me}),
    ...(rules && {settings: rules}),
    isWritable: row.state === 'open',
    ...(member?.accepted_rules && {acceptedRules: member.accepted_rules}),
  };
}
