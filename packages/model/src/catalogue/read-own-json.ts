import {isObject, type Json} from '../place/json.js';
import type {ProductField, ProductRow, ProductValues} from './fields.js';
import type {ProductTable} from './read-csv.js';
import {isLinked} from './read-schema-org.js';

const FIELDS: readonly ProductField[] = [
  'id',
  'name',
  'description',
  'category',
  'price',
  'vatRate',
  'content',
  'stock',
  'maxPerOrder',
  'points',
  'preparationMinutes',
  'isFood',
  'ingredients',
  'allergens',
  'origin',
  'withdrawalException',
  'isHidden',
];

const MORE_FIELDS: readonly ProductField[] = ['weekdays', 'season', 'imageUrl', 'imageAlt'];

/**
 * The rows of our own JSON: `{"products": […]}` as the hub publishes it, or the array alone;
 * undefined when it is another JSON. It tells the whole product: what is absent is not there.
 */
export function readOwnProducts(document: unknown): ProductTable | undefined {
  const list: unknown = isObject(document) ? document['products'] : document;
  if (!Array.isArray(list) || isLinked(list)) return undefined;
  const rows = list.map((one: unknown, i): ProductRow => {
    return {line: i + 1, content: isObject(one) ? valuesOf(one) : 'not-a-product'};
  });
  return {rows, fields: new Set([...FIELDS, ...MORE_FIELDS]), ignored: []};
}

function valuesOf(product: Json): ProductValues {
  const {availability, image} = product;
  const {weekdays, season} = isObject(availability) ? availability : ({} as Json);
  const {url, alt} = isObject(image) ? image : ({} as Json);
  const plain = Object.fromEntries(FIELDS.map(field => [field, product[field]]));
  return {...plain, weekdays, season, imageUrl: url, imageAlt: alt};
}
