import type {Product} from '@local-widgets/model/schemas.js';
import type {CompiledQuery} from 'kysely';
import type {Database, HubTransaction} from '../context.js';
import {compileOnce} from '../database/compile-once.js';
import type {OnceCompiled} from '../database/compile-once.js';

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

/** Those of the ids that there are. */
export async function readSome(
  db: Database,
  shopId: string,
  ids: readonly string[],
): Promise<Product[]> {
  if (ids.length === 0) return [];
  const {rows} = await db.executeQuery(someProducts(db, shopId, ids));
  return rows.map(toProduct);
}

/** The query for the rows of these ids, at least one. */
export function someProducts(
  db: Database,
  shopId: string,
  ids: readonly string[],
): CompiledQuery<ProductRow> {
  const wanted = [...new Set(ids)];
  // one text for two, four, eight … of them; the last is asked for again as often as it takes
  const count = 2 ** Math.ceil(Math.log2(wanted.length));
  const values: Record<string, string> = {shopId};
  for (let at = 0; at < count; at++) values[`id${at}`] = wanted[at] ?? wanted.at(-1)!;
  return queryFor(count).with(db, values);
}

type SomeProducts = OnceCompiled<Record<string, string>, ProductRow>;
const compiled = new Map<number, SomeProducts>();

function queryFor(count: number): SomeProducts {
  const known = compiled.get(count);
  if (known) return known;
  const made = compileOnce((db, values: Record<string, string>) =>
    db
      .selectFrom('products')
      .select(['id', 'details', 'stock'])
      .where('shop_id', '=', values['shopId']!)
      .where(
        'id',
        'in',
        Array.from({length: count}, (_, at) => values[`id${at}`]!),
      ),
  );
  compiled.set(count, made);
  return made;
}

interface Pieces {
  product: string;
  quantity: number;
}

/** Everywhere the same order, so that two transactions never wait for each other. */
const byProduct = (pieces: readonly Pieces[]) =>
  [...pieces].sort((a, b) => (a.product < b.product ? -1 : 1));

interface Taking extends Pieces {
  shopId: string;
}

const takePieces = compileOnce((db, {shopId, product, quantity}: Taking) =>
  db
    .updateTable('products')
    .set(eb => ({stock: eb('stock', '-', quantity)}))
    .where('shop_id', '=', shopId)
    .where('id', '=', product)
    .where(eb => eb.or([eb('stock', 'is', null), eb('stock', '>=', quantity)])),
);

/**
 * Takes pieces of what is counted, each by one conditional update: it changes nothing where there are not
 * enough.
 */
export function takingStock(
  trx: HubTransaction,
  shopId: string,
  pieces: readonly Pieces[],
): {product: string; query: CompiledQuery}[] {
  return byProduct(pieces).map(({product, quantity}) => ({
    product,
    query: takePieces.with(trx, {shopId, product, quantity}),
  }));
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
