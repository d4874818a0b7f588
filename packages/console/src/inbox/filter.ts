import type {RoomSummary} from '@local-widgets/model/schemas.js';
import {plain} from '../format/plain.js';
import {isWaiting, type RoomState} from './inbox-store.js';

/** Which rooms of those that are loaded are listed, and how. */
export interface InboxFilter {
  readonly state: RoomState;
  readonly whose: 'all' | 'mine' | 'unassigned';
  /** Those that wait for somebody stand above the others. */
  readonly isUnreadFirst: boolean;
  /** Part of a name, an address, a number, a code, a message. */
  readonly text: string;
}

export interface FilterContext {
  /** Person id of who looks. */
  readonly me: string | undefined;
  /** What a room is called on the screen. */
  readonly nameOf: (summary: RoomSummary) => string;
  /** Code of the order that it is about, where that is known. */
  readonly codeOf: (summary: RoomSummary) => string | undefined;
  /** A room that keeps its place among those that wait, because it is being read. */
  readonly pinned: string | undefined;
}

/** @param rooms the latest first; so are those that come back */
export function filterRooms(
  rooms: readonly RoomSummary[],
  filter: InboxFilter,
  context: FilterContext,
): readonly RoomSummary[] {
  const found = rooms.filter(
    summary =>
      summary.room.state === filter.state &&
      isTheirs(summary, filter.whose, context.me) &&
      isFound(summary, filter.text, context),
  );
  if (!filter.isUnreadFirst) return found;
  const isAbove = (summary: RoomSummary): boolean =>
    isWaiting(summary) || summary.room.id === context.pinned;
  return [...found.filter(isAbove), ...found.filter(summary => !isAbove(summary))];
}

function isTheirs(
  {room, assignee}: RoomSummary,
  whose: InboxFilter['whose'],
  me: string | undefined,
): boolean {
  if (whose === 'all') return true;
  if (whose === 'mine') return assignee !== undefined && assignee.id === me;
  // rooms of neighbours are nobody's
  return assignee === undefined && room.kind === 'conversation';
}

function isFound(
  summary: RoomSummary,
  text: string,
  {nameOf, codeOf}: Pick<FilterContext, 'nameOf' | 'codeOf'>,
): boolean {
  const wanted = plain(text);
  if (!wanted) return true;
  const {contact, lastMessage} = summary;
  // the zero of 06 … is not in +33 6 …
  const digits = wanted.replace(/\D/g, '').replace(/^0+/, '');
  const number = contact?.telephone?.replace(/\D/g, '') ?? '';
  if (digits.length >= 4 && /^[\d\s+().-]+$/.test(wanted) && number.includes(digits)) return true;
  return [nameOf(summary), contact?.email, codeOf(summary), lastMessage?.text].some(
    words => words !== undefined && plain(words).includes(wanted),
  );
}
