import {isObject, listOf, type Json} from '../../place/json.js';
import {
  BrokenBlock,
  blocksOf,
  thingsOf,
  typesOf,
  type Thing,
} from '../../place/readers/json-ld-things.js';
import type {EventAttendanceMode, EventStatus} from '../event.js';
import type {EventValues} from '../event-values.js';
import {addItems, notAnEvent, type Item, type ItemProblem} from './item.js';
import {isEventType, kindOfEventType} from './json-ld-kinds.js';
import {scheduleOf} from './json-ld-schedule.js';
import type {EventReader} from './reader.js';

const STATUSES: Readonly<Record<string, EventStatus>> = {
  EventScheduled: 'scheduled',
  EventCancelled: 'cancelled',
  EventPostponed: 'postponed',
  EventRescheduled: 'rescheduled',
  EventMovedOnline: 'moved-online',
};
const MODES: Readonly<Record<string, EventAttendanceMode>> = {
  OfflineEventAttendanceMode: 'offline',
  OnlineEventAttendanceMode: 'online',
  MixedEventAttendanceMode: 'mixed',
};
const SOLD_OUT = /(?:SoldOut|OutOfStock)$/;
/** Festivals have concerts, which have parts. */
const MAX_DEPTH = 4;

/**
 * schema.org's Event as JSON-LD, in its compact writing: one, an array, `@graph`, lists, the events inside
 * others, or the blocks of a web page; and microdata in the same shape. Things that are no events are passed
 * over where they stand beside events, and told where a list names them.
 */
export const jsonLdReader: EventReader<'json-ld'> = {
  format: 'json-ld',
  input: 'json',
  readsPages: true,
  read: (input, collector) => {
    const document = typeof input === 'string' ? blocksOf(input) : input;
    const isOurs = typeof input === 'string' || listOf(document).some(isLinked);
    return isOurs ? addItems(eventsIn(document), collector, readThing) : undefined;
  },
};

function isLinked(value: unknown): boolean {
  return isObject(value) && ('@type' in value || '@graph' in value || '@context' in value);
}

/** Every event, also those that are parts of others; what else there is as it came. */
function* eventsIn(document: unknown): Generator {
  for (const thing of thingsOf(document)) yield* withParts(thing, 0);
}

function* withParts(thing: Thing, depth: number): Generator {
  yield {thing};
  if (depth >= MAX_DEPTH || !isObject(thing.value)) return;
  for (const name of ['subEvent', 'subEvents', 'event', 'events', 'hasCourseInstance']) {
    for (const value of listOf(thing.value[name]))
      yield* withParts({value, isListed: false}, depth + 1);
  }
}

function readThing({thing}: Json): Item | ItemProblem | undefined {
  const {value, isListed} = thing as Thing;
  if (value instanceof BrokenBlock) return {reason: 'bad-row', detail: value.detail};
  if (!isObject(value)) return notAnEvent(value);
  const types = typesOf(value);
  if (!types.some(isEventType)) {
    return isListed ? notAnEvent(types.length ? types : Object.keys(value)) : undefined;
  }
  // a festival whose days are its parts
  const hasParts = ['subEvent', 'subEvents'].some(name => listOf(value[name]).length > 0);
  const isDated = value['startDate'] !== undefined || value['eventSchedule'] !== undefined;
  return hasParts && !isDated ? undefined : itemOf(value, types);
}

function itemOf(event: Json, types: readonly string[]): Item {
  const schedule = scheduleOf(event);
  const timeZone = plain(event['timeZone']) ?? schedule?.timeZone;
  return {
    uid: event['@id'] ?? plain(event['identifier']),
    times: schedule?.times ?? [
      {
        start: plain(event['startDate']),
        end: plain(event['endDate']),
        timeZone,
      },
    ],
    recurrence: schedule?.recurrence,
    values: valuesOf(event, types),
  };
}

