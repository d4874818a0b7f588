import {sql} from 'kysely';
import {deleteOldRecords} from '../chat/retention/delete-old-records.js';
import {eraseOldChats} from '../chat/retention/erase-old-chats.js';
import {eraseOldProposals} from '../events/retention/erase-old-proposals.js';
import {eraseOldRegistrations} from '../events/retention/erase-old-registrations.js';
import type {HubContext} from '../context.js';
import {deleteOld} from './delete-old.js';
import {eraseOldOrders} from './erase-old-orders.js';

const DAY = 86_400_000;
/** Names the turn of this job among PostgreSQL's advisory locks. */
const LOCK = 0x72657465;

/** What one run removed; the numbers of its row in `retention_runs`. */
export interface RetentionRun {
  ordersErased: number;
  keysDeleted: number;
  linksDeleted: number;
  sessionsDeleted: number;
  outboxDeleted: number;
  messagesDeleted: number;
  roomsDeleted: number;
  contributionsDeleted: number;
  registrationsErased: number;
  proposalsErased: number;
}

/**
 * Removes what is kept no longer, once a day, and leaves a row as the proof. Of several processes, one
 * does it.
 *
 * @param isStopping ends a long one early: it goes on at the next start
 * @returns undefined when it was done within a day, or did not come to its end
 */
export async function runRetentionWhenDue(
  context: HubContext,
  isStopping: () => boolean = () => false,
): Promise<RetentionRun | undefined> {
  const id = await claimRun(context);
  if (id === undefined) return undefined;
  const ordersErased = await eraseOldOrders(context, isStopping);
  if (isStopping()) {
    await context.db.deleteFrom('retention_runs').where('id', '=', id).execute();
    return undefined;
  }
  const run: RetentionRun = {
    ordersErased,
    ...(await deleteOld(context)),
    ...(await eraseOldChats(context)),
    contributionsDeleted: await deleteOldRecords(context),
    registrationsErased: await eraseOldRegistrations(context),
    proposalsErased: await eraseOldProposals(context),
  };
  await context.db
    .updateTable('retention_runs')
    .set({
      orders_erased: run.ordersErased,
      keys_deleted: run.keysDeleted,
      links_deleted: run.linksDeleted,
      sessions_deleted: run.sessionsDeleted,
      outbox_deleted: run.outboxDeleted,
      messages_deleted: run.messagesDeleted,
      rooms_deleted: run.roomsDeleted,
      contributions_deleted: run.contributionsDeleted,
      registrations_erased: run.registrationsErased,
      proposals_erased: run.proposalsErased,
    })
    .where('id', '=', id)
    .execute();
  context.log.info({...run}, 'What is kept no longer was removed.');
  return run;
}

/** Writes the row of a run, unless there is one of the last day. */
async function claimRun({db, dialect, clock}: HubContext): Promise<number | undefined> {
  const now = clock.now().getTime();
  return db.transaction().execute(async trx => {
    // on SQLite, transactions that write are alone anyway
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const recent = await trx
      .selectFrom('retention_runs')
      .select('id')
      .where('at', '>', now - DAY)
      .executeTakeFirst();
    if (recent) return undefined;
    const run = await trx
      .insertInto('retention_runs')
      .values({
        at: now,
        orders_erased: 0,
        keys_deleted: 0,
        links_deleted: 0,
        sessions_deleted: 0,
        outbox_deleted: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return run.id;
  });
}
