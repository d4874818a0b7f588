import type {ChatAuthor} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {MemberRow} from './room-row.js';

/** Characters of an author's id: enough that no two of a room ever meet. */
const ID_LENGTH = 24;

/** The same person has the same id in one room, and one that leads nowhere in each other room. */
export function authorIdIn(room: string, person: string): string {
  return sha256Hex(`author of ${room}: ${person}`).slice(0, ID_LENGTH);
}

export function memberAuthor({author_id, name}: Pick<MemberRow, 'author_id' | 'name'>): ChatAuthor {
  return {id: author_id, role: 'visitor', ...(name !== null && {name})};
}

/** Somebody of the shop; a program, or a bridge that knows no person, is the shop itself. */
export function shopAuthor(
  room: string,
  {personId = 'shop', name}: {personId?: string | undefined; name?: string | undefined},
): ChatAuthor {
  return {id: authorIdIn(room, personId), role: 'shop', ...(name !== undefined && {name})};
}

export const hubAuthor = (room: string): ChatAuthor => ({id: authorIdIn(room, 'hub'), role: 'hub'});
