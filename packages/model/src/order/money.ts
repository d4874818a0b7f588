import type {Product} from '../schemas/catalogue.js';
import type {OrderLine} from '../schemas/order.js';

/** A product and how many of it. */
export interface BasketItem {
  readonly product: Product;
  readonly quantity: number;
}

/** What a basket costs, in cents with taxes. */
export interface BasketTotal {
  lines: OrderLine[];
  /** Absent when nothing is delivered; 0 is delivered for nothing. */
  deliveryFee?: number;
  /** The lines and the fee. */
  total: number;
}

/**
 * The lines of a basket and its sum: integers only, nothing is rounded.
 *
 * @param fee Cents of the delivery, when there is one.
 * @throws {RangeError} for a quantity, price or fee that is no whole number, or is negative
 */
export function basketTotal(items: readonly BasketItem[], fee?: number): BasketTotal {
  const lines = items.map(({product: {id, name, price, vatRate}, quantity}) => {
    const total = whole(price) * whole(quantity);
    return {product: id, name, quantity, price, vatRate, total};
  });
  const goods = lines.reduce((sum, line) => sum + line.total, 0);
  if (fee === undefined) return {lines, total: goods};
  return {lines, deliveryFee: fee, total: goods + whole(fee)};
}

function whole(value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`not a whole number: ${value}`);
}

const formats = new Map<string, Intl.NumberFormat>();

/** An amount for people: 320 is `3,20 €` in `fr`, `€3.20` in `en`. @param language BCP 47. */
export function formatCents(cents: number, language: string): string {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language, {style: 'currency', currency: 'EUR'});
    formats.set(language, format);
  }
  return format.format(cents / 100);
}
