import type {EventStatus} from '../event.js';
import type {EventValues} from '../event-values.js';
import {readDate} from '../time/date-value.js';
import {isoDate} from '../time/write-date.js';
import {allOf, firstOf, type Described} from './components.js';
import type {ContentLine} from './content-lines.js';
import {paramOf, textOf, textsOf} from './values.js';

const STATUSES: Readonly<Record<string, EventStatus>> = {
  CONFIRMED: 'scheduled',
  TENTATIVE: 'tentative',
  CANCELLED: 'cancelled',
  CANCELED: 'cancelled',
};
/** Addresses that calendar services make up. */
const NO_PERSON = /@(?:group|import)\.calendar\.google\.com$|^(?:unknownorganizer|no-?reply)@/i;
/** Letters in which an address and a number are looked for. */
const MAX_CONTACT = 1000;
const ADDRESS = /^\s*https?:\/\/\S+\s*$/i;

/** What a VEVENT says of itself (RFC 5545 §3.8.1, RFC 7986 §5). `X-ALT-DESC` repeats it as HTML. */
export function valuesOf(event: Described): EventValues {
  const text = (name: string): string | undefined => {
    const property = firstOf(event, name);
    return property && textOf(property.value);
  };
  const values: EventValues = {name: text('SUMMARY')};
  values.description = text('DESCRIPTION');
  values.url = text('URL');
  values.image = imagesOf(event);
  values.categories = allOf(event, 'CATEGORIES').flatMap(({value}) => textsOf(value));
  values.status = STATUSES[text('STATUS')?.trim().toUpperCase() ?? ''];
  const modified = readDate(text('LAST-MODIFIED') ?? '');
  if (modified) values.dateModified = `${isoDate(modified.at, 'local')}Z`;
  const location = text('LOCATION');
  values.onlineUrl = firstOf(event, 'CONFERENCE')?.value;
  if (location && ADDRESS.test(location)) values.onlineUrl ??= location.trim();
  else values.locationName = location;
  // ours, for publishers whose places are on a map as well: `Place.id`
  values.placeId = text('X-LOCAL-PLACE-ID');
  addPosition(event, values);
  addOrganizer(event, values);
  return values;
}

/** `IMAGE` of RFC 7986, and pictures that are attached; those inside the file are not taken. */
function imagesOf(event: Described): string[] {
  const isPicture = (property: ContentLine): boolean =>
    /^image\//i.test(paramOf(property, 'FMTTYPE') ?? '');
  return [...allOf(event, 'IMAGE'), ...allOf(event, 'ATTACH').filter(isPicture)].flatMap(
    ({value}) => (value.length < 2000 ? [value.trim()] : []),
  );
}

/** `GEO:48.4;0.52`, with a comma for some; else what Apple keeps beside the text of the place. */
function addPosition(event: Described, values: EventValues): void {
  const apple = firstOf(event, 'X-APPLE-STRUCTURED-LOCATION');
  const geo = firstOf(event, 'GEO')?.value ?? apple?.value.replace(/^geo:/i, '');
  if (!geo) return;
  const [latitude, longitude] = geo.split(/[;,]/, 2);
  values.latitude = latitude;
  values.longitude = longitude;
}

/** The value may be a name where an address should be: Mobilizon writes one. */
function addOrganizer(event: Described, values: EventValues): void {
  const organizer = firstOf(event, 'ORGANIZER');
  const contact = firstOf(event, 'CONTACT');
  if (contact) {
    const text = textOf(contact.value.slice(0, MAX_CONTACT));
    values.organizerEmail = /[^\s@,;:<>"]+@[\w.-]+\.\w+/.exec(text)?.[0];
    values.organizerTelephone = /\+?\d(?:[\s().-]*\d){7,14}/.exec(text)?.[0];
  }
  if (!organizer) return;
  const value = textOf(organizer.value).trim();
  const address = /^(?:mailto:)?([^\s@]+@[^\s@]+)$/i.exec(value)?.[1];
  if (address && !NO_PERSON.test(address)) values.organizerEmail = address;
  const name = paramOf(organizer, 'CN')?.replace(/^(['"])(.*)\1$/, '$2');
  // programs that know no name repeat the address
  if (name && !name.includes('@')) values.organizerName = name;
  else if (!address && !/^[a-z]+:/i.test(value)) values.organizerName = value;
}
