import type {Product} from '@local-widgets/model/schemas.js';
import type {Database, HubTransaction} from '../context.js';

export interface ProductRow {
  id: string;
  details: string;
  stock: number | null;
}

/** A product with what is left of it. */
export function toProduct({details, stock}: ProductRow): Product {
  const product = JSON.parse(details) as Product;
  return stock === null ? product : {...product, stock};
}

/** Details and stock apart, as the table keeps them. */
export function fromProduct({stock, ...details}: Product): Omit<ProductRow, 'id'> {
  return {details: JSON.stringify(details), stock: stock ?? null};
}

/** All of a shop, hidden ones included, in the order of the catalogue. */
export async function readProducts(db: Database, shopId: string): Promise<Product[]> {
  const rows = await db
    .selectFrom('products')
    .select(['id', 'details', 'stock'])
    .where('shop_id', '=', shopId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toProduct);
}

/** Those of the ids that there are, by id. */
export async function readSome(
  db: Database,
  shopId: string,
  ids: readonly string[],
): Promise<Product[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('products')
    .select(['id', 'details', 'stock'])
    .where('shop_id', '=', shopId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return rows.map(toProduct);
}

interface Pieces {
  product: string;
  quantity: number;
}

/** Everywhere the same order, so that two transactions never wait for each other. */
const byProduct = (pieces: readonly Pieces[]) =>
  [...pieces].sort((a, b) => (a.product < b.product ? -1 : 1));

/**
 * Takes pieces of what is counted, each by one conditional update.
 *
 * @returns the first product of which there are not enough
 */
export async function takeStock(
  trx: HubTransaction,
  shopId: string,
  pieces: readonly Pieces[],
): Promise<string | undefined> {
  for (const {product, quantity} of byProduct(pieces)) {
    const row = await trx
      .updateTable('products')
      .set(eb => ({stock: eb('stock', '-', quantity)}))
      .where('shop_id', '=', shopId)
      .where('id', '=', product)
      .where(eb => eb.or([eb('stock', 'is', null), eb('stock', '>=', quantity)]))
      .returning('id')
      .executeTakeFirst();
    if (!row) return product;
  }
  return undefined;
}

/** Gives pieces back to what is still counted. */
export async function returnStock(
  trx: HubTransaction,
  shopId: string,
  pieces: readonly Pieces[],
): Promise<void> {
  for (const {product, quantity} of byProduct(pieces)) {
    await trx
      .updateTable('products')
      .set(eb => ({stock: eb('stock', '+', quantity)}))
      .where('shop_id', '=', shopId)
      .where('id', '=', product)
      .where('stock', 'is not', null)
      .execute();
  }
}