function valuesOf(event: Json, types: readonly string[]): EventValues {
  const places = listOf(event['location']);
  const isVirtual = (place: unknown): boolean =>
    isObject(place) && typesOf(place).includes('VirtualLocation');
  const spot = places.find(place => !isVirtual(place));
  const place = isObject(spot) ? spot : {};
  const virtual = places.find(isVirtual);
  const organizer = objectOf(first(event['organizer']));
  const audience = listOf(event['audience']).map(objectOf);
  const offers = listOf(event['offers']).map(objectOf);
  const [ageMin, ageMax] = agesOf(event, audience);
  const isSoldOut =
    offers.length > 0 && offers.every(offer => SOLD_OUT.test(nameOf(offer['availability'])));
  const status = STATUSES[nameOf(event['eventStatus'])];
  return {
    name: textOf(event['name']),
    description: textOf(event['description']),
    url: first(event['url']) ?? plain(event['mainEntityOfPage']),
    image: imagesOf(event),
    locationName: typeof spot === 'string' ? spot : textOf(place['name']),
    ...addressOf(
      first(place['address']) ?? (typesOf(place).includes('PostalAddress') ? place : undefined),
    ),
    ...positionOf(place),
    placeId: place['@id'],
    locationUrl: first(place['url']),
    onlineUrl: isObject(virtual) ? first(virtual['url']) : undefined,
    organizerName:
      typeof event['organizer'] === 'string' ? event['organizer'] : textOf(organizer['name']),
    organizerTelephone: textOf(organizer['telephone']),
    organizerEmail: textOf(organizer['email']),
    organizerUrl: first(organizer['url']),
    categories: [
      ...types.map(kindOfEventType),
      ...texts(event['eventCategory'] ?? event['category']),
    ],
    keywords: texts(event['keywords']).flatMap(text => text.split(',')),
    audience: audience.map(one => textOf(one['audienceType'] ?? one['name'])),
    ageMin,
    ageMax,
    isFree: plain(event['isAccessibleForFree'] ?? event['free']),
    offers: offers.map(offerOf),
    status: isSoldOut && (!status || status === 'scheduled') ? 'full' : status,
    attendanceMode: MODES[nameOf(event['eventAttendanceMode'])],
    accessibility: plain(event['isAccessibleForWheelchair']) === true ? ['mobility'] : undefined,
    inLanguage: texts(event['inLanguage']),
    maximumAttendeeCapacity: plain(event['maximumAttendeeCapacity']),
    remainingAttendeeCapacity: plain(event['remainingAttendeeCapacity']),
    previousStartDate: first(event['previousStartDate']),
    dateModified: plain(event['dateModified']),
  };
}

/** An address may be a text, an object, or a list of these. */
function addressOf(address: unknown): EventValues {
  if (!isObject(address)) return {streetAddress: address};
  return {
    streetAddress: textOf(address['streetAddress']),
    postalCode: plain(address['postalCode']),
    addressLocality: textOf(address['addressLocality']),
    addressCountry: textOf(address['addressCountry']),
  };
}

function positionOf(place: Json): EventValues {
  const geo = first(place['geo']);
  const {longitude, latitude} = isObject(geo) ? geo : place;
  return {longitude: plain(longitude), latitude: plain(latitude)};
}

function imagesOf({image, photo, thumbnailUrl}: Json): unknown[] {
  return [image, photo, thumbnailUrl].flatMap(listOf).map(one => {
    if (!isObject(one)) return one;
    const {url, contentUrl, caption, name, creditText, author} = one;
    return {
      url: first(url ?? contentUrl ?? one['@id']),
      caption: textOf(caption ?? name),
      creditText: textOf(creditText ?? author),
    };
  });
}

function offerOf(offer: Json): Json {
  const {price, lowPrice, highPrice, priceCurrency, url, name} = offer;
  const specification = objectOf(first(offer['priceSpecification']));
  return {
    name: textOf(name),
    price: plain(lowPrice ?? price ?? specification['minPrice'] ?? specification['price']),
    maxPrice: plain(highPrice ?? specification['maxPrice']),
    priceCurrency: plain(priceCurrency ?? specification['priceCurrency']),
    url: first(url),
  };
}

/** `7-9`, `12+`, `-18`, `12`, « dès 8 ans »; or of the audience. */
function agesOf(event: Json, audience: readonly Json[]): [unknown, unknown] {
  const said = textOf(event['typicalAgeRange']);
  const range = typeof said === 'string' || typeof said === 'number' ? String(said) : '';
  const [least, most] = range.match(/\d{1,3}/g) ?? [];
  if (least !== undefined) {
    if (most !== undefined) return [least, most];
    if (/^\s*[-–]|jusqu|moins|under|up to/i.test(range)) return [undefined, least];
    return /\+|dès|partir|plus|from|over|[-–]\s*$/i.test(range)
      ? [least, undefined]
      : [least, least];
  }
  const {suggestedMinAge, suggestedMaxAge, requiredMinAge, requiredMaxAge} = Object.assign(
    {},
    ...audience,
  ) as Json;
  return [plain(requiredMinAge ?? suggestedMinAge), plain(requiredMaxAge ?? suggestedMaxAge)];
}

/** The French text of several, else the first; of a text with a language, or of a thing, its words. */
function textOf(value: unknown): unknown {
  const all = listOf(value);
  const french = all.find(one => isObject(one) && /^fr\b/.test(String(one['@language'])));
  const chosen = plain(french ?? all[0]);
  return isObject(chosen) ? textOf(chosen['name']) : chosen;
}

function texts(value: unknown): string[] {
  return listOf(value)
    .map(textOf)
    .filter(text => typeof text === 'string');
}

/** `EventCancelled` of `https://schema.org/EventCancelled`, or of `{"@id": …}`. */
function nameOf(value: unknown): string {
  const one = first(value);
  const text: unknown = isObject(one) ? (one['@id'] ?? one['@value']) : one;
  return typeof text === 'string' ? text.replace(/^.*[/#:]/, '') : '';
}

/** The value of `{"@value": …}`, or the first of a list. */
function plain(value: unknown): unknown {
  const one = first(value);
  return isObject(one) ? (one['@value'] ?? (('value' in one && one['value']) || one)) : one;
}

function first(value: unknown): unknown {
  return listOf(value)[0];
}

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
