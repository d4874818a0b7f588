import type {Weekday} from '@local-widgets/model/schemas.js';
import {ticked} from '../../templates/form.js';
import type {EventDraft} from '../draft/event-draft.js';
import {weekdayOf} from '../draft/weekdays.js';

const TEXTS = [
  'name',
  'description',
  'startDay',
  'startTime',
  'endDay',
  'endTime',
  'repeat',
  'ends',
  'until',
  'count',
  'where',
  'placeName',
  'streetAddress',
  'postalCode',
  'addressLocality',
  'onlineUrl',
  'price',
  'conditions',
  'categories',
  'audience',
  'ageMin',
  'ageMax',
  'setting',
  'imageUrl',
  'imageCaption',
  'imageCredit',
  'organizerName',
  'organizerTelephone',
  'organizerEmail',
  'url',
  'signUp',
  'capacity',
  'maxPlaces',
  'closesHours',
  'reminderHours',
  'instructions',
  'registrationUrl',
  'registrationTelephone',
  'registrationEmail',
] as const satisfies readonly (keyof EventDraft)[];

/** What stands in the fields now. @param before what it was: not all fields are shown at all times */
export function readFields(element: HTMLFormElement, before: EventDraft): EventDraft {
  const form = new FormData(element);
  const isShown = (name: string): boolean => element.elements.namedItem(name) !== null;
  const texts = Object.fromEntries(
    TEXTS.map(name => [name, form.has(name) ? text(form, name) : before[name]]),
  ) as Pick<EventDraft, (typeof TEXTS)[number]>;
  const draft: EventDraft = {
    ...before,
    ...texts,
    isAllDay: form.has('isAllDay'),
    accessibility: ticked(form, 'accessibility'),
    weekdays: isShown('weekdays') ? (ticked(form, 'weekdays') as Weekday[]) : before.weekdays,
    hasWaitingList: isShown('hasWaitingList') ? form.has('hasWaitingList') : before.hasWaitingList,
    offers: before.offers.map((offer, at) =>
      form.has(`offerPrice-${at}`)
        ? {name: text(form, `offerName-${at}`), price: text(form, `offerPrice-${at}`)}
        : offer,
    ),
  };
  return completed(draft);
}

/** With what goes without saying after a choice. */
function completed(draft: EventDraft): EventDraft {
  const {startDay, weekdays, offers} = draft;
  const weekday = weekdayOf(startDay);
  return {
    ...draft,
    ...(isWeekly(draft) && weekdays.length === 0 && weekday && {weekdays: [weekday]}),
    ...(draft.price === 'paid' && offers.length === 0 && {offers: [{name: '', price: ''}]}),
  };
}

export const isWeekly = ({repeat}: Pick<EventDraft, 'repeat'>): boolean =>
  repeat === 'weekly' || repeat === 'fortnightly';

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
