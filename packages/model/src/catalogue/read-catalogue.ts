import {openFeed, type FeedInput} from '../place/open-feed.js';
import {quote} from '../place/position.js';
import {asUnreadable, UnreadableFeedError} from '../place/unreadable-feed-error.js';
import type {Product} from '../schemas/catalogue.js';
import type {ProductField, ProductRow, ProductValues} from './fields.js';
import {ProductIds, slugOf} from './product-ids.js';
import {readProductTable, type ProductTable} from './read-csv.js';
import {readOwnProducts} from './read-own-json.js';
import {readSchemaOrgProducts} from './read-schema-org.js';
import type {RejectedProduct} from './rejected.js';
import {toProduct, type ProductProblem, type ProductWithoutId} from './to-product.js';

/** A spreadsheet, our own JSON, or schema.org's. */
export type CatalogueFormat = 'csv' | 'json' | 'json-ld';

export interface ReadCatalogueOptions {
  /** Skips the detection by content. */
  readonly format?: CatalogueFormat | undefined;
  /** For products of which the source does not tell the rate of VAT, in hundredths of a percent. */
  readonly vatRate?: number | undefined;
}

export interface ReadCatalogueResult {
  readonly format: CatalogueFormat;
  /** In the order of the source. */
  readonly products: Product[];
  readonly rejected: RejectedProduct[];
  /**
   * The members of a product that the source can tell at all: a price list without a column for the
   * stock says nothing about it. See `mergeCatalogue`.
   */
  readonly told: ReadonlySet<keyof Product>;
  /** Headers of the columns that were not read. */
  readonly ignored: readonly string[];
}

/** As many as a catalogue holds. */
const MAX_PRODUCTS = 5000;

/** Where a field that is no member of `Product` goes. */
const MEMBERS: {readonly [F in ProductField]?: keyof Product} = {
  unit: 'content',
  currency: 'price',
  weekdays: 'availability',
  season: 'availability',
  imageUrl: 'image',
  imageAlt: 'image',
};

/**
 * Reads the products of a shop: a text, the bytes of a file, or a value that JSON.parse gave. One
 * bad row never loses the others: see `rejected`. Products without an id of their own get one from
 * their name. In a file with a column for allergens and none that says what is food, everything is.
 *
 * @throws {UnreadableFeedError} when the whole is no catalogue that we know; nothing else is ever
 *   thrown
 */
export function readCatalogue(
  input: FeedInput,
  options: ReadCatalogueOptions = {},
): ReadCatalogueResult {
  try {
    const {format, ...table} = openCatalogue(input, options.format);
    return {format, ignored: table.ignored, told: toldBy(table), ...readRows(table, options)};
  } catch (error) {
    throw asUnreadable(error);
  }
}

function openCatalogue(input: FeedInput, format?: CatalogueFormat) {
  const feed = openFeed(input);
  if (feed.kind === 'text' && (format ?? 'csv') === 'csv') {
    return {format: 'csv' as const, ...readProductTable(feed.text)};
  }
  const json = feed.kind === 'json' ? feed.json : undefined;
  const own = (format ?? 'json') === 'json' ? readOwnProducts(json) : undefined;
  if (own) return {format: 'json' as const, ...own};
  const linked = (format ?? 'json-ld') === 'json-ld' ? readSchemaOrgProducts(json) : undefined;
  if (linked) return {format: 'json-ld' as const, ...asTable(linked)};
  const said = quote(feed.kind === 'json' ? Object.keys(feed.json ?? {}) : feed.text);
  throw new UnreadableFeedError('unknown-format', `no list of products: ${said}`);
}

function asTable(rows: ProductRow[]): ProductTable {
  const all = rows.flatMap(({content}) => (typeof content === 'string' ? [] : keysOf(content)));
  return {rows, fields: new Set(all), ignored: []};
}

function keysOf(values: ProductValues): ProductField[] {
  return (Object.keys(values) as ProductField[]).filter(key => values[key] !== undefined);
}

function toldBy({fields}: ProductTable): Set<keyof Product> {
  const told = new Set([...fields].map(field => MEMBERS[field] ?? (field as keyof Product)));
  return fields.has('allergens') ? told.add('isFood') : told;
}

interface ReadRow {
  readonly line: number;
  /** Of the source's own making; undefined when there is none. */
  readonly id: string | undefined;
  readonly product: ProductWithoutId;
}

function readRows({rows, fields}: ProductTable, {vatRate}: ReadCatalogueOptions) {
  const isAllFood = fields.has('allergens') && !fields.has('isFood');
  const defaults: ProductValues = {vatRate, isFood: isAllFood || undefined};
  const rejected: RejectedProduct[] = [];
  const read: ReadRow[] = [];
  const ids = new Set<string>();
  for (const {line, content} of rows) {
    if (read.length === MAX_PRODUCTS) {
      rejected.push({line, reason: 'too-many'});
      break;
    }
    const row = readRow(content, defaults, ids);
    if (Array.isArray(row)) rejected.push(...row.map(problem => ({line, ...problem})));
    else read.push({line, ...row});
  }
  return {products: withIds(read, ids), rejected};
}

function readRow(
  content: ProductRow['content'],
  defaults: ProductValues,
  ids: Set<string>,
): Omit<ReadRow, 'line'> | ProductProblem[] {
  if (typeof content === 'string') return [{reason: content}];
  const product = toProduct(overlay(defaults, content));
  if (Array.isArray(product)) return product;
  const own = content.id;
  const id = typeof own === 'string' || typeof own === 'number' ? slugOf(String(own)) : '';
  if (ids.has(id)) return [{field: 'id', reason: 'duplicate', value: id}];
  if (id) ids.add(id);
  return {id: id || undefined, product};
}

/** The values, and the defaults where there is none. */
function overlay(defaults: ProductValues, values: ProductValues): ProductValues {
  const merged = {...values};
  for (const field of keysOf(defaults)) {
    if (merged[field] === undefined || merged[field] === '') merged[field] = defaults[field];
  }
  return merged;
}

/** Ids from names come last, so that none takes one that stands in the file further down. */
function withIds(rows: readonly ReadRow[], taken: Iterable<string>): Product[] {
  const ids = new ProductIds(taken);
  return rows.map(({id, product}) => ({id: id ?? ids.fromName(product.name), ...product}));
}
