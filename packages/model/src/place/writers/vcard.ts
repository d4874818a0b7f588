import {categoryById, type CategoryId} from '../categories.js';
import type {Place} from '../place.js';

export interface VCardOptions {
  /** Name of a category; French without it. */
  readonly labelOf?: ((id: CategoryId) => string) | undefined;
  /** Opening hours in words; the OSM value without it. */
  readonly hoursOf?: ((openingHours: string) => string) | undefined;
}

/**
 * The places for an address book: one vCard 4.0 (RFC 6350) each. The telephone is a `tel:` address when
 * it has its country code; a national number stays text, since which country it is of is not known.
 */
export function placesToVCard(places: readonly Place[], options: VCardOptions = {}): string {
  return places.map(place => cardOf(place, options)).join('');
}

function cardOf(place: Place, {labelOf = frenchLabel, hoursOf = hours => hours}: VCardOptions) {
  const {name, geo, telephone, email, url, image, openingHours, address: at = {}} = place;
  const sources = [...(place.source ? [place.source] : []), ...(place.otherSources ?? [])];
  const kinds = [place.categoryLabel ?? [], place.categories.map(labelOf)].flat();
  const note = [place.description, openingHours && hoursOf(openingHours)].filter(Boolean);
  const parts = [at.streetAddress, at.addressLocality, '', at.postalCode, at.addressCountry];
  const position = [geo.latitude, geo.longitude];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `UID;VALUE=text:${escape(place.id)}`,
    `FN:${escape(name)}`,
    `ORG:${escape(name)}`,
    telephone && phoneLine(telephone),
    email && `EMAIL:${escape(email)}`,
    url && `URL:${uri(url)}`,
    // post office box and extended address are left empty, as RFC 6350 §6.3.1 advises
    parts.some(Boolean) && `ADR:;;${parts.map(part => escape(part ?? '')).join(';')}`,
    position.every(Number.isFinite) && `GEO:geo:${position.map(decimal).join(',')}`,
    `CATEGORIES:${[...new Set(kinds)].map(escape).join(',')}`,
    note.length > 0 && `NOTE:${escape(note.join('\n'))}`,
    image && `PHOTO:${uri(image.url)}`,
    revisionLine(place.source?.dateModified),
    ...sources.map(source => source.url && `SOURCE:${uri(source.url)}`),
    'END:VCARD',
  ];
  return lines.map(line => (line ? `${fold(line)}\r\n` : '')).join('');
}

function frenchLabel(id: CategoryId): string {
  return categoryById(id).label;
}

/** `(0)` is what one dials only inside the country. */
function phoneLine(telephone: string): string {
  const number = telephone.replace('(0)', '');
  return /^\s*\+[\d\s.()-]{6,}$/.test(number)
    ? `TEL;VALUE=uri:tel:+${number.replace(/\D/g, '')}`
    : `TEL;VALUE=text:${escape(telephone)}`;
}

/** `REV` wants a timestamp (RFC 6350 §4.3.5): midnight UTC for a day, left out for what is neither. */
function revisionLine(date: string | undefined): string | undefined {
  const isInstant = date !== undefined && /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(date);
  const instant = new Date(isInstant ? date : (date?.slice(0, 10) ?? NaN));
  return Number.isNaN(+instant)
    ? undefined
    : `REV:${instant.toISOString().replace(/[-:]|\.\d+/g, '')}`;
}

/** RFC 5870 has no exponents; seven decimals are a centimetre. */
function decimal(degrees: number): string {
  return degrees.toFixed(7).replace(/\.?0+$/, '');
}

/** An address is not escaped, but a line end would begin another property. */
function uri(address: string): string {
  return address.replace(/[\p{Cc}\s]/gu, '');
}

/** RFC 6350 §3.4: backslash, comma, semicolon, line ends; other controls go. */
function escape(text: string): string {
  return text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

const encoder = new TextEncoder();

/** Lines of at most 75 octets, none cut inside a character (RFC 6350 §3.2). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
