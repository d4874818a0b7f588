import {isObject, listOf, type Json} from '../../place/json.js';
import type {EventStatus} from '../event.js';
import {addItems, type Item} from './item.js';
import type {EventReader} from './reader.js';

const STATUSES: Readonly<Record<string, EventStatus>> = {
  CONFIRMED: 'scheduled',
  TENTATIVE: 'tentative',
  CANCELLED: 'cancelled',
};

/** Mobilizon's categories (`lib/mobilizon/events/categories.ex`) in the words of its French pages. */
const CATEGORIES: Readonly<Record<string, string>> = {
  ARTS: 'Arts',
  AUTO_BOAT_AIR: 'Auto, bateau, avion',
  BOOK_CLUBS: 'Clubs de lecture',
  BUSINESS: 'Entreprises',
  CAUSES: 'Causes',
  COMEDY: 'Comédie',
  COMMUNITY: 'Communauté',
  CRAFTS: 'Artisanat',
  FAMILY_EDUCATION: 'Famille et éducation',
  FASHION_BEAUTY: 'Mode et beauté',
  FILM_MEDIA: 'Films et médias',
  FOOD_DRINK: 'Nourriture et boissons',
  GAMES: 'Jeux',
  HEALTH: 'Santé',
  LANGUAGE_CULTURE: 'Langue et culture',
  LEARNING: 'Apprentissage',
  LGBTQ: 'LGBTQ',
  MOVEMENTS_POLITICS: 'Mouvements et politique',
  MUSIC: 'Musique',
  NETWORKING: 'Réseautage',
  OUTDOORS_ADVENTURE: 'Plein air et aventure',
  PARTY: 'Fête',
  PERFORMING_VISUAL_ARTS: 'Arts du spectacle et arts visuels',
  PETS: 'Animaux de compagnie',
  PHOTOGRAPHY: 'Photographie',
  SCIENCE_TECH: 'Sciences et technologies',
  SPIRITUALITY_RELIGION_BELIEFS: 'Spiritualité, religion et croyances',
  SPORTS: 'Sports',
  THEATRE: 'Théâtre',
};

/** Answers hold the list at different depths, by what was asked. */
const MAX_DEPTH = 6;

/** Answers of Mobilizon's GraphQL interface: whatever was asked, the events in it. */
export const mobilizonReader: EventReader<'mobilizon'> = {
  format: 'mobilizon',
  input: 'json',
  read: (input, collector) => {
    if (!isObject(input) || !isObject(input['data'])) return undefined;
    const found = eventsIn(input['data'], 0);
    return found ? addItems(found, collector, itemOf) : undefined;
  },
};

/** The first list of events, or one event, that an answer holds; an empty list where one was asked for. */
function eventsIn(value: unknown, depth: number): unknown[] | undefined {
  if (depth > MAX_DEPTH || !isObject(value)) return undefined;
  if ('beginsOn' in value) return [value];
  const {elements} = value;
  if (Array.isArray(elements)) {
    const list = elements as unknown[];
    const [first] = list;
    if (first === undefined || (isObject(first) && 'beginsOn' in first)) return list;
  }
  for (const inner of Object.values(value)) {
    const found = eventsIn(inner, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function itemOf(event: Json): Item {
  const address = objectOf(event['physicalAddress']);
  const options = objectOf(event['options']);
  const organizer = objectOf(event['attributedTo'] ?? event['organizerActor']);
  const picture = objectOf(event['picture']);
  const {geom} = address;
  const [longitude, latitude] = typeof geom === 'string' ? geom.split(/[;,]/) : [];
  const category = event['category'];
  const {externalParticipationUrl} = event;
  return {
    uid: event['uuid'] ?? event['id'],
    times: [
      {
        start: event['beginsOn'],
        end: event['endsOn'],
        timeZone: options['timezone'] ?? address['timezone'],
      },
    ],
    values: {
      name: event['title'],
      description: event['description'],
      url: event['url'],
      image: {url: picture['url'], caption: picture['alt']},
      locationName: address['description'],
      streetAddress: address['street'],
      postalCode: address['postalCode'],
      addressLocality: address['locality'],
      addressCountry: address['country'],
      longitude,
      latitude,
      onlineUrl: event['onlineAddress'],
      attendanceMode: options['isOnline'] === true ? 'online' : undefined,
      organizerName: organizer['name'] ?? organizer['preferredUsername'],
      organizerUrl: organizer['url'],
      categories: typeof category === 'string' ? [CATEGORIES[category]] : undefined,
      keywords: listOf(event['tags']).map(tag => objectOf(tag)['title'] ?? tag),
      offers: listOf(options['offers']),
      status: STATUSES[String(event['status'])],
      inLanguage: event['language'],
      registration: externalParticipationUrl ? [externalParticipationUrl] : undefined,
      accessibility: accessOf(event['metadata']),
      maximumAttendeeCapacity: options['maximumAttendeeCapacity'] || undefined,
      remainingAttendeeCapacity: options['maximumAttendeeCapacity']
        ? options['remainingAttendeeCapacity']
        : undefined,
      sourceUrl: event['url'],
      dateModified: event['updatedAt'],
    },
  };
}

/** What organisers tick of accessibility: `mz:accessibility:…`. */
function accessOf(metadata: unknown): string[] {
  return listOf(metadata).flatMap(one => {
    const {key, value} = objectOf(one);
    if (typeof key !== 'string' || value === 'no' || value === 'false') return [];
    if (/^mz:accessibility:wheelchair/.test(key)) return value === 'partially' ? [] : ['mobility'];
    return /^mz:accessibility:(?:live:)?(?:subtitle|sign)/.test(key) ? ['hearing'] : [];
  });
}

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
