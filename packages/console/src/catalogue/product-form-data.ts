import type {Allergen, Content, Product, Weekday} from '@local-widgets/model/schemas.js';
import {readMoney} from '../format/money.js';
import {defined, someText, textOf, ticked, wholeNumber} from '../templates/form.js';

/** What may be wrong with a field, by the sentence that says so. */
export type FieldProblem =
  | 'invalidName'
  | 'invalidId'
  | 'badPrice'
  | 'badStock'
  | 'invalidNumber'
  | 'invalidWhole'
  | 'invalidSeason'
  | 'invalidUrl'
  | 'idTaken';

export type ProductForm =
  | {readonly product: Product; readonly problems?: undefined}
  | {readonly product?: undefined; readonly problems: Readonly<Record<string, FieldProblem>>};

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MONTH_DAY = /^\d{2}-\d{2}$/;

/** A name as an identifier: `Pain d’épices bio` is `pain-d-epices-bio`. Empty when nothing is left. */
export function idOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
    .replace(/-$/, '');
}

/**
 * The product that a filled form describes, or what is wrong with which field.
 *
 * @param taken identifiers of the other products
 */
export function productOf(form: FormData, taken: ReadonlySet<string>): ProductForm {
  const problems: Record<string, FieldProblem> = {};
  const name = textOf(form, 'name');
  const id = textOf(form, 'id') || idOf(name);
  if (!name) problems['name'] = 'invalidName';
  else if (!ID.test(id)) problems['id'] = 'invalidId';
  else if (taken.has(id)) problems['id'] = 'idTaken';
  const price = readMoney(textOf(form, 'price'));
  if (price === undefined) problems['price'] = 'badPrice';
  const whole = (field: string, problem: FieldProblem = 'invalidWhole'): number | undefined => {
    const value = wholeNumber(form, field);
    if (Number.isNaN(value)) problems[field] = problem;
    return value;
  };
  const url = someText(form, 'imageUrl');
  if (url && !/^https?:\/\/\S+$/.test(url)) problems['imageUrl'] = 'invalidUrl';
  const isFood = form.has('isFood');
  const withdrawal = textOf(form, 'withdrawalException');
  const product = defined<Product>({
    id,
    name,
    price: price ?? 0,
    vatRate: Number(textOf(form, 'vatRate')),
    description: someText(form, 'description'),
    category: someText(form, 'category'),
    content: contentOf(form, problems),
    stock: whole('stock', 'badStock'),
    maxPerOrder: whole('maxPerOrder'),
    points: whole('points'),
    preparationMinutes: whole('preparationMinutes'),
    availability: availabilityOf(form, problems),
    isFood: isFood || undefined,
    ingredients: isFood ? someText(form, 'ingredients') : undefined,
    // food tells its allergens, even when there are none
    allergens: isFood ? (ticked(form, 'allergens') as Allergen[]) : undefined,
    origin: someText(form, 'origin'),
    image: url ? {url, alt: textOf(form, 'imageAlt')} : undefined,
    withdrawalException: (withdrawal || undefined) as Product['withdrawalException'],
    isHidden: form.has('isHidden') || undefined,
  });
  return Object.keys(problems).length > 0 ? {problems} : {product};
}

function contentOf(form: FormData, problems: Record<string, FieldProblem>): Content | undefined {
  const unit = textOf(form, 'contentUnit') as Content['unit'] | '';
  const text = textOf(form, 'contentQuantity').replace(',', '.');
  if (!unit) return undefined;
  const quantity = Number(text);
  if (!text || !(quantity > 0)) problems['contentQuantity'] = 'invalidNumber';
  return {quantity, unit};
}

function availabilityOf(
  form: FormData,
  problems: Record<string, FieldProblem>,
): Product['availability'] {
  const weekdays = ticked(form, 'weekdays') as Weekday[];
  const from = textOf(form, 'seasonFrom');
  const to = textOf(form, 'seasonTo');
  const hasSeason = Boolean(from || to);
  if (hasSeason && !(MONTH_DAY.test(from) && MONTH_DAY.test(to))) {
    problems['seasonFrom'] = 'invalidSeason';
  }
  if (!hasSeason && weekdays.length === 0) return undefined;
  return {...(weekdays.length > 0 && {weekdays}), ...(hasSeason && {season: {from, to}})};
}
