import {
  dayOfIso,
  isoOfDay,
  zoneOf,
  type Event,
  type EventsReading,
  type Occurrence,
} from '@local-widgets/model';

const PARIS = zoneOf('Europe/Paris')!;

/** One event as a test writes it: wall times of Paris, further starts, whatever else an event has. */
export interface Spec extends Partial<Omit<Event, 'startDate' | 'endDate' | 'isAllDay'>> {
  readonly name: string;
  /** `2026-06-14T18:30`, or `2026-06-14` for the whole day. */
  readonly start: string;
  /** The same; of whole days the last one. */
  readonly end?: string;
  /** Dates on which it is on as well, at the same hours. */
  readonly also?: readonly string[];
}

/** The day number of an ISO date or date-time. */
export const dayOf = (date: string): number => dayOfIso(date.slice(0, 10))!;

/** So many dates, every so many days. */
export const every = (days: number, from: string, count: number): string[] =>
  Array.from({length: count}, (_, i) => isoOfDay(dayOf(from) + i * days));

const minuteOf = (text: string): number => {
  const [, hours = '0', minutes = '0'] = /T(\d\d):(\d\d)/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
};

function occurrenceOf(eventId: string, start: string, end: string): Occurrence {
  const isAllDay = !start.includes('T');
  const firstDay = dayOf(start);
  const lastDay = dayOf(end);
  const begins = PARIS.instantOf(firstDay, minuteOf(start));
  const ends = isAllDay ? PARIS.instantOf(lastDay + 1, 0) : PARIS.instantOf(lastDay, minuteOf(end));
  return {
    eventId,
    recurrenceId: start.replace(/[-:]/g, ''),
    start: begins,
    end: ends,
    isAllDay,
    firstDay,
    lastDay,
    startMinute: isAllDay ? 0 : minuteOf(start),
    endMinute: isAllDay ? 1440 : minuteOf(end),
  };
}

/** A reading as the model gives it, in the zone of Paris. */
export function readingOf(...specs: readonly Spec[]): EventsReading {
  const events: Event[] = [];
  const occurrences: Occurrence[] = [];
  specs.forEach(({start, end = start, also = [], ...event}, i) => {
    const id = event.id ?? `event-${i}`;
    const isAllDay = !start.includes('T');
    events.push({
      ...event,
      id,
      uid: event.uid ?? `${id}@sainte-aubrette.example`,
      isAllDay,
      startDate: start,
      endDate: end,
      ...(!isAllDay && {timeZone: 'Europe/Paris'}),
    });
    const length = dayOf(end) - dayOf(start);
    for (const date of [start.slice(0, 10), ...also]) {
      const last = isoOfDay(dayOf(date) + length);
      occurrences.push(occurrenceOf(id, date + start.slice(10), last + end.slice(10)));
    }
  });
  occurrences.sort((a, b) => a.start - b.start || b.end - a.end);
  return {events, occurrences, rejected: [], truncated: false, calendar: {}};
}

/** Friday, 12 June 2026, ten in the morning in Paris. */
export const FRIDAY_MORNING = new Date('2026-06-12T10:00:00+02:00');

const hall = {
  name: 'Place de la Halle',
  address: {addressLocality: 'Sainte-Aubrette-sur-Orbelle'},
  geo: {longitude: 0.5241, latitude: 48.4084},
};

/** What is on in a small town around `FRIDAY_MORNING`. */
export const townReading: EventsReading = readingOf(
  {
    id: 'market',
    name: 'Marché du samedi',
    start: '2026-05-02T08:00',
    end: '2026-05-02T13:00',
    also: every(7, '2026-05-09', 60),
    location: hall,
    categories: ['Marché'],
    isAccessibleForFree: true,
    organizer: {
      name: 'Mairie',
      telephone: '02 61 91 10 00',
      email: 'mairie@sainte-aubrette.example',
    },
    recurrence: {rule: 'FREQ=WEEKLY;BYDAY=SA'},
  },
  {
    id: 'exhibition',
    name: 'Les haies du pays d’Orbelle, photographies de Solène Marchevert',
    start: '2026-05-15',
    end: '2026-09-30',
    location: {name: 'Bibliothèque', placeId: 'bibliotheque'},
    categories: ['Exposition'],
    isAccessibleForFree: true,
    image: {url: new URL('/__town/images/bourg.svg', 'http://localhost').href, caption: 'Le bourg'},
  },
  {
    id: 'concert',
    name: 'Concert au café des Tilleuls',
    description: 'Trio jazz, chansons d’ici et d’ailleurs.\nOn danse si l’on veut.',
    start: '2026-06-12T20:30',
    end: '2026-06-12T23:00',
    url: 'https://cafe-des-tilleuls.example/concert',
    location: {name: 'Café des Tilleuls', placeId: 'cafe-des-tilleuls', ...{geo: hall.geo}},
    categories: ['Concert'],
    isAccessibleForFree: true,
  },
  {
    id: 'ball',
    name: 'Bal de la Saint-Jean',
    start: '2026-06-13T21:00',
    end: '2026-06-14T02:00',
    location: hall,
    categories: ['Bal', 'Fête'],
    eventStatus: 'cancelled',
  },
  {
    id: 'festival',
    name: 'Festival des jardins',
    start: '2026-06-19',
    end: '2026-06-22',
    location: {name: 'Jardins de la Hulotte', placeId: 'jardins-de-la-hulotte'},
    categories: ['Festival'],
    isAccessibleForFree: false,
    offers: [
      {name: 'Plein tarif', price: 500},
      {name: 'Moins de 12 ans', price: 0},
    ],
  },
  {
    id: 'tales',
    name: 'Heure du conte',
    start: '2026-06-17T10:30',
    end: '2026-06-17T11:15',
    also: ['2026-07-01', '2026-07-15'],
    location: {name: 'Bibliothèque', placeId: 'bibliotheque'},
    categories: ['Lecture'],
    audience: ['Enfants'],
    typicalAgeRange: {min: 3, max: 6},
    isAccessibleForFree: true,
    eventStatus: 'full',
  },
  {
    id: 'repair',
    name: 'Café réparation',
    start: '2026-06-13T14:00',
    end: '2026-06-13T18:00',
    location: {name: 'Salle des fêtes'},
    categories: ['Atelier'],
  },
  {
    id: 'walk',
    name: 'Sortie nature : les oiseaux du marais au petit matin, en silence et en bottes',
    start: '2026-06-13T06:30',
    location: {name: 'Parking du lavoir', address: {addressLocality: 'Vauperche'}},
    categories: ['Nature'],
  },
  {
    id: 'council',
    name: 'Conseil municipal',
    start: '2026-06-13T19:00',
    location: {name: 'Mairie'},
  },
  {
    id: 'past',
    name: 'Vide-greniers',
    start: '2026-05-31T07:00',
    end: '2026-05-31T18:00',
    location: hall,
  },
);
