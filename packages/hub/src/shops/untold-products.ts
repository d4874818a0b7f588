import type {Product} from '@local-widgets/model/schemas.js';
import type {Database} from '../context.js';
import {readProducts} from './product-store.js';
import type {Shop} from './shop-store.js';

interface Untold {
  version: number;
  products: readonly Product[];
}

const known = new WeakMap<Database, Map<string, Untold>>();

/**
 * The products of a shop that may keep it from taking orders: food whose allergens are not told (`missingDuties`). The
 * catalogue is read again only when its merchant has changed it: every page with a button asks whether the shop takes
 * orders, and a town's list asks it of all shops.
 */
export async function untoldProducts(db: Database, shop: Shop): Promise<readonly Product[]> {
  const shops = known.get(db) ?? new Map<string, Untold>();
  known.set(db, shops);
  const {id, catalogueVersion: version} = shop;
  const found = shops.get(id);
  if (found?.version === version) return found.products;
  const products = (await readProducts(db, id)).filter(
    ({isFood, allergens}) => isFood && !allergens,
  );
  shops.set(id, {version, products});
  return products;
}
