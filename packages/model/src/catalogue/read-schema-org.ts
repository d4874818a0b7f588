import {isObject, listOf, type Json} from '../place/json.js';
import {thingsOf, typesOf} from '../place/readers/json-ld-things.js';
import {fieldOfHeader, type ProductRow, type ProductValues} from './fields.js';
import {wordOf} from './values/word.js';

const PRODUCT = /^(?:Product|IndividualProduct|ProductModel|SomeProducts|MenuItem)$/;
const EMPTY: Json = {};

/**
 * The rows of schema.org's products (JSON-LD in its compact writing): Products with their offers,
 * Offers with what they offer, in an array, `@graph`, ItemList or OfferCatalog, or offered by a
 * shop. What schema.org has no word for (VAT, allergens) may stand in `additionalProperty`. Things
 * of other kinds are passed over; undefined when nothing says that it is JSON-LD.
 */
export function readSchemaOrgProducts(document: unknown): ProductRow[] | undefined {
  if (!isLinked(document)) return undefined;
  return [...offersIn(document)].map((content, i) => ({line: i + 1, content}));
}

/** Whether JSON calls itself JSON-LD. */
export function isLinked(document: unknown): boolean {
  return listOf(document).some(
    one => isObject(one) && ('@type' in one || '@graph' in one || '@context' in one),
  );
}

function* offersIn(document: unknown, depth = 0): Generator<ProductRow['content']> {
  for (const {value, isListed} of thingsOf(document)) {
    const thing = isObject(value) ? value : EMPTY;
    const types = typesOf(thing);
    const offered = [listOf(thing['makesOffer']), listOf(thing['hasOfferCatalog'])].flat();
    if (types.includes('Offer')) yield valuesOf(objectIn(thing['itemOffered']), thing);
    else if (types.some(type => PRODUCT.test(type))) yield valuesOf(thing, offerOf(thing));
    else if (offered.length && depth < 3) yield* offersIn(offered, depth + 1);
    else if (isListed) yield 'not-a-product';
  }
}

/** The first offer with a price. */
function offerOf(product: Json): Json {
  const offers = listOf(product['offers']).filter(isObject);
  return offers.find(offer => priceOf(offer).price !== undefined) ?? offers[0] ?? EMPTY;
}

function priceOf(offer: Json): Json {
  const specification = objectIn(offer['priceSpecification']);
  const {price, priceCurrency, valueAddedTaxIncluded} = {...specification, ...offer};
  return {price, priceCurrency, valueAddedTaxIncluded};
}

function valuesOf(product: Json, offer: Json): ProductValues | 'not-a-product' {
  const {price, priceCurrency, valueAddedTaxIncluded} = priceOf(offer);
  const availability = wordOf(offer['availability']);
  const image = first(product['image']);
  return {
    ...additional(product['additionalProperty']),
    id: product['sku'] ?? product['productID'] ?? offer['sku'],
    name: textOf(product['name'] ?? offer['name']),
    description: textOf(product['description'] ?? offer['description']),
    category: textOf(product['category']),
    // without taxes it is no price that anyone may order at
    price: valueAddedTaxIncluded === false ? undefined : writtenOf(price),
    currency: priceCurrency,
    ...contentOf(product['weight'] ?? product['size']),
    stock: /(?:OutOfStock|SoldOut)$/.test(availability)
      ? 0
      : objectIn(offer['inventoryLevel'])['value'],
    isHidden: /Discontinued$/.test(availability) ? true : undefined,
    origin: textOf(product['countryOfOrigin']),
    imageUrl: isObject(image) ? (image['url'] ?? image['contentUrl']) : image,
    imageAlt: isObject(image) ? textOf(image['caption'] ?? image['name']) : undefined,
  };
}

/** PropertyValues by their names, as a spreadsheet would head them. */
function additional(properties: unknown): ProductValues {
  const values: ProductValues = {};
  for (const property of listOf(properties).filter(isObject)) {
    const found = fieldOfHeader(wordOf(property['name']));
    const value = plain(property['value']);
    if (found) values[found.field] = writtenOf(value);
  }
  return values;
}

/** A number as it is written: ours are in cents and hundredths, theirs in euros and percent. */
function writtenOf(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** Of a QuantitativeValue: its number, and its unit by UN/CEFACT code or by word. */
function contentOf(measure: unknown): ProductValues {
  if (!isObject(measure)) return typeof measure === 'string' ? {content: measure} : {};
  const unit = measure['unitText'] ?? measure['unitCode'];
  return {content: measure['value'], ...(typeof unit === 'string' && {unit})};
}

/** The text of a text, of a thing with a name, or of the first of several. */
function textOf(value: unknown): unknown {
  const one = plain(first(value));
  return isObject(one) ? plain(one['name']) : one;
}

function plain(value: unknown): unknown {
  return isObject(value) && '@value' in value ? value['@value'] : value;
}

function objectIn(value: unknown): Json {
  const one = first(value);
  return isObject(one) ? one : EMPTY;
}

function first(value: unknown): unknown {
  return listOf(value)[0];
}
