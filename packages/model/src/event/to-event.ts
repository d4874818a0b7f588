import {resolveSite, resolveUrl} from '../place/links.js';
import {readPosition} from '../place/position.js';
import type {GeoCoordinates, PostalAddress} from '../place/place.js';
import {cleanList, cleanText} from '../text/clean-text.js';
import type {
  AgeRange,
  Event,
  EventImage,
  EventLocation,
  EventOffer,
  EventOrganizer,
  EventRegistration,
  EventSource,
} from './event.js';
import type {EventValues} from './event-values.js';
import {plainLine, plainLines} from './text/plain-lines.js';

export type EventDraft = {-readonly [K in keyof Event]: Event[K]};

/** What holds for a whole feed. */
export interface DescriptionContext {
  readonly baseUrl?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly sourceLabel?: string | undefined;
}

/** Longest texts kept, in UTF-16 units; lists keep 20 items. The rest is cut with an ellipsis. */
const MAX = {short: 80, line: 300, description: 8000} as const;
const MAX_ITEMS = 20;

const EMAIL = /^[^\s@<>"'(),:&]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;
const STATUSES = 'scheduled tentative cancelled postponed rescheduled moved-online full'.split(' ');
const MODES = 'offline online mixed'.split(' ');
const SETTINGS = 'indoor outdoor both'.split(' ');
const ACCESS = 'hearing visual mobility intellectual psychic'.split(' ');

/**
 * Checks and cleans what a source says, and adds it to an event that has id and dates. Never throws for
 * values out of JSON.
 */
export function describeEvent(
  event: EventDraft,
  values: EventValues,
  context: DescriptionContext,
): Event {
  const {baseUrl} = context;
  event.name = plainLine(values.name, MAX.line) ?? '';
  put(event, 'description', plainLines(values.description, MAX.description));
  put(event, 'url', resolveSite(values.url, baseUrl));
  put(event, 'image', imageOf(values.image, baseUrl));
  put(event, 'location', locationOf(values, baseUrl));
  put(event, 'onlineUrl', resolveUrl(values.onlineUrl, baseUrl));
  put(event, 'organizer', organizerOf(values, baseUrl));
  put(event, 'categories', listOf(values.categories));
  put(event, 'keywords', listOf(values.keywords));
  put(event, 'audience', listOf(values.audience));
  put(event, 'typicalAgeRange', ageOf(values));
  const offers = offersOf(values.offers, baseUrl);
  put(event, 'isAccessibleForFree', toBoolean(values.isFree) ?? isFree(offers));
  put(event, 'offers', offers);
  put(event, 'conditions', plainLines(values.conditions, MAX.line));
  put(event, 'eventStatus', oneOf(values.status, STATUSES) as Event['eventStatus']);
  put(
    event,
    'eventAttendanceMode',
    oneOf(values.attendanceMode, MODES) as Event['eventAttendanceMode'],
  );
  const access = ACCESS.filter(
    need => Array.isArray(values.accessibility) && values.accessibility.includes(need),
  );
  put(event, 'accessibility', (access.length ? access : undefined) as Event['accessibility']);
  put(event, 'setting', oneOf(values.setting, SETTINGS) as Event['setting']);
  put(event, 'inLanguage', languagesOf(values.inLanguage));
  put(event, 'registration', registrationOf(values.registration, baseUrl));
  put(event, 'maximumAttendeeCapacity', countOf(values.maximumAttendeeCapacity));
  put(event, 'remainingAttendeeCapacity', countOf(values.remainingAttendeeCapacity));
  put(event, 'previousStartDate', isoOf(values.previousStartDate));
  put(event, 'source', sourceOf(values, context));
  return event;
}

/** Sets a member when it is known. */
export function put<T, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/** The object without its unknown members; undefined when nothing is known. */
function compact<T extends object>(parts: {[K in keyof T]: T[K] | undefined}): T | undefined {
  const known: Partial<T> = {};
  let isEmpty = true;
  for (const key in parts) {
    if (parts[key] === undefined) continue;
    known[key] = parts[key];
    isEmpty = false;
  }
  return isEmpty ? undefined : (known as T);
}

function oneOf(value: unknown, all: readonly string[]): string | undefined {
  return typeof value === 'string' && all.includes(value) ? value : undefined;
}

function imageOf(value: unknown, baseUrl: string | undefined): EventImage | undefined {
  for (const one of Array.isArray(value) ? value.slice(0, MAX_ITEMS) : [value]) {
    const {url, contentUrl, caption, creditText} = Object(one ?? {}) as Record<string, unknown>;
    const href = resolveUrl(url ?? contentUrl ?? one, baseUrl);
    if (!href) continue;
    return compact<EventImage>({
      url: href,
      caption: plainLine(caption, MAX.line),
      creditText: plainLine(creditText, MAX.line),
    });
  }
  return undefined;
}

function locationOf(values: EventValues, baseUrl: string | undefined): EventLocation | undefined {
  const location = compact<EventLocation>({
    name: plainLine(values.locationName, MAX.line),
    address: addressOf(values),
    geo: geoOf(values),
    placeId: cleanText(values.placeId, MAX.line),
    url: resolveSite(values.locationUrl, baseUrl),
  });
  return location;
}

function addressOf(values: EventValues): PostalAddress | undefined {
  const country = cleanText(values.addressCountry, MAX.short)?.toUpperCase();
  return compact<PostalAddress>({
    streetAddress: plainLine(values.streetAddress, MAX.line),
    postalCode: cleanText(values.postalCode, MAX.short),
    addressLocality: plainLine(values.addressLocality, MAX.line),
    addressCountry:
      country === 'FRANCE' ? 'FR' : /^[A-Z]{2}$/.test(country ?? '') ? country : undefined,
  });
}

/** A position that is none is no reason to lose the event. */
function geoOf({longitude, latitude, postalCode}: EventValues): GeoCoordinates | undefined {
  const geo = readPosition(longitude, latitude, postalCode);
  return 'reason' in geo ? undefined : geo;
}

function organizerOf(values: EventValues, baseUrl: string | undefined): EventOrganizer | undefined {
  return compact<EventOrganizer>({
    name: plainLine(values.organizerName, MAX.line),
    telephone: telephoneOf(values.organizerTelephone),
    email: emailOf(values.organizerEmail),
    url: resolveSite(values.organizerUrl, baseUrl),
  });
}

function telephoneOf(value: unknown): string | undefined {
  const telephone = cleanText(value, MAX.short)?.replace(/^tel:/i, '');
  return telephone && /^(?:\D*\d){6,15}\D*$/.test(telephone) ? telephone : undefined;
}

function emailOf(value: unknown): string | undefined {
  const email =
    cleanText(value, MAX.line)
      ?.replace(/^mailto:/i, '')
      .split(/[;,?\s]/)[0] ?? '';
  return EMAIL.test(email) ? email : undefined;
}

function listOf(value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  const list = Array.isArray(value) ? value : [value];
  return cleanList(
    list.map(item => plainLine(item, MAX.short)),
    MAX_ITEMS,
    MAX.short,
  );
}

function ageOf({ageMin, ageMax}: EventValues): AgeRange | undefined {
  const age = compact<AgeRange>({min: countOf(ageMin), max: countOf(ageMax)});
  // what is for nobody is for everybody
  if (!age || (age.max ?? Infinity) < (age.min ?? 0) || (!age.min && (age.max ?? 120) >= 99)) {
    return undefined;
  }
  return age;
}

function countOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number < 1e9 ? Math.floor(number) : undefined;
}

