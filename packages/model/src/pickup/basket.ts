import type {Product} from '../schemas.js';

/** What someone wants: products and how many of each. */
export type Basket = readonly {product: Product; quantity: number}[];

/** What a basket takes of the `items` of a slot: the sum of quantity × `points`, 1 point when absent. */
export const basketPoints = (lines: Basket): number =>
  lines.reduce((sum, {product, quantity}) => sum + quantity * (product.points ?? 1), 0);

/**
 * Minutes that a basket takes to be made ready: the longest `preparationMinutes` of its products,
 * whatever the quantities; 0 when it is empty.
 */
export const basketMinutes = (lines: Basket): number =>
  Math.max(0, ...lines.map(({product}) => product.preparationMinutes ?? 0));
