import type {EventAccessibility, EventAttendanceMode, EventStatus} from '../event.js';
import {isObject, listOf, type Json} from '../../place/json.js';
import {addItems, inFrench, type Item, type ItemTime} from './item.js';
import type {EventReader} from './reader.js';

/** Fields `status`, `attendanceMode` and `accessibility` of the v2 export. */
const STATUSES: readonly (EventStatus | undefined)[] = [
  undefined,
  'scheduled',
  'rescheduled',
  'moved-online',
  'postponed',
  'full',
  'cancelled',
];
const MODES: readonly (EventAttendanceMode | undefined)[] = [
  undefined,
  'offline',
  'online',
  'mixed',
];
const ACCESS: Readonly<Record<string, EventAccessibility>> = {
  hi: 'hearing',
  vi: 'visual',
  mi: 'mobility',
  ii: 'intellectual',
  pi: 'psychic',
};

/**
 * OpenAgenda's export, version 2 (https://developers.openagenda.com/10-lecture/): `events` of an agenda, in all
 * languages or one. Its timings are dates one by one. Of what members enter, only what is meant for the
 * public is read.
 */
export const openagendaReader: EventReader<'openagenda'> = {
  format: 'openagenda',
  input: 'json',
  read: (input, collector) => {
    const events = isObject(input) ? (input['events'] ?? input['event']) : undefined;
    const list = listOf(events);
    const [first] = list;
    return isObject(first) && ('timings' in first || 'firstTiming' in first || 'dateRange' in first)
      ? addItems(list, collector, itemOf)
      : undefined;
  },
};

function itemOf(event: Json): Item {
  const location = objectOf(event['location']);
  const image = objectOf(event['image']);
  const {base, filename} = image;
  const age = objectOf(event['age']);
  const access = objectOf(event['accessibility']);
  return {
    uid: event['uid'],
    times: timesOf(event),
    values: {
      name: inFrench(event['title']),
      description: inFrench(event['longDescription']) || inFrench(event['description']),
      url: event['canonicalUrl'],
      image:
        typeof filename === 'string' && typeof base === 'string'
          ? {
              url: base + filename,
              caption: inFrench(event['imageAlt'] ?? image['alt']),
              creditText: inFrench(event['imageCredits']) ?? inFrench(image['credits']),
            }
          : event['image'],
      locationName: location['name'],
      streetAddress: streetOf(location),
      postalCode: location['postalCode'],
      addressLocality: location['city'],
      addressCountry: location['countryCode'],
      latitude: location['latitude'],
      longitude: location['longitude'],
      locationUrl: location['website'],
      onlineUrl: event['onlineAccessLink'],
      keywords: inFrench(event['keywords']),
      ageMin: age['min'],
      ageMax: age['max'],
      conditions: inFrench(event['conditions']),
      isFree: isFree(inFrench(event['conditions'])),
      status: STATUSES[numberOf(event['status'])],
      attendanceMode: MODES[numberOf(event['attendanceMode'])],
      accessibility: Object.keys(ACCESS).flatMap(key => (access[key] ? ACCESS[key]! : [])),
      registration: event['registration'],
      organizerName: objectOf(event['originAgenda'])['title'],
      dateModified: event['updatedAt'],
    },
  };
}

function timesOf(event: Json): ItemTime[] {
  const timings = listOf(event['timings'] ?? event['nextTiming'] ?? event['firstTiming']);
  const zone = event['timezone'] ?? objectOf(event['location'])['timezone'];
  return timings
    .filter(isObject)
    .map(({begin, start, end}) => ({start: begin ?? start, end, timeZone: zone}));
}

/** Letters of an address that are looked at. */
const MAX_ADDRESS = 1000;

/** OpenAgenda's addresses are whole: town and code stand in fields of their own as well. */
function streetOf({address, postalCode, city}: Json): unknown {
  if (typeof address !== 'string' || typeof city !== 'string') return address;
  const whole = address.slice(0, MAX_ADDRESS);
  const at = whole.indexOf(typeof postalCode === 'string' ? postalCode : city);
  const street = at > 0 ? whole.slice(0, at) : whole;
  return street.replace(/[,\s]+$/, '') || whole;
}

/** Organisers write it where prices would be. */
function isFree(conditions: unknown): boolean | undefined {
  return typeof conditions === 'string' &&
    /^\s*(?:entrée |accès |participation )?(?:gratuit|libre|free)/i.test(conditions) &&
    !/€|\d/.test(conditions)
    ? true
    : undefined;
}

/** A number, or `{id}` where labels were asked for. */
function numberOf(value: unknown): number {
  const id: unknown = isObject(value) ? value['id'] : value;
  return typeof id === 'number' ? id : 0;
}

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
