import type {HubContext} from '../../context.js';
import type {RoomAccess} from './access.js';
import {memberAuthor, shopAuthor} from './authors.js';
import {isWritableFor} from './room-view.js';

/** The others are told at most so often, in milliseconds. */
const TOLD_EVERY = {burst: 1, interval: 3000};

/** Tells the others that somebody writes, and keeps nothing of it. */
export function tellTyping(
  {chat: {fanout, limits}, clock}: Pick<HubContext, 'chat' | 'clock'>,
  access: RoomAccess,
): void {
  const {row, member, asking} = access;
  const author =
    asking.role === 'shop' ? shopAuthor(row.id, asking) : member && memberAuthor(member);
  // who may not speak is not announced either
  if (!author || !isWritableFor(access, clock.now())) return;
  if (limits.take(`typing ${row.id} ${author.id}`, TOLD_EVERY) > 0) return;
  fanout.announce({kind: 'typing', room: row.id, shop: row.shop_id, author});
}
