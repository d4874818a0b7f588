import {sql} from 'kysely';
import type {CompiledQuery} from 'kysely';
import type {Dialect, HubTransaction} from '../context.js';
import {compileOnce} from '../database/compile-once.js';

const turn = compileOnce((db, {shopId}: {shopId: string}) =>
  db.selectNoFrom(sql`pg_advisory_xact_lock(hashtext(${shopId}))`.as('turn')),
);

/**
 * The statements by which a transaction waits for a shop's turn, and holds it until it ends; none on SQLite,
 * which has one writer at a time as it is. The turn is taken before a transaction touches slots or stock, and
 * before it writes an event:
 *
 * - so that orders of several processes, each of which takes places and pieces for many customers in one
 *   transaction, never wait for each other in a circle;
 * - so that ids of events, which are given out before they can be seen, are seen in their order: a reader
 *   who met a higher one first would never come back for the lower.
 */
export const shopTurn = (trx: HubTransaction, dialect: Dialect, shopId: string): CompiledQuery[] =>
  dialect === 'postgres' ? [turn.with(trx, {shopId})] : [];

/** Waits for a shop's turn. */
export async function takeShopTurn(
  trx: HubTransaction,
  dialect: Dialect,
  shopId: string,
): Promise<void> {
  for (const query of shopTurn(trx, dialect, shopId)) await trx.executeQuery(query);
}
