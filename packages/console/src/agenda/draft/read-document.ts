import type {EventDocument, EventOverride, ShopProfile} from '@local-widgets/model/schemas.js';
import {typedMoney} from '../../format/money.js';
import {dateOfId, nameOfDate, type SeriesClock} from './date-names.js';
import {emptyDraft, NO_CHANGE, type DateChange, type EventDraft} from './event-draft.js';
import {readRule} from './rule.js';

export interface DraftContext {
  /** In which money is typed. */
  readonly language: string;
  readonly profile: ShopProfile | undefined;
}

/** What stands in the fields for an event. */
export function draftOf(document: EventDocument, {language, profile}: DraftContext): EventDraft {
  const {isAllDay, startDate, endDate, location, image, organizer, signUp, typicalAgeRange} =
    document;
  const startDay = startDate.slice(0, 10);
  const startTime = isAllDay ? '' : startDate.slice(11, 16);
  const endDay = endDate.slice(0, 10);
  const ways = document.registration ?? [];
  const way = (type: string): string => ways.find(each => each.type === type)?.value ?? '';
  return {
    ...emptyDraft(startDay),
    ...seriesOf(document, {isAllDay, startTime}),
    name: document.name,
    description: document.description ?? '',
    isAllDay,
    startTime,
    endDay: endDay === startDay ? '' : endDay,
    endTime: isAllDay || endDate === startDate ? '' : endDate.slice(11, 16),
    where: whereOf(location, profile),
    placeName: location?.name ?? '',
    streetAddress: location?.address?.streetAddress ?? '',
    postalCode: location?.address?.postalCode ?? '',
    addressLocality: location?.address?.addressLocality ?? '',
    onlineUrl: document.onlineUrl ?? '',
    price: document.offers ? 'paid' : document.isAccessibleForFree ? 'free' : 'untold',
    offers: (document.offers ?? []).map(({name = '', price}) => ({
      name,
      price: price === undefined ? '' : typedMoney(price, language),
    })),
    conditions: document.conditions ?? '',
    categories: (document.categories ?? []).join(', '),
    audience: (document.audience ?? []).join(', '),
    ageMin: numberText(typicalAgeRange?.min),
    ageMax: numberText(typicalAgeRange?.max),
    accessibility: document.accessibility ?? [],
    setting: document.setting ?? '',
    imageUrl: image?.url ?? '',
    imageCaption: image?.caption ?? '',
    imageCredit: image?.creditText ?? '',
    organizerName: organizer?.name ?? '',
    organizerTelephone: organizer?.telephone ?? '',
    organizerEmail: organizer?.email ?? '',
    url: document.url ?? '',
    signUp: signUp ? 'here' : ways.length > 0 ? 'elsewhere' : 'none',
    ...(signUp && {
      capacity: numberText(signUp.capacity),
      hasWaitingList: signUp.hasWaitingList,
      maxPlaces: String(signUp.maxPlaces),
      closesHours: signUp.closesMinutesBefore ? String(signUp.closesMinutesBefore / 60) : '',
      reminderHours: numberText(signUp.reminderHours),
      instructions: signUp.instructions ?? '',
    }),
    registrationUrl: way('url'),
    registrationTelephone: way('telephone'),
    registrationEmail: way('email'),
  };
}

function whereOf(
  location: EventDocument['location'],
  profile: ShopProfile | undefined,
): EventDraft['where'] {
  if (!location) return 'none';
  const {name, address} = location;
  const isShop =
    name === profile?.name && address?.streetAddress === profile?.address?.streetAddress;
  return isShop ? 'shop' : 'typed';
}

function seriesOf(
  {recurrence = {}, overrides = [], startDate}: EventDocument,
  clock: SeriesClock,
): Partial<EventDraft> {
  const {rule, dates = [], exceptDates = []} = recurrence;
  const name = (date: string): string => nameOfDate(date, clock);
  const day = startDate.slice(0, 10);
  return {
    ...(rule !== undefined
      ? readRule(rule, day, clock.isAllDay)
      : {repeat: dates.length > 0 ? 'dates' : 'none'}),
    added: dates.map(name),
    removed: exceptDates.map(name),
    changes: Object.fromEntries(
      overrides.map(override => [name(dateOfId(override.recurrenceId)), changeOf(override)]),
    ),
  };
}

function changeOf({recurrenceId, ...own}: EventOverride): DateChange {
  const {startDate = '', endDate = ''} = own;
  const isMoved = startDate && startDate.slice(0, 10) !== dateOfId(recurrenceId).slice(0, 10);
  return {
    ...NO_CHANGE,
    isCancelled: own.isCancelled ?? false,
    reason: own.reason ?? '',
    day: isMoved ? startDate.slice(0, 10) : '',
    startTime: startDate.slice(11, 16),
    endTime: endDate.slice(11, 16),
    place: own.location?.name ?? '',
  };
}

const numberText = (value: number | undefined): string =>
  value === undefined ? '' : String(value);
