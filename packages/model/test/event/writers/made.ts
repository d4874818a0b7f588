import type {Event, Occurrence} from '../../../src/event/event.js';
import {HALL} from '../support/hall.js';

export const DAY = 86_400_000;
/** 12 May 2026, counted from 1970. */
export const MAY_12 = 20_585;
/** 20:30 to 22:00 in Paris. */
export const [START, END] = [Date.UTC(2026, 4, 12, 18, 30), Date.UTC(2026, 4, 12, 20)];

/** An event of one evening in Paris. */
export const eventOf = (more: Partial<Event> = {}): Event => ({
  id: 'bal',
  name: 'Bal',
  isAllDay: false,
  timeZone: 'Europe/Paris',
  startDate: '2026-05-12T20:30:00+02:00',
  endDate: '2026-05-12T22:00:00+02:00',
  ...more,
});

/** The same in no zone that is told. */
export function zonelessOf(more: Partial<Event> = {}): Event {
  const event: {-readonly [K in keyof Event]: Event[K]} = eventOf(more);
  delete event.timeZone;
  return event;
}

/** Its date. */
export const dateOf = (more: Partial<Occurrence> = {}): Occurrence => ({
  eventId: 'bal',
  recurrenceId: '20260512T203000',
  start: START,
  end: END,
  isAllDay: false,
  firstDay: MAY_12,
  lastDay: MAY_12,
  startMinute: 1230,
  endMinute: 1320,
  ...more,
});

/** An event of two whole days, and its date. */
export const daysOf = (more: Partial<Event> = {}): [Event, Occurrence] => {
  const event = zonelessOf({
    isAllDay: true,
    startDate: '2026-05-12',
    endDate: '2026-05-13',
    ...more,
  });
  const [start, end] = [Date.UTC(2026, 4, 11, 22), Date.UTC(2026, 4, 13, 22)];
  const days = {isAllDay: true, lastDay: MAY_12 + 1, startMinute: 0, endMinute: 1440};
  return [event, dateOf({recurrenceId: '20260512', start, end, ...days})];
};

/** All that an event may say. */
export const WHOLE: Partial<Event> = {
  description: 'Venez;\nnombreux',
  url: 'https://a.example/bal',
  image: {url: 'https://a.example/a.jpg', caption: 'Danse', creditText: 'Paul'},
  location: {...HALL, placeId: 'salle,1'},
  onlineUrl: 'https://visio.example/bal',
  organizer: {
    name: 'Asso "A"',
    telephone: '02 97 00 00 00',
    email: 'a@b.example',
    url: 'https://asso.example/',
  },
  categories: ['Fête', 'Danse, musique'],
  keywords: ['accordéon'],
  audience: ['Familles'],
  typicalAgeRange: {min: 6, max: 12},
  isAccessibleForFree: false,
  offers: [{name: 'Plein', price: 1250, maxPrice: 1500, url: 'https://billets.example/1'}],
  eventStatus: 'scheduled',
  eventAttendanceMode: 'mixed',
  inLanguage: ['fr'],
  registration: [{type: 'url', value: 'https://billets.example/'}],
  maximumAttendeeCapacity: 100,
  remainingAttendeeCapacity: 3,
  previousStartDate: '2026-05-01',
  source: {name: 'Ville', dateModified: '2026-04-01T08:00:00Z'},
};
