import {distanceInMeters} from '../geo/distance.js';
import {categoryById, groupOf, type CategoryId} from './categories.js';
import {createNameReader, likenessOf, type ComparableName} from './name-likeness.js';
import type {GeoCoordinates, Place} from './place.js';

/** Metres between two entries of one place whose names are alike. */
const NEAR = 100;
/** Metres, when telephone, e-mail or site are the same as well. */
const NEAR_WITH_CONTACT = 250;
/** A telephone or a site that more places share is that of a chain: it tells nothing. */
const MOST_SHARING = 50;
/** Bounds the work where thousands stand on one spot. */
const MOST_NEIGHBOURS = 400;

/** A little more than one metre has, so that what is near is never in a cell too far. */
const DEGREES_PER_METER = 1 / 111_000;
const ROW_DEGREES = NEAR * DEGREES_PER_METER;
/** No grid has more columns than this. */
const COLUMNS = 1e7;

/** A place made ready to be compared. */
interface Entry {
  readonly place: Place;
  readonly name: ComparableName;
  readonly contacts: readonly string[];
}

/** Two places that may be one: indices, and how sure it is. */
export interface Match {
  readonly known: number;
  readonly found: number;
  readonly score: number;
}

type EntryReader = (place: Place) => Entry;

export function createEntryReader(): EntryReader {
  const readName = createNameReader();
  return place => ({place, name: readName(place.name), contacts: contactsOf(place)});
}

/** Finds the places of one list in another, by what cannot be chance; each index built once. */
export class DuplicateFinder {
  private readonly known: readonly Entry[];
  private readonly ids = new Map<string, number[]>();
  private readonly sirets = new Map<string, number[]>();
  private readonly contacts = new Map<string, number[]>();
  private readonly cells = new Map<number, number[]>();

  constructor(
    places: readonly Place[],
    private readonly readEntry: EntryReader,
  ) {
    this.known = places.map(readEntry);
    this.known.forEach(({place, contacts}, at) => {
      add(this.ids, place.id, at);
      if (place.siret) add(this.sirets, place.siret, at);
      for (const contact of contacts) add(this.contacts, contact, at);
      add(this.cells, cellOf(place.geo, 0, 0), at);
    });
  }

  /** Every pair that may be one place, the surest first; the same places give the same order. */
  matches(places: readonly Place[]): Match[] {
    const all = places.flatMap((place, found) => {
      const entry = this.readEntry(place);
      return [...this.candidates(entry)].flatMap(known => {
        const score = scoreOf(this.known[known]!, entry);
        return score ? [{known, found, score}] : [];
      });
    });
    return all.sort((a, b) => b.score - a.score || a.found - b.found || a.known - b.known);
  }

  private candidates({place, contacts}: Entry): Set<number> {
    const {geo, id, siret = ''} = place;
    const found = new Set(this.ids.get(id));
    for (const at of this.sirets.get(siret)?.slice(0, MOST_SHARING) ?? []) found.add(at);
    for (const contact of contacts) {
      const sharing = this.contacts.get(contact) ?? [];
      if (sharing.length <= MOST_SHARING) sharing.forEach(at => found.add(at));
    }
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) {
        for (const at of this.cells.get(cellOf(geo, row, column)) ?? []) {
          if (found.size > MOST_NEIGHBOURS) return found;
          const {latitude} = this.known[at]!.place.geo;
          if (Math.abs(latitude - geo.latitude) < ROW_DEGREES) found.add(at);
        }
      }
    }
    return found;
  }
}

/** How sure it is that two entries are one place; 0 when they are not, or nobody can tell. */
function scoreOf(known: Entry, found: Entry): number {
  const one = known.place;
  const other = found.place;
  const distance = distanceInMeters(one.geo, other.geo);
  const closeness = 1 / (1 + distance);
  const sameId = one.id === other.id ? 1000 : 0;
  if (one.siret && other.siret) {
    return one.siret === other.siret ? 2000 + sameId + closeness : 0;
  }
  if (!(distance <= NEAR_WITH_CONTACT)) return 0;
  const hasContact = known.contacts.some(contact => found.contacts.includes(contact));
  if (distance > NEAR && !hasContact) return 0;
  const alike = alikeness(known, found, hasContact);
  return alike ? alike + sameId + (hasContact ? 100 : 0) + closeness : 0;
}

