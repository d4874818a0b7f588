/**
 * What a source says of an event, under our own names, before it is checked: `Event` is made of it. Dates
 * are not among these, see `Series`.
 */
export interface EventValues {
  name?: unknown;
  description?: unknown;
  url?: unknown;
  /** An address, or an object with `url` or `contentUrl`, `caption` and `creditText`, or a list of these. */
  image?: unknown;
  locationName?: unknown;
  streetAddress?: unknown;
  postalCode?: unknown;
  addressLocality?: unknown;
  addressCountry?: unknown;
  longitude?: unknown;
  latitude?: unknown;
  placeId?: unknown;
  locationUrl?: unknown;
  onlineUrl?: unknown;
  organizerName?: unknown;
  organizerTelephone?: unknown;
  organizerEmail?: unknown;
  organizerUrl?: unknown;
  categories?: unknown;
  keywords?: unknown;
  audience?: unknown;
  ageMin?: unknown;
  ageMax?: unknown;
  /** Boolean or a word for one. */
  isFree?: unknown;
  /** Prices in euros or other units, not in cents: `{name, price, maxPrice, priceCurrency, url}`. */
  offers?: unknown;
  conditions?: unknown;
  /** One of ours. */
  status?: unknown;
  attendanceMode?: unknown;
  accessibility?: unknown;
  setting?: unknown;
  inLanguage?: unknown;
  /** `{type, value}` or the bare values. */
  registration?: unknown;
  maximumAttendeeCapacity?: unknown;
  remainingAttendeeCapacity?: unknown;
  previousStartDate?: unknown;
  sourceName?: unknown;
  sourceUrl?: unknown;
  sourceLabel?: unknown;
  dateModified?: unknown;
}
