import type {Product} from '@local-widgets/model/schemas.js';

/** A product, or why there is none; English, for the console. */
export interface Read {
  readonly product?: Product;
  readonly problem?: string;
}

type Thing = Readonly<Record<string, unknown>>;

/** Things inside things: a product of an offer of a list of a catalogue of a shop. */
const MAX_DEPTH = 6;

/**
 * A list of our own: an array, or an object with `products`, of things with `name` and `price`. A number
 * is in cents, as everywhere; text is in euros (`"3,50"`).
 */
export function productsFromJson(data: unknown): Read[] {
  const list = Array.isArray(data) ? data : thing(data)['products'];
  if (!Array.isArray(list)) return [{problem: 'a price list has no array of products.'}];
  return (list as unknown[]).map(item => {
    const {price, ...about} = thing(item);
    return toProduct(about, typeof price === 'string' ? centsIn(price) : price);
  });
}

/** Products and offers of schema.org, wherever they are in a document; prices in euros. */
export function productsFromSchemaOrg(data: unknown): Read[] {
  return found(data, MAX_DEPTH).map(item => {
    const product = {...item, ...thing(item['itemOffered'])};
    const offer = {...item, ...thing(first(item['offers']))};
    const currency = offer['priceCurrency'] ?? 'EUR';
    if (currency !== 'EUR') return {problem: `${name(product)} is sold in ${text(currency, 9)}.`};
    const price = offer['price'] ?? offer['lowPrice'];
    const id = product['sku'] ?? product['productID'] ?? product['id'];
    return toProduct({...product, id}, centsIn(text(price, 20) ?? ''));
  });
}

/** The outermost products and offers. */
function found(data: unknown, depth: number): Thing[] {
  if (depth === 0 || typeof data !== 'object' || !data) return [];
  if (Array.isArray(data)) return (data as unknown[]).flatMap(item => found(item, depth));
  const types = [(data as Thing)['@type']].flat();
  if (types.some(type => type === 'Product' || type === 'Offer')) return [data as Thing];
  return Object.values(data).flatMap(value => found(value, depth - 1));
}

function toProduct(about: Thing, price: unknown): Read {
  const called = text(about['name'], 120);
  if (!called) return {problem: 'a product without a name is left out.'};
  if (!Number.isInteger(price) || Number(price) < 0) {
    return {problem: `"${called}" has no price in cents, nor in euros as text.`};
  }
  const description = text(about['description'], 1000);
  const category = text(about['category'], 80);
  const product: Product = {
    id: slug(text(about['id'], 64) ?? called) || slug(called),
    name: called,
    price: Number(price),
    vatRate: 0,
    ...(description && {description}),
    ...(category && {category}),
  };
  return product.id ? {product} : {problem: `"${called}" makes no id; give it one.`};
}

/** `3,50`, `3.50 €` or `3` in euros as cents; NaN for anything else. */
function centsIn(euros: string): number {
  const [, whole, cents = ''] =
    /^(\d{1,6})(?:[.,](\d{1,2}))?\s*(?:€|EUR)?$/.exec(euros.trim()) ?? [];
  return whole === undefined ? NaN : Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** Lower-case letters, digits and single hyphens. */
function slug(words: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 64).replace(/-$/, '');
}

function thing(value: unknown): Thing {
  return typeof value === 'object' && value ? (value as Thing) : {};
}

const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

const name = (product: Thing): string => text(product['name'], 120) ?? 'a product';

function text(value: unknown, most: number): string | undefined {
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText ? String(value).trim().slice(0, most) || undefined : undefined;
}