function offersOf(value: unknown, baseUrl: string | undefined): EventOffer[] | undefined {
  const offers = (Array.isArray(value) ? value.slice(0, MAX_ITEMS) : []).flatMap((one: unknown) => {
    const {name, price, maxPrice, priceCurrency, url} = Object(one ?? {}) as Record<
      string,
      unknown
    >;
    const currency = cleanText(priceCurrency, MAX.short)?.toUpperCase();
    const least = centsOf(price);
    const most = centsOf(maxPrice);
    const offer = compact<EventOffer>({
      name: plainLine(name, MAX.line),
      price: least,
      maxPrice: most !== undefined && most > (least ?? 0) ? most : undefined,
      priceCurrency: /^[A-Z]{3}$/.test(currency ?? '') ? currency : undefined,
      url: resolveUrl(url, baseUrl),
    });
    // a currency alone is no offer
    return offer && (offer.price ?? offer.maxPrice ?? offer.url ?? offer.name) !== undefined
      ? [offer]
      : [];
  });
  return offers.length ? offers : undefined;
}

/** Cents of `12`, `12.5`, `"12,50 €"`. */
function centsOf(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : cleanText(value, MAX.short);
  const [, amount] =
    /^(?:€\s*)?(\d{1,6}(?:[.,]\d{1,2})?)\s*(?:€|eur|euros?)?$/i.exec(text ?? '') ?? [];
  return amount === undefined ? undefined : Math.round(Number(amount.replace(',', '.')) * 100);
}

/** Free when every price is 0, not when one of several is. */
function isFree(offers: readonly EventOffer[] | undefined): boolean | undefined {
  const prices = (offers ?? []).flatMap(({price, maxPrice}) => maxPrice ?? price ?? []);
  return prices.length ? prices.every(price => price === 0) : undefined;
}

function languagesOf(value: unknown): string[] | undefined {
  const tags = listOf(value)?.filter(tag => /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag));
  return tags?.length ? tags : undefined;
}

function registrationOf(
  value: unknown,
  baseUrl: string | undefined,
): EventRegistration[] | undefined {
  const all = (Array.isArray(value) ? value.slice(0, MAX_ITEMS) : []).flatMap((one: unknown) => {
    const text =
      typeof one === 'string' ? one : (Object(one ?? {}) as Record<string, unknown>)['value'];
    return contactOf(text, baseUrl) ?? [];
  });
  return all.length ? all : undefined;
}

/** What a text is the address of; its own form tells, whatever the source calls it. */
function contactOf(text: unknown, baseUrl?: string): EventRegistration | undefined {
  const email = emailOf(text);
  if (email) return {type: 'email', value: email};
  const said = cleanText(text, MAX.short) ?? '';
  const telephone = /^(?:tel:)?[\d\s+().-]+$/i.test(said) ? telephoneOf(said) : undefined;
  if (telephone) return {type: 'telephone', value: telephone};
  const url = resolveSite(text, baseUrl);
  return url ? {type: 'url', value: url} : undefined;
}

function isoOf(value: unknown): string | undefined {
  const text = cleanText(value, MAX.short);
  return text && /^\d{4}-\d\d-\d\d/.test(text) ? text : undefined;
}

export function sourceOf(
  values: EventValues,
  context: DescriptionContext,
): EventSource | undefined {
  return compact<EventSource>({
    name: plainLine(values.sourceName, MAX.line) ?? context.sourceName,
    url: resolveUrl(values.sourceUrl, context.baseUrl),
    label: context.sourceLabel ?? cleanText(values.sourceLabel, MAX.short),
    dateModified: isoOf(values.dateModified),
  });
}

/** `true`, `yes`, `oui`, `1`…; undefined when it is neither yes nor no. */
function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = cleanText(value, MAX.short)?.toLowerCase() ?? '';
  if (/^(?:yes|oui|true|vrai|1)$/.test(word)) return true;
  return /^(?:no|non|false|faux|0)$/.test(word) ? false : undefined;
}
