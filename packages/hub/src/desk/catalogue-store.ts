import type {Product} from '@local-widgets/model/schemas.js';
import type {Database, HubContext, HubTransaction} from '../context.js';
import {HubProblem} from '../http/problem.js';
import {fromProduct, toProduct} from '../shops/product-store.js';
import {takeShopTurn} from '../shops/shop-turn.js';

type Context = Pick<HubContext, 'db' | 'dialect' | 'clock'>;

/**
 * Runs a change of a shop's catalogue: changes wait for each other, and its version counts up.
 *
 * @throws HubProblem `not-found` without such a shop
 */
export async function changeCatalogue<T>(
  {db, dialect, clock}: Context,
  shopId: string,
  change: (trx: HubTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async trx => {
    const row = await trx
      .updateTable('shops')
      .set(eb => ({
        catalogue_version: eb('catalogue_version', '+', 1),
        catalogue_updated_at: clock.now().getTime(),
      }))
      .where('id', '=', shopId)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) throw new HubProblem('not-found');
    await takeShopTurn(trx, dialect, shopId);
    return change(trx);
  });
}

/** What stands in place of a catalogue. */
export interface NewCatalogue {
  /** In the order of the catalogue. */
  products: readonly Product[];
  /** Whether the source tells the stock; otherwise what is counted stays as it is, orders included. */
  tellsStock: boolean;
  /** Ids that go. */
  removed: readonly string[];
}

/**
 * Writes a whole catalogue. Rows are met in the order of their ids, as orders meet them, so that the two
 * never wait for each other in a circle.
 */
export async function writeCatalogue(
  trx: HubTransaction,
  shopId: string,
  {products, tellsStock, removed}: NewCatalogue,
): Promise<void> {
  const positions = new Map(products.map((product, at) => [product.id, {product, at}]));
  const ids = [...positions.keys(), ...removed].sort();
  for (const id of ids) {
    const found = positions.get(id);
    if (found === undefined) await deleteProduct(trx, shopId, id);
    else await writeProduct(trx, shopId, found.product, {position: found.at, tellsStock});
  }
}

/** @param tellsStock false leaves the stock of a product that is there as it is */
export async function writeProduct(
  trx: HubTransaction,
  shopId: string,
  product: Product,
  {position, tellsStock}: {position: number; tellsStock: boolean},
): Promise<void> {
  const {details, stock} = fromProduct(product);
  await trx
    .insertInto('products')
    .values({shop_id: shopId, id: product.id, position, details, stock})
    .onConflict(conflict =>
      conflict
        .columns(['shop_id', 'id'])
        .doUpdateSet({position, details, ...(tellsStock && {stock})}),
    )
    .execute();
}

/** @returns whether it was there */
export async function deleteProduct(
  trx: HubTransaction,
  shopId: string,
  id: string,
): Promise<boolean> {
  const {numDeletedRows} = await trx
    .deleteFrom('products')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Where a product stands; the place after the last when it is new. */
export async function placeOf(
  db: Database,
  shopId: string,
  id: string,
): Promise<{position: number; isNew: boolean}> {
  const rows = await db
    .selectFrom('products')
    .select(['id', 'position'])
    .where('shop_id', '=', shopId)
    .execute();
  const own = rows.find(row => row.id === id);
  if (own !== undefined) return {position: own.position, isNew: false};
  return {position: Math.max(-1, ...rows.map(({position}) => position)) + 1, isNew: true};
}

/** What the desk changes of a product in passing. */
export interface ProductChange {
  /** Null counts no more. */
  stock?: number | null | undefined;
  isHidden?: boolean | undefined;
  price?: number | undefined;
}

/** @throws HubProblem `not-found` */
export async function changeProduct(
  trx: HubTransaction,
  shopId: string,
  id: string,
  {stock, ...change}: ProductChange,
): Promise<Product> {
  // an update that changes nothing locks the row on both engines
  const locked = await trx
    .updateTable('products')
    .set(eb => (stock === undefined ? {stock: eb.ref('stock')} : {stock}))
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .returning(['id', 'details', 'stock'])
    .executeTakeFirst();
  if (locked === undefined) throw new HubProblem('not-found');
  const details = withChange(JSON.parse(locked.details) as Product, change);
  await trx
    .updateTable('products')
    .set({details: JSON.stringify(details)})
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute();
  return toProduct({...locked, details: JSON.stringify(details)});
}

function withChange(product: Product, {isHidden, price}: Omit<ProductChange, 'stock'>): Product {
  const {isHidden: was = false, ...rest} = product;
  return {
    ...rest,
    ...(price !== undefined && {price}),
    ...((isHidden ?? was) && {isHidden: true}),
  };
}
