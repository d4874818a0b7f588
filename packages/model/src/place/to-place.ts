import {cleanList, cleanText} from '../text/clean-text.js';
import {normalizeText} from '../text/normalize.js';
import type {FieldValues} from './fields.js';
import type {FeedWords, KindReader} from './feed-words-type.js';
import {resolveSite, resolveUrl} from './links.js';
import type {
  GeoCoordinates,
  Place,
  PlaceImage,
  PlaceServices,
  PlaceSource,
  PostalAddress,
} from './place.js';
import {quote, readPosition} from './position.js';
import {isProblem, type Problem} from './source-row.js';

/** What holds for a whole feed. */
export interface FeedContext {
  readonly baseUrl?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly words: FeedWords;
  readonly kindOf: KindReader;
}

/** Longest texts kept, in UTF-16 units; lists keep 30 items of 80. The rest is cut with an ellipsis. */
const MAX = {short: 80, line: 200, hours: 2000, description: 5000} as const;
const MAX_ITEMS = 30;

const NOTHING = {};
const EMAIL = /^[^\s@<>"'(),:&]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;

/** Checks and cleans one row. Never throws for values out of JSON. */
export function toPlace(values: FieldValues, context: FeedContext): Place | Problem {
  const name = cleanText(values.name, MAX.line);
  if (!name) return {reason: 'no-name', detail: `the name is ${quote(values.name)}`};
  const geo = readPosition(values.longitude, values.latitude, values.postalCode);
  if (isProblem(geo)) return geo;
  const place: Draft<Place> = {
    id: cleanText(values.id, MAX.line) ?? siretOf(values) ?? derivedId(name, geo),
    name: context.words.titleCase(name),
    geo,
    ...context.kindOf(values),
  };
  // one by one: to copy a whole object without its holes makes the reading a fifth slower
  put(place, 'description', cleanText(values.description, MAX.description));
  put(place, 'address', addressOf(values));
  put(place, 'telephone', telephoneOf(values.telephone));
  put(place, 'email', emailOf(values.email));
  put(place, 'url', resolveSite(values.url, context.baseUrl));
  put(place, 'image', imageOf(values, context));
  put(place, 'openingHours', hoursOf(values.openingHours));
  put(place, 'services', servicesOf(values));
  put(place, 'labels', list(values.labels));
  put(place, 'paymentAccepted', list(values.paymentAccepted));
  put(place, 'products', list(values.products));
  put(place, 'siret', siretOf(values));
  put(place, 'source', sourceOf(values, context));
  return place;
}

type Draft<T> = {-readonly [K in keyof T]: T[K]};

/** Sets a member when it is known. */
function put<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}

type Parts<T> = {[K in keyof T]: T[K] | undefined};

/** The object without its unknown members; undefined when nothing is known. */
function compact<T extends object>(parts: Parts<T>): T | undefined {
  const known: Partial<T> = {};
  let isEmpty = true;
  for (const key in parts) {
    if (parts[key] === undefined) continue;
    known[key] = parts[key];
    isEmpty = false;
  }
  return isEmpty ? undefined : (known as T);
}

function addressOf(values: FieldValues): PostalAddress | undefined {
  const {streetAddress, postalCode, addressLocality} = values;
  const country = cleanText(values.addressCountry, MAX.short)?.toUpperCase();
  return compact<PostalAddress>({
    streetAddress: cleanText(streetAddress, MAX.line),
    postalCode: cleanText(postalCode, MAX.short),
    addressLocality: cleanText(addressLocality, MAX.line),
    addressCountry:
      country === 'FRANCE' ? 'FR' : /^[A-Z]{2}$/.test(country ?? '') ? country : undefined,
  });
}

function telephoneOf(value: unknown): string | undefined {
  const telephone = cleanText(value, MAX.short);
  return telephone && /(?:\d\D*){6}/.test(telephone) ? telephone : undefined;
}

/** The first of several, without the subject and copies that a `mailto:` may carry. */
function emailOf(value: unknown): string | undefined {
  const email =
    cleanText(value, MAX.line)
      ?.replace(/^mailto:/i, '')
      .split(/[;,?\s]/)[0] ?? '';
  return EMAIL.test(email) ? email : undefined;
}

/** An address, `{url, caption}`, or a list of these of which the first counts. */
function imageOf(values: FieldValues, {baseUrl}: FeedContext): PlaceImage | undefined {
  const value: unknown = Array.isArray(values.image) ? values.image[0] : values.image;
  if (!value) return undefined;
  const {url, contentUrl, caption} = Object(value) as Record<string, unknown>;
  const href = resolveUrl(url ?? contentUrl ?? value, baseUrl);
  return href
    ? compact<PlaceImage>({url: href, caption: cleanText(caption ?? values.caption, MAX.line)})
    : undefined;
}

/** schema.org repeats the property where OSM puts a semicolon. */
function hoursOf(value: unknown): string | undefined {
  return cleanText(Array.isArray(value) ? list(value)?.join('; ') : value, MAX.hours);
}

function servicesOf(values: FieldValues): PlaceServices | undefined {
  return compact<PlaceServices>({
    collect: toBoolean(values.collect),
    delivery: toBoolean(values.delivery),
    drive: toBoolean(values.drive),
    wheelchair: toBoolean(values.wheelchair),
  });
}

/** `yes`, `oui`, `1`…; undefined when it is neither yes nor no. */
export function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean' || value === undefined) return value;
  const word = cleanText(value, MAX.short)?.toLowerCase() ?? '';
  if (/^(?:yes|oui|o|true|vrai|x|1|only|designated)$/.test(word)) return true;
  return /^(?:no|non|n|false|faux|0|limited)$/.test(word) ? false : undefined;
}

function siretOf({siret}: FieldValues): string | undefined {
  const digits = cleanText(siret, MAX.short)?.replace(/[\s.]/g, '');
  return digits && /^\d{14}$/.test(digits) ? digits : undefined;
}

/** An object only: OSM's `source` tells how a thing was surveyed, not who publishes. */
function sourceOf(values: FieldValues, context: FeedContext): PlaceSource | undefined {
  const {name, url, dateModified} = Object(values.source ?? NOTHING) as Record<string, unknown>;
  const date = cleanText(dateModified ?? values.dateModified, MAX.short);
  return compact<PlaceSource>({
    name: cleanText(name, MAX.line) ?? context.sourceName,
    url: resolveUrl(url, context.baseUrl),
    dateModified: date && /^\d{4}-\d\d-\d\d/.test(date) ? date : undefined,
  });
}

function list(value: unknown): string[] | undefined {
  return value === undefined ? undefined : cleanList(value, MAX_ITEMS, MAX.short);
}

/** The same name at the same spot (10 m) has the same id at the next reading. */
function derivedId(name: string, {longitude, latitude}: GeoCoordinates): string {
  const spot = Math.round((latitude + 90) * 1e4) * 4e6 + Math.round((longitude + 180) * 1e4);
  return `${normalizeText(name).slice(0, 60).replace(/ /g, '-') || 'place'}-${spot.toString(36)}`;
}
