import type {
  EventDocument,
  EventOverride,
  ShopProfile,
  SignUpSettings,
} from '@local-widgets/model/schemas.js';
import {dayAfter} from '../../format/day-after.js';
import {readMoney} from '../../format/money.js';
import {defined} from '../../templates/form.js';
import {dateOfName, idOfDate} from './date-names.js';
import {NO_CHANGE, type DateChange, type EventDraft} from './event-draft.js';
import {ruleOf} from './rule.js';
import {firstOn} from './weekdays.js';

/** What a draft is made from. */
export interface Ground {
  /** What the form has no fields for stays as it is. */
  readonly base: EventDocument | undefined;
  readonly profile: ShopProfile | undefined;
  readonly timeZone: string;
}

/** The event that a draft describes; of fields that are no number or no amount, `draftProblems` tells. */
export function documentOf(draft: EventDraft, {base, profile, timeZone}: Ground): EventDocument {
  const {isAllDay} = draft;
  const span = spanOf(draft);
  return defined<EventDocument>({
    ...base,
    ...span,
    name: draft.name.trim(),
    description: some(draft.description),
    isAllDay,
    timeZone: base?.timeZone ?? timeZone,
    recurrence: recurrenceOf(draft, span.startDate.slice(0, 10)),
    overrides: overridesOf(draft, base),
    location: locationOf(draft, base, profile),
    onlineUrl: some(draft.onlineUrl),
    isAccessibleForFree: draft.price === 'untold' ? undefined : draft.price === 'free',
    offers: offersOf(draft, base),
    conditions: some(draft.conditions),
    categories: wordsOf(draft.categories),
    audience: wordsOf(draft.audience),
    typicalAgeRange:
      draft.ageMin || draft.ageMax
        ? defined<NonNullable<EventDocument['typicalAgeRange']>>({
            min: numberOf(draft.ageMin),
            max: numberOf(draft.ageMax),
          })
        : undefined,
    accessibility:
      draft.accessibility.length > 0
        ? ([...draft.accessibility] as EventDocument['accessibility'])
        : undefined,
    setting: draft.setting || undefined,
    image: draft.imageUrl.trim()
      ? defined<NonNullable<EventDocument['image']>>({
          url: draft.imageUrl.trim(),
          caption: draft.imageCaption.trim(),
          creditText: some(draft.imageCredit),
        })
      : undefined,
    organizer: organizerOf(draft, base),
    url: some(draft.url),
    registration: registrationOf(draft),
    signUp: signUpOf(draft, base),
  });
}

/** When it is first: where it is weekly, on the first of its weekdays; it ends so much later. */
export function spanOf(draft: EventDraft): Pick<EventDocument, 'startDate' | 'endDate'> {
  const {isAllDay, startDay, startTime, endTime, repeat, weekdays} = draft;
  const isWeekly = (repeat === 'weekly' || repeat === 'fortnightly') && weekdays.length > 0;
  const first = isWeekly ? firstOn(startDay, weekdays) : startDay;
  const later = Math.round((Date.parse(first) - Date.parse(startDay)) / DAY);
  const endDay = draft.endDay ? dayAfter(draft.endDay, later) : first;
  if (isAllDay) return {startDate: first, endDate: endDay};
  const startDate = `${first}T${startTime}:00`;
  if (!endTime) return {startDate, endDate: draft.endDay ? `${endDay}T${startTime}:00` : startDate};
  // who says from ten to two means the next day
  const isPastMidnight = !draft.endDay && endTime < startTime;
  return {startDate, endDate: `${isPastMidnight ? dayAfter(endDay, 1) : endDay}T${endTime}:00`};
}

const DAY = 86_400_000;

function recurrenceOf(draft: EventDraft, day: string): EventDocument['recurrence'] {
  if (draft.repeat === 'none') return undefined;
  const rule = ruleOf(draft, day);
  const dates = draft.added.map(name => dateOfName(name, draft));
  const exceptDates = draft.removed.map(name => dateOfName(name, draft));
  if (rule === undefined && dates.length === 0) return undefined;
  return defined<NonNullable<EventDocument['recurrence']>>({
    rule,
    dates: dates.length > 0 ? dates : undefined,
    exceptDates: exceptDates.length > 0 ? exceptDates : undefined,
  });
}

function overridesOf(
  draft: EventDraft,
  base: EventDocument | undefined,
): EventOverride[] | undefined {
  const list = Object.entries(draft.changes).flatMap(([name, change]) => {
    if (draft.removed.includes(name)) return [];
    const date = dateOfName(name, draft);
    const recurrenceId = idOfDate(date);
    const before = base?.overrides?.find(each => each.recurrenceId === recurrenceId);
    const override = overrideOf(draft, {date, change, before});
    return Object.keys(override).length > 1 ? [override] : [];
  });
  // in the order in which the hub keeps them
  list.sort((one, other) => (one.recurrenceId < other.recurrenceId ? -1 : 1));
  return list.length > 0 ? list : undefined;
}

