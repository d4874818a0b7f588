import type {EventDocument, EventOverride} from '../../schemas/event.js';
import type {EventValues} from '../event-values.js';

/** What is told of a document, or of one of its dates, that is not in it. */
export interface ToldBeside {
  readonly isCancelled: boolean;
  /** Why it is cancelled. */
  readonly reason?: string | undefined;
  /** The page of the event where it has none of its own. */
  readonly page?: string | undefined;
  readonly dateModified?: string | undefined;
}

/** A document under the names of `EventValues`. @param override what differs on one date */
export function documentValues(
  document: EventDocument,
  override: Partial<EventOverride>,
  {isCancelled, reason, page, dateModified}: ToldBeside,
): EventValues {
  const merged = {...document, ...override};
  const {location, organizer, typicalAgeRange, offers, signUp} = merged;
  const {address, geo} = location ?? {};
  return {
    name: merged.name,
    description: [reason, merged.description].filter(Boolean).join('\n\n') || undefined,
    url: document.url ?? page,
    image: document.image,
    locationName: location?.name,
    ...address,
    longitude: geo?.longitude,
    latitude: geo?.latitude,
    placeId: location?.placeId,
    locationUrl: location?.url,
    onlineUrl: merged.onlineUrl,
    organizerName: organizer?.name,
    organizerTelephone: organizer?.telephone,
    organizerEmail: organizer?.email,
    organizerUrl: organizer?.url,
    categories: document.categories,
    keywords: document.keywords,
    audience: document.audience,
    ageMin: typicalAgeRange?.min,
    ageMax: typicalAgeRange?.max,
    isFree: document.isAccessibleForFree,
    // these are read in euros
    offers: offers?.map(({price, maxPrice, ...rest}) => ({
      ...rest,
      ...(price !== undefined && {price: price / 100}),
      ...(maxPrice !== undefined && {maxPrice: maxPrice / 100}),
      priceCurrency: 'EUR',
    })),
    conditions: document.conditions,
    status: isCancelled ? 'cancelled' : merged.eventStatus,
    attendanceMode: document.eventAttendanceMode,
    accessibility: document.accessibility,
    setting: document.setting,
    inLanguage: document.inLanguage,
    registration: signUp && page ? [{type: 'url', value: page}] : document.registration,
    maximumAttendeeCapacity: override.capacity ?? signUp?.capacity,
    sourceUrl: page,
    dateModified,
  };
}
