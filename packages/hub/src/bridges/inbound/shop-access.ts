import type {RoomAccess} from '../../chat/rooms/access.js';
import {shopAuthor} from '../../chat/rooms/authors.js';
import type {LoadedRoom} from '../../chat/rooms/load-room.js';

/** A room as somebody of the shop has it; as the shop itself where who answers is no person that it knows. */
export function shopAccess(
  room: LoadedRoom,
  person: {personId?: string | undefined; name?: string | undefined} = {},
): RoomAccess {
  const asking = {role: 'shop', ...person} as const;
  const viewer = {authorId: shopAuthor(room.row.id, asking).id, isModerator: true};
  return {...room, asking, viewer};
}
