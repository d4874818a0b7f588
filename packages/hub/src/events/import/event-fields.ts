import type {Event} from '@local-widgets/model';
import {EventDocument, type EventOverride} from '@local-widgets/model/schemas.js';
import {wrongFields} from '../../http/validation.js';
import {without} from '../without.js';

/** Of a document: what an event is, without when it is. */
export type DescriptionFields = Omit<
  EventDocument,
  'isAllDay' | 'startDate' | 'endDate' | 'timeZone' | 'recurrence' | 'overrides' | 'signUp'
>;

/** What of an event a date may tell for itself. */
export type OverrideFields = Pick<
  EventOverride,
  'name' | 'description' | 'location' | 'onlineUrl' | 'eventStatus'
>;

/** What an event of another agenda is, in the form of a document. What has not that form is left out. */
export function descriptionFields(event: Event): DescriptionFields {
  const {location, organizer, image, offers} = event;
  const wanted = defined<DescriptionFields>({
    name: cut(event.name, 200),
    description: event.description && cut(event.description, 5000),
    url: event.url,
    onlineUrl: event.onlineUrl,
    location: location && defined({...location, name: location.name && cut(location.name, 200)}),
    organizer,
    // an image without a text of its own is the poster: it says what the name says
    image: image && {
      url: image.url,
      caption: cut(image.caption ?? event.name, 300),
      ...(image.creditText !== undefined && {creditText: cut(image.creditText, 200)}),
    },
    categories: labels(event.categories, 10),
    keywords: labels(event.keywords, 20),
    audience: labels(event.audience, 10),
    typicalAgeRange: event.typicalAgeRange,
    isAccessibleForFree: event.isAccessibleForFree,
    offers: offers?.map(offer => without(offer, 'priceCurrency')),
    conditions: event.conditions && cut(event.conditions, 300),
    eventStatus: event.eventStatus === 'cancelled' ? undefined : event.eventStatus,
    eventAttendanceMode: event.eventAttendanceMode,
    accessibility: event.accessibility && [...event.accessibility],
    setting: event.setting,
    inLanguage: event.inLanguage && [...event.inLanguage],
    registration: event.registration && [...event.registration],
  });
  return inForm(wanted);
}

/** What one date tells that its series does not. */
export function overrideFields(own: Event, series: Event): OverrideFields {
  const [one, other] = [descriptionFields(own), descriptionFields(series)];
  const names = ['name', 'description', 'location', 'onlineUrl', 'eventStatus'] as const;
  const changed = names.filter(
    name => one[name] !== undefined && JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  );
  return Object.fromEntries(changed.map(name => [name, one[name]]));
}

/** Takes out the members that their schema does not take. */
function inForm(fields: DescriptionFields): DescriptionFields {
  const dates = {isAllDay: true, startDate: '2000-01-01', endDate: '2000-01-01', timeZone: 'UTC'};
  const wrong = new Set(
    wrongFields(EventDocument, {...dates, ...fields}).map(({pointer}) => pointer.split('/')[1]),
  );
  const right = Object.entries(fields).filter(([name]) => !wrong.has(name));
  return Object.fromEntries(right) as DescriptionFields;
}

function defined<T extends object>(fields: {[Key in keyof T]: T[Key] | undefined}): T {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(known) as T;
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

function labels(list: readonly string[] | undefined, most: number): string[] | undefined {
  const known = [...new Set(list?.map(label => cut(label, 80)))].slice(0, most);
  return known.length > 0 ? known : undefined;
}
