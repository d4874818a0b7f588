import type {Database, HubTransaction} from '../../context.js';
import type {BridgeName} from '../bridge.js';

export interface Cursor {
  address: string;
  seq: number;
  tries: number;
  due_at: number | null;
}

/** How far a bridge is in a room; `undefined` when it never delivered from it. */
export async function readCursor(
  db: Database,
  bridge: BridgeName,
  room: string,
): Promise<Cursor | undefined> {
  return db
    .selectFrom('bridge_cursors')
    .select(['address', 'seq', 'tries', 'due_at'])
    .where('bridge', '=', bridge)
    .where('room_id', '=', room)
    .executeTakeFirst();
}

export interface CursorMove {
  bridge: BridgeName;
  room: string;
  /** What `readCursor` found. */
  from: Cursor | undefined;
  to: {address: string; seq: number; dueAt?: Date | undefined};
}

/**
 * Moves a cursor, unless somebody else did since it was read.
 *
 * @returns whether it was moved; if not, what belongs to it must not be written either
 */
export async function moveCursor(
  trx: HubTransaction,
  {bridge, room, from, to: {address, seq, dueAt}}: CursorMove,
): Promise<boolean> {
  const values = {address, seq, tries: 0, due_at: dueAt?.getTime() ?? null, fault: null};
  const moved = from
    ? await trx
        .updateTable('bridge_cursors')
        .set(values)
        .where('bridge', '=', bridge)
        .where('room_id', '=', room)
        .where('seq', '=', from.seq)
        .where('address', '=', from.address)
        .returning('seq')
        .executeTakeFirst()
    : await trx
        .insertInto('bridge_cursors')
        .values({bridge, room_id: room, ...values})
        .onConflict(conflict => conflict.columns(['bridge', 'room_id']).doNothing())
        .returning('seq')
        .executeTakeFirst();
  return moved !== undefined;
}

/** Notes that a room has to wait. */
export async function putOff(
  db: Database,
  {bridge, room, from, to: {address, seq, dueAt}}: CursorMove,
  fault: string,
): Promise<void> {
  const values = {tries: (from?.tries ?? 0) + 1, due_at: dueAt?.getTime() ?? null, fault};
  await db
    .insertInto('bridge_cursors')
    .values({bridge, room_id: room, address, seq, ...values})
    .onConflict(conflict => conflict.columns(['bridge', 'room_id']).doUpdateSet(values))
    .execute();
}

/**
 * Forgets how far a bridge was where it is used no more, or reaches somebody else by now: it begins anew
 * when it is used again.
 *
 * @param addresses who is reached, by shop
 */
export async function dropCursors(
  db: Database,
  bridge: BridgeName,
  addresses: ReadonlyMap<string, string>,
): Promise<void> {
  const kept = await db
    .selectFrom('bridge_cursors as c')
    .innerJoin('rooms as r', 'r.id', 'c.room_id')
    .select(['r.shop_id', 'c.address'])
    .distinct()
    .where('c.bridge', '=', bridge)
    .execute();
  for (const {shop_id, address} of kept) {
    if (addresses.get(shop_id) === address) continue;
    await db
      .deleteFrom('bridge_cursors')
      .where('bridge', '=', bridge)
      .where('address', '=', address)
      .where('room_id', 'in', eb =>
        eb.selectFrom('rooms').select('id').where('shop_id', '=', shop_id),
      )
      .execute();
  }
}
