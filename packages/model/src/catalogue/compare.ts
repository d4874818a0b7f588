import type {Product} from '../schemas/catalogue.js';
import {isObject} from '../place/json.js';

/** What a new catalogue would do to the old one: ids. */
export interface CatalogueChanges {
  /** In the order of the new one, as `changed`. */
  readonly added: string[];
  readonly changed: string[];
  /** In the order of the old one. */
  readonly removed: string[];
}

/**
 * Compares two catalogues by id, for a dry run. The order of products, of members and of what
 * stands in lists (allergens, days) is no change, and an absent member is the same as an undefined
 * one.
 */
export function diffCatalogue(
  before: readonly Product[],
  after: readonly Product[],
): CatalogueChanges {
  const old = new Map(before.map(product => [product.id, product]));
  const now = new Set(after.map(({id}) => id));
  const changed = after.filter(product => {
    const was = old.get(product.id);
    return was && canonical(was) !== canonical(product);
  });
  return {
    added: after.filter(({id}) => !old.has(id)).map(({id}) => id),
    changed: changed.map(({id}) => id),
    removed: before.filter(({id}) => !now.has(id)).map(({id}) => id),
  };
}

/**
 * A catalogue that was read, with what its source could not tell taken from the old one: a price
 * list keeps the photos, and above all the stock, which would else be no longer counted. Products
 * that the source does not have are gone.
 *
 * @param told Members of a product that the source tells, as `readCatalogue` gives them.
 */
export function mergeCatalogue(
  before: readonly Product[],
  products: readonly Product[],
  told: ReadonlySet<keyof Product>,
): Product[] {
  const old = new Map(before.map(product => [product.id, product]));
  return products.map(product => {
    const was = Object.entries(old.get(product.id) ?? {});
    const kept = was.filter(([member]) => !told.has(member as keyof Product));
    return {...product, ...Object.fromEntries(kept)};
  });
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (Array.isArray(inner)) return [...(inner as unknown[])].sort();
    if (!isObject(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
