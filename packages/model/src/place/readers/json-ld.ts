import type {FieldValues} from '../fields.js';
import {isObject, listOf, type Json} from '../json.js';
import {quote} from '../position.js';
import {isPlaceType, kindOfType} from './json-ld-types.js';
import {BrokenBlock, blocksOf, thingsOf, typesOf, type Thing} from './json-ld-things.js';
import {itemRows, type Unfolded} from './item-rows.js';
import type {PlaceReader} from './reader.js';
import {schemaHours} from './schema-hours.js';

/** Offers may stand in catalogues, in catalogues. */
const MAX_DEPTH = 3;

/**
 * schema.org as JSON-LD, in its compact writing: one thing, an array, `@graph`, an ItemList, or the
 * blocks of a web page. Things that are no places (events, people, breadcrumbs) are passed over where
 * they stand beside places, and rejected where a list names them. Contexts are not loaded: the names
 * of schema.org are expected.
 */
export const jsonLdReader: PlaceReader<'json-ld'> = {
  format: 'json-ld',
  input: 'json',
  readsPages: true,
  read: input => {
    const document = typeof input === 'string' ? blocksOf(input) : input;
    const isOurs = typeof input === 'string' || listOf(document).some(isLinked);
    return isOurs ? itemRows(thingsOf(document), unfold) : undefined;
  },
};

function isLinked(value: unknown): boolean {
  return isObject(value) && ('@type' in value || '@graph' in value || '@context' in value);
}

function unfold(thing: unknown): Unfolded {
  const {value, isListed} = thing as Thing;
  if (value instanceof BrokenBlock) return [{reason: 'bad-row', detail: value.detail}];
  if (isObject(value) && isPlace(value)) return [valuesOf(value)];
  const isTold = isListed || !isObject(value) || !Object.keys(value).some(key => key[0] === '@');
  return isTold ? [{reason: 'not-a-place', detail: `not a place: ${saidOf(value)}`}] : [];
}

function saidOf(value: unknown): string {
  return quote(isObject(value) ? (value['@type'] ?? Object.keys(value)) : value);
}

/** By its type, and when that does not tell, by having a position or an address. */
function isPlace(thing: Json): boolean {
  const verdicts = typesOf(thing).map(isPlaceType);
  if (verdicts.includes(true)) return true;
  const hasPosition = isObject(first(thing['geo'])) || thing['latitude'] !== undefined;
  // the publisher of a site is an organization; it is a place when it says where
  if (typesOf(thing).every(type => /^(?:Organization|Corporation|Thing)$/.test(type))) {
    return hasPosition;
  }
  return !verdicts.includes(false) && (hasPosition || thing['address'] !== undefined);
}

function valuesOf(thing: Json): FieldValues {
  const spot = first(thing['location']);
  const place = isObject(spot) ? {...spot, ...thing} : thing;
  const geo = first(place['geo']);
  const {longitude, latitude} = isObject(geo) ? geo : place;
  return {
    ...addressOf(first(place['address'])),
    id: thing['@id'],
    name: textOf(thing['name'] ?? thing['legalName']),
    longitude: plain(longitude),
    latitude: plain(latitude),
    category: textOf(thing['category']),
    // as hints that are never shown, for types are English
    osm: typesOf(thing).flatMap(type => kindOfType(type) ?? []),
    description: textOf(thing['description']),
    telephone: textOf(thing['telephone']),
    email: textOf(thing['email']),
    url: first(thing['url']),
    image: imageOf(thing),
    openingHours: schemaHours(thing),
    labels: namesOf(thing['hasCertification'], 0),
    paymentAccepted: thing['paymentAccepted'],
    products: namesOf([listOf(thing['makesOffer']), listOf(thing['hasOfferCatalog'])].flat(), 0),
    siret: siretOf(thing),
    dateModified: plain(thing['dateModified']),
  };
}

function addressOf(address: unknown): FieldValues {
  if (!isObject(address)) return {streetAddress: address};
  const {streetAddress, postalCode, addressLocality, addressCountry} = address;
  return {
    streetAddress: textOf(streetAddress),
    postalCode: plain(postalCode),
    addressLocality: textOf(addressLocality),
    addressCountry: textOf(addressCountry),
  };
}

/** An address, an ImageObject, or a list of these; what is only referred to is not there. */
function imageOf({image, photo, logo}: Json): unknown {
  return [image, photo, logo].map(first).find(Boolean);
}

/** Names of offers and of what they offer, catalogues opened. */
function namesOf(things: unknown, depth: number): string[] | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const names = listOf(things).flatMap(thing => {
    if (typeof thing === 'string') return [thing];
    if (!isObject(thing)) return [];
    const inner = thing['itemListElement'] ?? thing['itemOffered'];
    return (inner && namesOf(inner, depth + 1)) || [textOf(thing['name'])];
  });
  const texts = names.filter(name => typeof name === 'string');
  return texts.length ? texts.slice(0, 100) : undefined;
}

/** Of `identifier`, as text or PropertyValue, the one that is a SIRET; or of ISO 6523's `0009:…`. */
function siretOf({identifier, iso6523Code}: Json): unknown {
  return [...listOf(identifier), ...listOf(iso6523Code)]
    .map(one => String(isObject(one) ? one['value'] : one).replace(/^0009:|\s/g, ''))
    .find(text => /^\d{14}$/.test(text));
}

/** The French text of several, else the first; of a text with a language, or of a thing, its words. */
function textOf(value: unknown): unknown {
  const all = listOf(value);
  const french = all.find(one => isObject(one) && /^fr\b/.test(String(one['@language'])));
  const chosen = plain(french ?? all[0]);
  return isObject(chosen) ? textOf(chosen['name']) : chosen;
}

/** The value of `{"@value": …}`, or the first of a list. */
function plain(value: unknown): unknown {
  const one = first(value);
  return isObject(one) && '@value' in one ? one['@value'] : one;
}

function first(value: unknown): unknown {
  return listOf(value)[0];
}
