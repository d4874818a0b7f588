import {isObject, listOf, type Json} from '../../place/json.js';
import type {EventStatus} from '../event.js';
import {addItems, dayText, type Item} from './item.js';
import type {EventReader} from './reader.js';

const STATUSES: Readonly<Record<string, EventStatus>> = {
  canceled: 'cancelled',
  cancelled: 'cancelled',
  postponed: 'postponed',
  scheduled: 'scheduled',
};
const ADDRESSES = /^https?:/i;

/**
 * The Events Calendar for WordPress: `/wp-json/tribe/events/v1/events`, a list of them or one. Texts are HTML;
 * times are those of the site or of the event, with the zone beside.
 */
export const tribeEventsReader: EventReader<'tribe-events'> = {
  format: 'tribe-events',
  input: 'json',
  read: (input, collector) => {
    const list = isObject(input) && 'events' in input ? listOf(input['events']) : listOf(input);
    const [first] = list;
    return isObject(first) &&
      'start_date' in first &&
      ('all_day' in first || 'utc_start_date' in first)
      ? addItems(list, collector, itemOf)
      : undefined;
  },
};

function itemOf(event: Json): Item {
  const venue = objectOf(listOf(event['venue'])[0]);
  const organizer = objectOf(listOf(event['organizer'])[0]);
  const image = objectOf(event['image']);
  return {
    uid: event['global_id'] ?? event['id'],
    times: [timeOf(event)],
    values: {
      name: event['title'],
      description: event['description'] || event['excerpt'],
      url: event['url'],
      image: {url: image['url'], caption: image['alt']},
      locationName: venue['venue'],
      streetAddress: venue['address'],
      postalCode: venue['zip'],
      addressLocality: venue['city'],
      addressCountry: venue['country'],
      latitude: venue['geo_lat'],
      longitude: venue['geo_lng'],
      locationUrl: venue['website'] || venue['url'],
      onlineUrl: event['virtual_url'],
      attendanceMode: event['is_virtual'] === true ? 'online' : undefined,
      organizerName: organizer['organizer'],
      organizerTelephone: organizer['phone'],
      organizerEmail: organizer['email'],
      organizerUrl: organizer['website'] || organizer['url'],
      categories: namesOf(event['categories']),
      keywords: namesOf(event['tags']),
      ...costOf(event),
      status: STATUSES[String(event['event_status'] ?? event['status'])],
      registration: ADDRESSES.test(String(event['website'])) ? [event['website']] : undefined,
      dateModified: event['modified_utc'] ?? event['modified'],
    },
  };
}

/** Times by UTC where they are there: the zone may be an offset that is no zone. */
function timeOf(event: Json): Item['times'][number] {
  const isAllDay = event['all_day'] === true || event['all_day'] === 'yes';
  if (isAllDay) return {start: dayText(event['start_date']), end: dayText(event['end_date'])};
  const utc = (value: unknown): unknown =>
    typeof value === 'string' && value ? `${value}Z` : undefined;
  const zone = event['timezone'];
  return {
    start: utc(event['utc_start_date']) ?? event['start_date'],
    end: utc(event['utc_end_date']) ?? event['end_date'],
    timeZone: typeof zone === 'string' && /^[A-Z][a-z]+\//.test(zone) ? zone : undefined,
  };
}

function costOf(event: Json): Pick<Item['values'], 'conditions' | 'offers' | 'isFree'> {
  const cost = event['cost'];
  const {values, currency_code: priceCurrency} = objectOf(event['cost_details']);
  const prices = listOf(values).map(Number).filter(Number.isFinite);
  if (!prices.length) {
    const isFree = typeof cost === 'string' && /^(?:gratuit|free|libre)/i.test(cost);
    return {conditions: cost, isFree: isFree ? true : undefined};
  }
  const [price, maxPrice] = [Math.min(...prices), Math.max(...prices)];
  return {conditions: cost, offers: [{price, maxPrice, priceCurrency}]};
}

const namesOf = (list: unknown): unknown[] => listOf(list).map(one => objectOf(one)['name']);

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
