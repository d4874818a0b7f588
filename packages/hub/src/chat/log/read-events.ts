import type {EventPage} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import {toEvent} from './event-view.js';
import type {EventRow, Viewer} from './event-view.js';

/** Events of a page at most, and events that a stream may be behind. */
export const MOST_EVENTS = 200;

export interface EventQuestion {
  /** Events after this number. */
  after?: number | undefined;
  /** The latest events before this number, unless `after` is given. */
  before?: number | undefined;
  limit?: number | undefined;
}

const eventsOf = (db: Database, room: string) =>
  db
    .selectFrom('chat_events as e')
    .leftJoin('chat_messages as m', join =>
      join.onRef('m.room_id', '=', 'e.room_id').onRef('m.id', '=', 'e.message_id'),
    )
    .select([
      'e.seq',
      'e.at',
      'e.kind',
      'e.message_id',
      'e.data',
      'm.author_id',
      'm.role',
      'm.name',
      'm.via',
      'm.text',
      'm.image',
    ])
    .where('e.room_id', '=', room);

/** Events after a number, in order. */
export function readAfter(
  db: Database,
  room: string,
  after: number,
  limit = MOST_EVENTS,
): Promise<EventRow[]> {
  return eventsOf(db, room).where('e.seq', '>', after).orderBy('e.seq').limit(limit).execute();
}

/** The latest events before a number, in order. */
async function readBefore(
  db: Database,
  room: string,
  before: number,
  limit: number,
): Promise<EventRow[]> {
  const rows = await eventsOf(db, room)
    .where('e.seq', '<', before)
    .orderBy('e.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}

/** One event; `undefined` when it is kept no longer. */
export async function readEvent(
  db: Database,
  room: string,
  seq: number,
): Promise<EventRow | undefined> {
  return eventsOf(db, room).where('e.seq', '=', seq).executeTakeFirst();
}

/** A part of a room's log as somebody may see it. */
export async function eventPage(
  db: Database,
  {id, last_seq, first_seq}: {id: string; last_seq: number; first_seq: number},
  {after, before = last_seq + 1, limit = MOST_EVENTS}: EventQuestion,
  viewer: Viewer,
): Promise<EventPage> {
  const rows =
    after === undefined
      ? await readBefore(db, id, before, limit)
      : await readAfter(db, id, after, limit);
  return {
    events: rows.map(row => toEvent(row, viewer)),
    // what was written since the room was read is in the page as well
    lastSeq: Math.max(last_seq, rows.at(-1)?.seq ?? 0),
    firstSeq: first_seq,
  };
}
