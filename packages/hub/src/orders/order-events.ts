import {sql} from 'kysely';
import type {OrderActor, OrderState} from '@local-widgets/model/schemas.js';
import type {Dialect, HubTransaction} from '../context.js';

export interface NewOrderEvent {
  orderId: string;
  shopId: string;
  kind: 'state' | 'arrived' | 'payment' | 'withdrawn' | 'erased';
  /** The state of the order after it. */
  state: OrderState;
  by: OrderActor;
  person?: string | undefined;
  reason?: string | undefined;
  at: Date;
}

/**
 * Writes down what happened. To be the last that a transaction does: on PostgreSQL it holds the shop's
 * turn until the commit, because ids are given out before they can be seen, and a reader who met a
 * higher one first would never come back for the lower.
 */
export async function appendOrderEvent(
  trx: HubTransaction,
  dialect: Dialect,
  event: NewOrderEvent,
): Promise<void> {
  if (dialect === 'postgres') {
    await sql`select pg_advisory_xact_lock(hashtext(${event.shopId}))`.execute(trx);
  }
  await trx
    .insertInto('order_events')
    .values({
      order_id: event.orderId,
      shop_id: event.shopId,
      kind: event.kind,
      state: event.state,
      actor: event.by,
      person_id: event.person ?? null,
      reason: event.reason ?? null,
      at: event.at.getTime(),
    })
    .execute();
}