/** 0 when the names contradict, or are not enough to go by. */
function alikeness(known: Entry, found: Entry, hasContact: boolean): number {
  const likeness = likenessOf(known.name, found.name);
  if (likeness === 'other') return 0;
  const kinship = kinshipOf(known.place.categories, found.place.categories);
  if (known.name.full === found.name.full) return hasContact || kinship !== 'foreign' ? 300 : 0;
  // "Boulangerie Dupont" and "Boucherie Dupont" are neighbours, "Pâtisserie Dupont" may be the first
  const saysOther = known.name.kinds.length > 0 && found.name.kinds.length > 0;
  const sharesKind = known.name.kinds.some(kind => found.name.kinds.includes(kind));
  if (saysOther && !sharesKind && kinship !== 'same') return 0;
  if (likeness === 'silent') return hasContact ? 50 : 0;
  if (likeness === 'contained') {
    const [few, many] = [known.name, found.name].sort((a, b) => a.words.length - b.words.length);
    // "Hameau Primeur" is not "Les Halles du Hameau"
    const isWhole = few!.kinds.every(kind => many!.kinds.includes(kind));
    return hasContact || (isWhole && kinship === 'same') ? 100 : 0;
  }
  if (!hasContact && !sharesKind && kinship !== 'same' && kinship !== 'near') return 0;
  // of "Ferme Dupont" and "Dupont", the farm is the better partner of a farm
  const isSameKind = String(known.name.kinds) === String(found.name.kinds);
  return (likeness === 'same' ? 200 : 150) + (isSameKind ? 60 : 0);
}

const AGRICULTURE = new Set(['producers', 'food']);
const TABLE = new Set(['producers', 'food', 'eat']);

/**
 * `same` categories in common; `near`: nothing speaks against it, since one is not known precisely, or
 * a producer is one thing for one source and another for the next; `foreign`: a hairdresser and a café.
 */
function kinshipOf(
  some: readonly CategoryId[],
  others: readonly CategoryId[],
): 'same' | 'near' | 'apart' | 'foreign' {
  const isPrecise = (id: CategoryId) => categoryById(id).parent !== undefined;
  const groups = some.map(id => groupOf(id).id);
  const theirGroups = others.map(id => groupOf(id).id);
  if (groups.includes('other') || theirGroups.includes('other')) return 'near';
  if (some.some(id => isPrecise(id) && others.includes(id))) return 'same';
  const all = [...groups, ...theirGroups];
  const common = groups.some(id => theirGroups.includes(id));
  if (common && !(some.every(isPrecise) && others.every(isPrecise))) return 'near';
  if (all.includes('producers') && all.every(id => AGRICULTURE.has(id))) return 'near';
  const isTable = groups.some(id => TABLE.has(id));
  return common || isTable === theirGroups.some(id => TABLE.has(id)) ? 'apart' : 'foreign';
}

/** Telephone numbers, e-mail and site, each in one spelling. */
function contactsOf({telephone, email, url}: Place): string[] {
  const contacts: string[] = [];
  for (const number of telephone?.split(/[;,/]/, 3) ?? []) {
    const digits = number
      .replace('(0)', '')
      .replace(/[^\d+]/g, '')
      .replace(/^(?:\+|00)33/, '0');
    if (digits.length >= 6) contacts.push(digits);
  }
  if (email) contacts.push(email.toLowerCase());
  if (url) contacts.push(siteOf(url));
  return contacts;
}

/** Without scheme, `www.` and what stands at the end of an address and means nothing. */
function siteOf(url: string): string {
  let end = url.length;
  while ('/#?'.includes(url.charAt(end - 1)) && end > 0) end--;
  return url
    .slice(0, end)
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '');
}

/**
 * A cell of rows 100 m high and columns at least 100 m wide, or one of its neighbours: whatever is
 * nearer than 100 m is in one of nine cells.
 */
function cellOf({longitude, latitude}: GeoCoordinates, down: number, right: number): number {
  const row = Math.floor(latitude / ROW_DEGREES) + down;
  // measured where the row is narrowest
  const edge = Math.min(89.9, Math.max(Math.abs(row), Math.abs(row + 1)) * ROW_DEGREES);
  const width = ROW_DEGREES / Math.cos((edge * Math.PI) / 180);
  return row * COLUMNS + Math.floor(longitude / width) + right;
}

function add<Key>(map: Map<Key, number[]>, key: Key, at: number): void {
  const all = map.get(key);
  if (all) all.push(at);
  else map.set(key, [at]);
}
