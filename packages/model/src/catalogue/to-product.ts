import {quote} from '../place/position.js';
import type {Content, Product} from '../schemas/catalogue.js';
import {cleanText} from '../text/clean-text.js';
import type {ProductField, ProductValues} from './fields.js';
import type {RejectedProduct} from './rejected.js';
import {allergensOf} from './values/allergens.js';
import {contentOf} from './values/content.js';
import {seasonOf, weekdaysOf} from './values/days.js';
import {priceOf, vatRateOf} from './values/money.js';
import {wordOf} from './values/word.js';
import {addressOf, booleanOf, exceptionOf, minutesOf, stockOf, wholeOf} from './values/plain.js';

/** Problems of one row; the caller knows its line. */
export type ProductProblem = Omit<RejectedProduct, 'line'>;

export type ProductWithoutId = Omit<Product, 'id'>;

/** A text that nobody would see tells nothing. */
const text = (maxLength: number) => (value: unknown) =>
  cleanText(value, maxLength) ?? (typeof value === 'string' ? null : undefined);

/**
 * Makes a product of raw values, or tells all that is wrong with them. Long texts are cut; numbers,
 * days and allergens are either understood or told: a wrong one would be worse than none.
 */
export function toProduct(values: ProductValues): ProductWithoutId | ProductProblem[] {
  const problems: ProductProblem[] = [];
  /** Undefined when absent, told as nothing (null), or not understood: then it is a problem. */
  const read = <T>(
    field: ProductField,
    parse: (value: unknown) => T,
  ): NonNullable<T> | undefined => {
    if (isBlank(values[field])) return undefined;
    const value = parse(values[field]);
    if (value === undefined) problems.push(notUnderstood(field, values[field]));
    return value ?? undefined;
  };
  const need = <T>(field: 'name' | 'price' | 'vatRate', parse: (value: unknown) => T) => {
    const value = read(field, parse);
    const isTold = value !== undefined || problems.some(problem => problem.field === field);
    if (!isTold) problems.push({field, reason: 'missing'});
    return value;
  };

  const name = need('name', text(120));
  const price = need('price', priceOf);
  const vatRate = need('vatRate', vatRateOf);
  const weekdays = read('weekdays', weekdaysOf);
  const season = read('season', seasonOf);
  const url = read('imageUrl', addressOf);
  const alt = read('imageAlt', text(200)) ?? '';
  const product = {
    description: read('description', text(1000)),
    category: read('category', text(80)),
    content: readContent(values, price?.per, problems),
    stock: read('stock', stockOf),
    maxPerOrder: read('maxPerOrder', wholeOf(1, 999)),
    points: read('points', wholeOf(0, 1000)),
    preparationMinutes: read('preparationMinutes', minutesOf),
    availability: weekdays || season ? defined({weekdays, season}) : undefined,
    isFood: read('isFood', booleanOf),
    ingredients: read('ingredients', text(2000)),
    allergens: read('allergens', allergensOf),
    origin: read('origin', text(120)),
    image: url === undefined ? undefined : {url, alt},
    withdrawalException: read('withdrawalException', exceptionOf),
    isHidden: read('isHidden', booleanOf),
  };
  checkCurrency(values.currency, problems);
  if (problems.length || name === undefined || !price || vatRate === undefined) return problems;
  return {name, price: price.cents, vatRate, ...defined(product)};
}

/**
 * A price by the kilo (`12 €/kg`) tells what it buys; of what is packed it would be another price.
 */
function readContent(
  {content, unit, price}: ProductValues,
  per: string | undefined,
  problems: ProductProblem[],
): Content | undefined {
  const word = typeof unit === 'string' ? unit : undefined;
  const given = isBlank(content) ? undefined : content;
  const told = contentOf(given, word);
  if (told === undefined) problems.push(notUnderstood('content', content));
  const perUnit = contentOf(undefined, per);
  const isOther =
    perUnit && given !== undefined && JSON.stringify(told) !== JSON.stringify(perUnit);
  if (isOther) problems.push(notUnderstood('price', price));
  return perUnit ?? told ?? undefined;
}

function checkCurrency(currency: unknown, problems: ProductProblem[]): void {
  if (isBlank(currency) || /^(?:eur|euros?|€)$/i.test(wordOf(currency).trim())) return;
  problems.push({field: 'currency', reason: 'foreign-currency', value: said(currency)});
}

function notUnderstood(field: ProductField, value: unknown): ProductProblem {
  return {field, reason: 'not-understood', value: said(value)};
}

/** What stood there, without the quotes that `quote` puts around texts. */
function said(value: unknown): string {
  return quote(value).replace(/^"|"$/g, '');
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}

/** Without the members that are undefined. */
function defined<T extends object>(object: T): {[K in keyof T]?: NonNullable<T[K]>} {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as {[K in keyof T]?: NonNullable<T[K]>};
}
