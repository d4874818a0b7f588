import type {JsonLd} from '../../place/writers/json-ld.js';
import type {Event, EventLocation, EventOffer, EventStatus, Occurrence} from '../event.js';
import {DAY} from '../time/civil.js';
import {wallAt} from '../time/clock.js';
import {clockOf} from '../time/intl-clock.js';
import {isoDate, isoOffset} from '../time/write-date.js';

export interface EventsJsonLdOptions {
  /** IANA zone in which times are written; that of the event where it has one. */
  readonly timeZone: string;
  /** Address of the page that shows them; ids are `#…` of it. */
  readonly pageUrl?: string | undefined;
  /** The most events. Default 50. */
  readonly limit?: number | undefined;
}

const STATUSES: {readonly [S in EventStatus]: string} = {
  scheduled: 'EventScheduled',
  tentative: 'EventScheduled',
  cancelled: 'EventCancelled',
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  'moved-online': 'EventMovedOnline',
  full: 'EventScheduled',
};
const MODES = {
  offline: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  mixed: 'MixedEventAttendanceMode',
} as const;

/**
 * One schema.org Event for each occurrence shown, as search engines want what repeats (https://schema.org/Event):
 * for JSON.stringify or `jsonForScript`.
 *
 * @throws {RangeError} for an unknown zone.
 */
export function eventsToJsonLd(
  shown: readonly {readonly event: Event; readonly occurrence: Occurrence}[],
  {timeZone, pageUrl, limit = 50}: EventsJsonLdOptions,
): JsonLd {
  if (!clockOf(timeZone)) throw new RangeError(`no time zone is called ${timeZone}`);
  return {
    '@context': 'https://schema.org',
    '@graph': shown
      .slice(0, limit)
      .map(({event, occurrence}) =>
        thingOf(event, occurrence, event.timeZone ?? timeZone, pageUrl),
      ),
  };
}

function thingOf(
  event: Event,
  occurrence: Occurrence,
  timeZone: string,
  pageUrl: string | undefined,
): JsonLd {
  const {image, organizer, typicalAgeRange: age, eventStatus, eventAttendanceMode: mode} = event;
  const offers = offersOf(event);
  return compact({
    '@type': 'Event',
    '@id':
      pageUrl === undefined
        ? undefined
        : `${pageUrl}#${encodeURIComponent(event.id)}/${occurrence.recurrenceId}`,
    name: event.name,
    description: event.description,
    ...endsOf(occurrence, timeZone),
    previousStartDate: event.previousStartDate,
    eventStatus: `https://schema.org/${STATUSES[eventStatus ?? 'scheduled']}`,
    eventAttendanceMode: mode && `https://schema.org/${MODES[mode]}`,
    location: locationsOf(event),
    url: event.url,
    image:
      image &&
      compact({
        '@type': 'ImageObject',
        url: image.url,
        caption: image.caption,
        creditText: image.creditText,
      }),
    organizer: organizer && compact({'@type': 'Organization', ...organizer}),
    isAccessibleForFree: event.isAccessibleForFree,
    offers: offers.length ? offers : undefined,
    typicalAgeRange: age && `${age.min ?? 0}-${age.max ?? ''}`,
    inLanguage: event.inLanguage,
    keywords: [...(event.categories ?? []), ...(event.keywords ?? [])].join(', ') || undefined,
    audience: event.audience?.map(audienceType => ({'@type': 'Audience', audienceType})),
    maximumAttendeeCapacity: event.maximumAttendeeCapacity,
    remainingAttendeeCapacity: event.remainingAttendeeCapacity,
  });
}

function endsOf(
  {start, end, isAllDay, firstDay, lastDay}: Occurrence,
  timeZone: string,
): {startDate: string; endDate: string | undefined} {
  if (isAllDay) {
    return {startDate: isoDate(firstDay * DAY, 'date'), endDate: isoDate(lastDay * DAY, 'date')};
  }
  const clock = clockOf(timeZone)!;
  const text = (instant: number): string =>
    isoDate(wallAt(clock, instant), 'local') + isoOffset(clock.offsetAt(instant));
  return {startDate: text(start), endDate: end > start ? text(end) : undefined};
}

/** A place, where one takes part from afar, or both. */
function locationsOf({location, onlineUrl}: Event): unknown {
  const places = [
    ...(location ? [placeOf(location)] : []),
    ...(onlineUrl === undefined ? [] : [{'@type': 'VirtualLocation', url: onlineUrl}]),
  ];
  return places.length > 1 ? places : places[0];
}

function placeOf({name, address, geo, url}: EventLocation): JsonLd {
  return compact({
    '@type': 'Place',
    name,
    address: address && {'@type': 'PostalAddress', ...address},
    geo: geo && {'@type': 'GeoCoordinates', ...geo},
    url,
  });
}

function offersOf({offers, eventStatus, registration}: Event): JsonLd[] {
  const availability =
    eventStatus === 'full' ? 'https://schema.org/SoldOut' : 'https://schema.org/InStock';
  const link = registration?.find(({type}) => type === 'url')?.value;
  return (offers ?? []).map((offer: EventOffer) => {
    const {name, price, maxPrice, priceCurrency = 'EUR', url = link} = offer;
    const isRange = maxPrice !== undefined;
    return compact({
      '@type': isRange ? 'AggregateOffer' : 'Offer',
      name,
      price: isRange ? undefined : units(price),
      lowPrice: isRange ? units(price) : undefined,
      highPrice: units(maxPrice),
      priceCurrency,
      availability,
      url,
    });
  });
}

const units = (cents: number | undefined): string | undefined =>
  cents === undefined ? undefined : (cents / 100).toFixed(2);

function compact(parts: Record<string, unknown>): JsonLd {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
