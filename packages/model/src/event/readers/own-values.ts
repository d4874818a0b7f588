import type {EventValues} from '../event-values.js';
import {isObject, listOf, type Json} from '../../place/json.js';

/** What an object in the shape of `Event` says of it. */
export function ownValues(event: Json): EventValues {
  const location = objectOrName(event['location']);
  const address = objectOf(location['address']);
  const geo = objectOf(location['geo']);
  const organizer = objectOrName(event['organizer']);
  const age = objectOf(event['typicalAgeRange']);
  const source = objectOf(event['source']);
  return {
    ...event,
    locationName: location['name'],
    streetAddress: address['streetAddress'] ?? location['address'],
    postalCode: address['postalCode'],
    addressLocality: address['addressLocality'],
    addressCountry: address['addressCountry'],
    longitude: geo['longitude'],
    latitude: geo['latitude'],
    placeId: location['placeId'],
    locationUrl: location['url'],
    organizerName: organizer['name'],
    organizerTelephone: organizer['telephone'],
    organizerEmail: organizer['email'],
    organizerUrl: organizer['url'],
    ageMin: age['min'],
    ageMax: age['max'],
    isFree: event['isAccessibleForFree'],
    offers: listOf(event['offers']).map(inUnits),
    status: event['eventStatus'],
    attendanceMode: event['eventAttendanceMode'],
    sourceName: source['name'],
    sourceUrl: source['url'],
    sourceLabel: source['label'],
    dateModified: source['dateModified'] ?? event['dateModified'],
  };
}

/** Our prices are cents. */
function inUnits(offer: unknown): unknown {
  const {price, maxPrice, ...rest} = objectOf(offer);
  const units = (cents: unknown): unknown => (typeof cents === 'number' ? cents / 100 : undefined);
  return {...rest, price: units(price), maxPrice: units(maxPrice)};
}

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});

const objectOrName = (value: unknown): Json =>
  typeof value === 'string' ? {name: value} : objectOf(value);
