import type {Database} from '../../context.js';

/** A room that a visitor is in, as far as a stream needs to know it. */
export interface VisitorRoom {
  visitorId: string;
  /** Absent of a visitor who is in none. */
  room?: {id: string; shop: string; lastSeq: number; authorId: string};
}

const rooms = (db: Database) =>
  db
    .selectFrom('visitors as v')
    .leftJoin('room_members as m', 'm.visitor_id', 'v.id')
    .leftJoin('rooms as r', 'r.id', 'm.room_id')
    .select(['v.id as visitor', 'm.author_id', 'r.id', 'r.shop_id', 'r.last_seq']);

type Row = Awaited<ReturnType<ReturnType<typeof rooms>['execute']>>[number];

const toVisitorRoom = ({visitor, id, shop_id, last_seq, author_id}: Row): VisitorRoom => ({
  visitorId: visitor,
  ...(id !== null && {
    room: {id, shop: shop_id!, lastSeq: last_seq!, authorId: author_id!},
  }),
});

/** The rooms of whoever has a secret, one row at least when there is somebody. */
export async function roomsOfSecret(db: Database, keyHash: string): Promise<VisitorRoom[]> {
  const rows = await rooms(db)
    .innerJoin('visitor_keys as k', 'k.visitor_id', 'v.id')
    .where('k.key_hash', '=', keyHash)
    .execute();
  return rows.map(toVisitorRoom);
}

/** The rooms of several visitors; one who is gone has no row. */
export async function roomsOfVisitors(
  db: Database,
  visitorIds: readonly string[],
): Promise<VisitorRoom[]> {
  if (visitorIds.length === 0) return [];
  const rows = await rooms(db).where('v.id', 'in', visitorIds).execute();
  return rows.map(toVisitorRoom);
}
