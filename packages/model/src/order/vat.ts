import type {OrderLine} from '../schemas/order.js';

/** What one rate of VAT makes of an order; all in cents, and `net` + `vat` is `gross`. */
export interface VatShare {
  /** Hundredths of a percent. */
  readonly rate: number;
  /** With VAT: the lines of the rate, and its part of the delivery. */
  readonly gross: number;
  readonly net: number;
  readonly vat: number;
}

/**
 * The VAT in an order by rate, lowest rate first. Prices include it, so that it is taken out of the
 * sum of each rate, rounded half up. What is charged for delivery belongs to what is delivered
 * (code général des impôts, article 267, I, 2°): it is shared between the rates in proportion to
 * their goods, with the largest remainder, so that the shares add up to the order's total to the
 * cent.
 */
export function vatShares(
  lines: readonly Pick<OrderLine, 'vatRate' | 'total'>[],
  deliveryFee = 0,
): VatShare[] {
  const goods = new Map<number, number>();
  for (const {vatRate, total} of lines) goods.set(vatRate, (goods.get(vatRate) ?? 0) + total);
  const sorted = [...goods].sort(([one], [other]) => one - other);
  const fees = shareOut(
    deliveryFee,
    sorted.map(([, sum]) => sum),
  );
  return sorted.map(([rate, sum], i) => {
    const gross = sum + fees[i]!;
    const vat = Math.round((gross * rate) / (10_000 + rate));
    return {rate, gross, net: gross - vat, vat};
  });
}

/**
 * Shares an amount in proportion to weights, in whole cents that add up to it: everyone gets the
 * whole part of the share, and what is left goes cent by cent to the largest remainders, the first
 * of equal ones. Weights that are all 0 count as equal. No weights, no shares.
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  const exact = weights.map(weight => (sum ? (amount * weight) / sum : amount / weights.length));
  const shares = exact.map(Math.floor);
  const remainders = exact.map((share, i) => ({i, rest: share - shares[i]!}));
  let left = amount - shares.reduce((one, other) => one + other, 0);
  for (const {i} of remainders.sort((one, other) => other.rest - one.rest)) {
    if (left-- > 0) shares[i] = shares[i]! + 1;
  }
  return shares;
}
