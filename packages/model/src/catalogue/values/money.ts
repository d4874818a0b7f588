/** Cents at most, as in the schema. */
const MAX = 10_000_000;

/** Rates that some programs write as a part of one (`0,055`): those of France. */
const RATES = new Set([210, 550, 850, 1000, 2000]);

/** A price as people write it. */
export interface Price {
  readonly cents: number;
  /** What it is for, when the price says so (`12 €/kg`). */
  readonly per?: string | undefined;
}

const PRICE =
  /^(?:€|eur)?\s*([\d\s.,]*\d)(?:\s*(?:€|euros?|eur)\s*(\d\d)?)?(?:\s*ttc)?(?:\s*(?:\/|le|la|les|par|l['’])\s*([\p{L}\d]+))?$/iu;

/**
 * A price: cents as a number, euros as a text (`3,20 €`, `3.2`, `3€20`, `1 234,50`, `1.234,50`).
 * Three digits after the only mark may be thousands or cents with a slip: that is not guessed, and
 * undefined, as is everything else.
 */
export function priceOf(value: unknown): Price | undefined {
  if (typeof value === 'number') return inRange(value) ? {cents: value} : undefined;
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const [, amount, cents, per] = PRICE.exec(value.trim()) ?? [];
  if (amount === undefined) return undefined;
  const sum = centsOf(cents ? `${amount},${cents}` : amount);
  return sum !== undefined && inRange(sum) ? {cents: sum, per} : undefined;
}

function inRange(cents: number): boolean {
  return Number.isInteger(cents) && cents >= 0 && cents <= MAX;
}

/** Digits, marks of thousands and at most two decimals: in whole numbers from beginning to end. */
function centsOf(amount: string): number | undefined {
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/s.exec(amount) ?? [];
  const mark = /[.,]/.exec(whole)?.[0];
  // a mark of thousands is another than that of decimals, and is not alone
  const isGrouped =
    mark !== undefined && decimals !== '' && !amount.slice(0, -decimals.length).endsWith(mark);
  if (mark !== undefined && !isGrouped) return undefined;
  const digits =
    mark === undefined ? /^\d+$|^\d{1,3}(?:\s\d{3})+$/ : /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;
  if (!digits.test(whole)) return undefined;
  return Number(whole.replace(/\D/g, '')) * 100 + Number(decimals.padEnd(2, '0'));
}

/**
 * A rate of VAT in hundredths of a percent: a whole number is that already, a text is in percent
 * (`5,5 %`, `20`).
 */
export function vatRateOf(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= 0 && value <= 10_000 ? value : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const [, whole, decimals = '', sign] =
    /^(\d{1,3})(?:[.,](\d{1,4}))?\s*(%)?$/.exec(value.trim()) ?? [];
  if (whole === undefined) return undefined;
  const millionths = Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
  if (!sign && RATES.has(millionths)) return millionths;
  return millionths % 100 === 0 && millionths <= 1_000_000 ? millionths / 100 : undefined;
}
