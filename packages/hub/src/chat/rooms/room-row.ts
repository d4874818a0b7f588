import type {Selectable} from 'kysely';
import type {RoomMembersTable, RoomsTable} from '../../database/chat-tables.js';

export type RoomRow = Selectable<RoomsTable>;
export type MemberRow = Selectable<RoomMembersTable>;