function overrideOf(
  draft: EventDraft,
  {date, change, before}: {date: string; change: DateChange; before: EventOverride | undefined},
): EventOverride {
  const {isCancelled, reason, place} = change;
  const location =
    before?.location && (before.location.name ?? '') === place.trim()
      ? before.location
      : place.trim()
        ? {name: place.trim()}
        : undefined;
  return defined<EventOverride>({
    ...before,
    recurrenceId: idOfDate(date),
    isCancelled: isCancelled ? true : undefined,
    reason: isCancelled ? some(reason) : undefined,
    ...timesOf(draft, date, change),
    location,
  });
}

/** When a date is, where that is not as its series has it. */
function timesOf(
  draft: EventDraft,
  date: string,
  {day, startTime, endTime}: DateChange,
): {startDate: string | undefined; endDate: string | undefined} {
  if (!day && !startTime && !endTime) return {startDate: undefined, endDate: undefined};
  const own: EventDraft = {
    ...draft,
    repeat: 'none',
    startDay: day || date.slice(0, 10),
    endDay: movedEnd(draft, day || date.slice(0, 10)),
    startTime: startTime || date.slice(11, 16),
    endTime: endTime || draft.endTime,
  };
  return spanOf(own);
}

function movedEnd({startDay, endDay}: EventDraft, day: string): string {
  if (!endDay) return '';
  return dayAfter(day, Math.round((Date.parse(endDay) - Date.parse(startDay)) / DAY));
}

function locationOf(
  draft: EventDraft,
  base: EventDocument | undefined,
  profile: ShopProfile | undefined,
): EventDocument['location'] {
  if (draft.where === 'none') return undefined;
  if (draft.where === 'shop')
    return profile && {name: profile.name, ...(profile.address && {address: profile.address})};
  const name = some(draft.placeName);
  const before = base?.location;
  const address = defined<NonNullable<NonNullable<EventDocument['location']>['address']>>({
    ...before?.address,
    streetAddress: some(draft.streetAddress),
    postalCode: some(draft.postalCode),
    addressLocality: some(draft.addressLocality),
  });
  const hasAddress = draft.streetAddress || draft.postalCode || draft.addressLocality;
  if (!name && !hasAddress) return undefined;
  // another place is not where the first one was
  const rest = before?.name === name ? before : undefined;
  return defined<NonNullable<EventDocument['location']>>({
    ...rest,
    name,
    address: hasAddress ? address : undefined,
  });
}

function offersOf(draft: EventDraft, base: EventDocument | undefined): EventDocument['offers'] {
  if (draft.price !== 'paid') return undefined;
  const offers = draft.offers.flatMap(({name, price}, at) => {
    if (!name.trim() && !price.trim()) return [];
    const {url, maxPrice} = base?.offers?.[at] ?? {};
    const cents = price.trim() ? readMoney(price) : undefined;
    return [
      defined<NonNullable<EventDocument['offers']>[number]>({
        name: some(name),
        price: cents,
        maxPrice: maxPrice !== undefined && maxPrice >= (cents ?? 0) ? maxPrice : undefined,
        url,
      }),
    ];
  });
  return offers.length > 0 ? offers : undefined;
}

function organizerOf(
  {organizerName, organizerTelephone, organizerEmail}: EventDraft,
  base: EventDocument | undefined,
): EventDocument['organizer'] {
  const organizer = defined<NonNullable<EventDocument['organizer']>>({
    ...base?.organizer,
    name: some(organizerName),
    telephone: some(organizerTelephone),
    email: some(organizerEmail),
  });
  return Object.keys(organizer).length > 0 ? organizer : undefined;
}

function registrationOf(draft: EventDraft): EventDocument['registration'] {
  if (draft.signUp !== 'elsewhere') return undefined;
  const ways = [
    {type: 'url', value: draft.registrationUrl.trim()},
    {type: 'telephone', value: draft.registrationTelephone.trim()},
    {type: 'email', value: draft.registrationEmail.trim()},
  ] as const;
  const given = ways.filter(({value}) => value);
  return given.length > 0 ? given.map(way => ({...way})) : undefined;
}

function signUpOf(draft: EventDraft, base: EventDocument | undefined): SignUpSettings | undefined {
  if (draft.signUp !== 'here') return undefined;
  return defined<SignUpSettings>({
    ...base?.signUp,
    capacity: numberOf(draft.capacity),
    hasWaitingList: draft.hasWaitingList,
    maxPlaces: numberOf(draft.maxPlaces) ?? 1,
    closesMinutesBefore: Math.round((numberOf(draft.closesHours) ?? 0) * 60),
    reminderHours: numberOf(draft.reminderHours),
    instructions: some(draft.instructions),
  });
}

/** Words between commas, each once. */
function wordsOf(text: string): string[] | undefined {
  const words = [...new Set(text.split(',').map(word => word.trim()))].filter(Boolean);
  return words.length > 0 ? words : undefined;
}

/** The number in a field; nothing when empty, `NaN` for what is none. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  return plain === '' ? undefined : Number(plain);
}

const some = (text: string): string | undefined => text.trim() || undefined;

/** A change that says nothing. */
export const isNoChange = (change: DateChange): boolean =>
  Object.entries(NO_CHANGE).every(([name, value]) => change[name as keyof DateChange] === value);
