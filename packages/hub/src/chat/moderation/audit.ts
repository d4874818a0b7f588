import type {Database, HubContext, HubTransaction} from '../../context.js';

export interface AuditEntry {
  shop: string;
  room?: string | undefined;
  /** Who of the shop; absent of a program with a token. */
  personId?: string | undefined;
  action: AuditAction;
  /** Id of the message, report or author. */
  subject?: string | undefined;
  reason?: string | undefined;
}

export type AuditAction =
  | 'approve'
  | 'reject'
  | 'remove'
  | 'keep'
  | 'ban'
  | 'unban'
  | 'block'
  | 'unblock'
  | 'assign'
  | 'end'
  | 'reopen'
  | 'settings'
  | 'away'
  | 'room'
  | 'close-room';

/** Notes what somebody did, in the transaction in which it is done. */
export async function audit(
  {clock}: Pick<HubContext, 'clock'>,
  trx: HubTransaction | Database,
  {shop, room, personId, action, subject, reason}: AuditEntry,
): Promise<void> {
  await trx
    .insertInto('chat_audit')
    .values({
      shop_id: shop,
      room_id: room ?? null,
      person_id: personId ?? null,
      action,
      subject: subject ?? null,
      reason: reason ?? null,
      at: clock.now().getTime(),
    })
    .execute();
}

const PAGE = 100;

/** What was done in a shop's rooms, the latest first. */
export async function readAudit(db: Database, shop: string, before?: number) {
  let query = db
    .selectFrom('chat_audit as a')
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .select([
      'a.id',
      'a.room_id',
      'a.person_id',
      'a.action',
      'a.subject',
      'a.reason',
      'a.at',
      'p.name',
      'p.email',
    ])
    .where('a.shop_id', '=', shop);
  if (before !== undefined) query = query.where('a.id', '<', before);
  const rows = await query.orderBy('a.id', 'desc').limit(PAGE).execute();
  return rows.map(row => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    action: row.action,
    ...(row.person_id !== null && {
      person: {id: row.person_id, name: row.name ?? row.email ?? ''},
    }),
    ...(row.room_id !== null && {room: row.room_id}),
    ...(row.subject !== null && {subject: row.subject}),
    ...(row.reason !== null && {reason: row.reason}),
  }));
}
