import type {Product} from '../schemas/catalogue.js';
import type {BasketLine} from '../schemas/order.js';
import type {BasketItem} from './money.js';

/** What is wrong with one product of a basket. */
export interface BasketProblem {
  /** Its id. */
  readonly product: string;
  readonly code: 'product-gone' | 'out-of-stock' | 'too-many';
  /** How many can be had: of the stock, or of one order. Absent for what is gone. */
  readonly available?: number;
}

/** A basket held against the catalogue. */
export interface CheckedBasket {
  /** The products there are, in the order of the basket, each once. */
  readonly items: BasketItem[];
  /** In the order of the basket, one a product; none when all can be ordered. */
  readonly problems: BasketProblem[];
}

/**
 * Holds a basket against the catalogue: products that are gone or hidden, more than the stock, more
 * than one order may have. Lines of one product are added up first, so that nobody gets around a
 * limit by writing it twice. The stock of a page is a hint; the hub checks again when it takes it.
 */
export function checkBasket(
  products: readonly Product[],
  lines: readonly BasketLine[],
): CheckedBasket {
  const known = new Map(products.map(product => [product.id, product]));
  const quantities = new Map<string, number>();
  for (const {product, quantity} of lines) {
    quantities.set(product, (quantities.get(product) ?? 0) + quantity);
  }
  const items: BasketItem[] = [];
  const problems: BasketProblem[] = [];
  for (const [id, quantity] of quantities) {
    const product = known.get(id);
    if (!product || product.isHidden) problems.push({product: id, code: 'product-gone'});
    else {
      items.push({product, quantity});
      const limit = limitOf(product);
      if (quantity > limit.available) problems.push({product: id, ...limit});
    }
  }
  return {items, problems};
}

/** The narrower of stock and order. */
function limitOf({stock = Infinity, maxPerOrder = Infinity}: Product) {
  return stock <= maxPerOrder
    ? ({code: 'out-of-stock', available: stock} as const)
    : ({code: 'too-many', available: maxPerOrder} as const);
}
