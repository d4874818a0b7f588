import {GeocoderError, type AddressSuggestion} from './geocoder.js';

type Fields = Readonly<Record<string, unknown>>;

/** Words for one thing in Addok, Photon (`type`) and Pelias (`layer`); the rest is a place. */
const KINDS = new Map<string, AddressSuggestion['kind']>([
  ['municipality', 'town'],
  ['city', 'town'],
  ['localadmin', 'town'],
  ['street', 'street'],
  ['housenumber', 'address'],
  ['house', 'address'],
  ['address', 'address'],
]);

/** Characters of a label at most; a longer one is no address. */
const LONGEST_LABEL = 200;

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946) of points as geocoders write it. A feature without a
 * name or a position is dropped alone, and so is a second one that reads the same.
 *
 * @throws GeocoderError `unreadable` when it is no FeatureCollection.
 */
export function readSuggestions(answer: unknown, limit: number): AddressSuggestion[] {
  const {features} = fieldsOf(answer);
  if (!Array.isArray(features)) {
    throw new GeocoderError('unreadable', 'The geocoder gave no GeoJSON FeatureCollection.');
  }
  const found = new Map<string, AddressSuggestion>();
  for (const feature of features) {
    const suggestion = toSuggestion(fieldsOf(feature));
    const key = suggestion && `${suggestion.label}|${suggestion.detail ?? ''}`;
    if (key && !found.has(key)) found.set(key, suggestion);
  }
  return [...found.values()].slice(0, limit);
}

function toSuggestion({geometry, properties}: Fields): AddressSuggestion | undefined {
  const {coordinates} = fieldsOf(geometry);
  const [longitude, latitude] = (Array.isArray(coordinates) ? coordinates : []) as unknown[];
  const fields = fieldsOf(properties);
  const label = labelOf(fields);
  if (!label || label.length > LONGEST_LABEL) return undefined;
  if (!isWithin(longitude, 180) || !isWithin(latitude, 90)) return undefined;
  const kind = KINDS.get(wordOf(fields['type'] ?? fields['layer'])) ?? 'place';
  const detail = detailOf(fields, label);
  return {label, ...(detail && {detail}), geo: {longitude, latitude}, kind};
}

/** The label as given, or `Mairie, 1 rue du Port, 56000 Vannes` from what there is of it. */
function labelOf(fields: Fields): string {
  const words = (...names: string[]): string =>
    names
      .map(name => wordOf(fields[name]))
      .filter(Boolean)
      .join(' ');
  const parts = [words('name'), words('housenumber', 'street'), words('postcode', 'city')];
  return words('label') || [...new Set(parts)].filter(Boolean).join(', ');
}

/** Postcode and département, the second part of `74, Haute-Savoie, Auvergne-Rhône-Alpes`. */
function detailOf(fields: Fields, label: string): string {
  const area = wordOf(fields['context']).split(', ')[1] ?? wordOf(fields['state']);
  const parts = [wordOf(fields['postcode']), area];
  return parts.filter(part => part && !label.includes(part)).join(', ');
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value ? (value as Fields) : {};
}

function wordOf(value: unknown): string {
  const isWord = typeof value === 'string' || typeof value === 'number';
  return isWord ? String(value).trim() : '';
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}
