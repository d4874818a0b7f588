import type {OrderActor, OrderState} from '@local-widgets/model/schemas.js';
import type {CompiledQuery, Selectable} from 'kysely';
import type {Dialect, HubTransaction} from '../context.js';
import {runTogether} from '../database/batch.js';
import {compileOnce} from '../database/compile-once.js';
import type {OrderEventsTable} from '../database/tables.js';
import {shopTurn} from '../shops/shop-turn.js';

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

const insert = compileOnce((db, event: Omit<Selectable<OrderEventsTable>, 'id'>) =>
  db.insertInto('order_events').values({
    order_id: event.order_id,
    shop_id: event.shop_id,
    kind: event.kind,
    state: event.state,
    actor: event.actor,
    person_id: event.person_id,
    reason: event.reason,
    at: event.at,
  }),
);

/** The statement that writes down what happened, for a transaction that holds the shop's turn. */
export const insertingEvent = (trx: HubTransaction, event: NewOrderEvent): CompiledQuery =>
  insert.with(trx, {
    order_id: event.orderId,
    shop_id: event.shopId,
    kind: event.kind,
    state: event.state,
    actor: event.by,
    person_id: event.person ?? null,
    reason: event.reason ?? null,
    at: event.at.getTime(),
  });

/** Writes down what happened. To be the last that a transaction does: others wait for the shop's turn. */
export async function appendOrderEvent(
  trx: HubTransaction,
  dialect: Dialect,
  event: NewOrderEvent,
): Promise<void> {
  const turn = shopTurn(trx, dialect, event.shopId);
  await runTogether(trx, [insertingEvent(trx, event)], turn);
}
