import type {Product} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../context.js';
import {runTogether} from '../database/batch.js';
import {HubProblem} from '../http/problem.js';
import {endpoints, members} from '../outbox/enqueue.js';
import type {Audience} from '../outbox/message-rows.js';
import {readSome, someProducts, toProduct} from '../shops/product-store.js';
import {shopRow, toShop} from '../shops/shop-store.js';
import type {Shop} from '../shops/shop-store.js';
import {shopTurn} from '../shops/shop-turn.js';

/** What orders of a shop are held against. */
export interface OrderingShop {
  shop: Shop;
  audience: Audience;
  /** Products by id, with the stock that was there when each was read: what is left is seen on taking it. */
  products: Map<string, Product>;
}

const kept = new WeakMap<HubTransaction, Map<string, OrderingShop>>();

/**
 * Takes the shop's turn and reads what an order needs to know of it, unless one before it in the same
 * transaction has done so (`keepForNext`).
 *
 * @throws HubProblem `not-found`
 */
export async function orderingShop(
  trx: HubTransaction,
  {dialect}: Pick<HubContext, 'dialect'>,
  {shopId, products: ids}: {shopId: string; products: readonly string[]},
): Promise<OrderingShop> {
  const found = kept.get(trx)?.get(shopId);
  if (found === undefined) return readShop(trx, dialect, {shopId, products: ids});
  const missing = ids.filter(id => !found.products.has(id));
  for (const product of await readSome(trx, shopId, missing)) {
    found.products.set(product.id, product);
  }
  return found;
}

/**
 * Spares the next orders of the transaction the reading. To be called when an order is written: with what is
 * undone to a savepoint, PostgreSQL gives back the turn that was taken after it.
 */
export function keepForNext(trx: HubTransaction, read: OrderingShop): void {
  const shops = kept.get(trx) ?? new Map<string, OrderingShop>();
  kept.set(trx, shops.set(read.shop.id, read));
}

async function readShop(
  trx: HubTransaction,
  dialect: HubContext['dialect'],
  {shopId, products: ids}: {shopId: string; products: readonly string[]},
): Promise<OrderingShop> {
  const questions = [
    shopRow.with(trx, {id: shopId}),
    members.with(trx, {shopId}),
    endpoints.with(trx, {shopId}),
    someProducts(trx, shopId, ids),
  ] as const;
  const [row, people, enabled, products] = await runTogether(
    trx,
    questions,
    shopTurn(trx, dialect, shopId),
  );
  if (!row.rows[0]) throw new HubProblem('not-found');
  const shop = toShop(row.rows[0]);
  const audience = {
    people: people.rows.map(({person_id}) => person_id),
    hasAddress: shop.settings.email !== undefined,
    endpoints: enabled.rows.map(({id}) => id),
  };
  return {shop, audience, products: new Map(products.rows.map(row => [row.id, toProduct(row)]))};
}
