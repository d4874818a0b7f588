import {ruleFault, zoneOf, type EventRejectionReason} from '@local-widgets/model';
import type {EventContact, EventDocument, EventOverride} from '@local-widgets/model/schemas.js';
import {HubProblem, type Sentence} from '../../http/problem.js';
import {sayEvent, type EventWords} from '../event-words.js';
import {dateOf, hasDates, rejectionOf} from './document-dates.js';
import {isDay, isRealDate} from './local-date.js';

interface Wrong {
  pointer: string;
  message: Sentence;
}

type Key = {
  [Name in keyof EventWords]: EventWords[Name] extends string ? Name : never;
}[keyof EventWords];

/** One field and its sentence. */
const say = (pointer: string, key: Key): Wrong => ({
  pointer,
  message: sayEvent(words => words[key]),
});

/**
 * Whether a document that has the form of its schema can be held: dates that are in the calendar, a rule
 * that can be read, exceptions that name dates of the series.
 *
 * @param prefix of the pointers: where the document stands in the body
 * @throws HubProblem `invalid`, with a sentence for each field
 */
export function checkDocument(document: EventDocument, prefix = '/event'): void {
  const simple = [...wrongDates(document), ...wrongWords(document)];
  // the rest can only be asked of dates that are some
  const wrong = simple.length > 0 ? simple : [...wrongSeries(document)];
  if (wrong.length > 0) {
    throw new HubProblem('invalid', {
      fields: wrong.map(({pointer, message}) => ({pointer: prefix + pointer, message})),
    });
  }
}

/** @throws HubProblem `invalid` when there is no way to reach somebody */
export function checkContact({email, telephone}: EventContact, pointer: string): void {
  if (email === undefined && telephone === undefined) {
    const {message} = say(pointer, 'contactNeeded');
    throw new HubProblem('invalid', {fields: [{pointer: `${pointer}/email`, message}]});
  }
}

function* wrongDates(document: EventDocument): Generator<Wrong, void> {
  const {isAllDay, recurrence = {}, overrides = [], signUp} = document;
  if (zoneOf(document.timeZone) === undefined) yield say('/timeZone', 'noSuchZone');
  yield* wrongSpan(document, isAllDay, '');
  const lists = {dates: recurrence.dates ?? [], exceptDates: recurrence.exceptDates ?? []};
  for (const [name, dates] of Object.entries(lists)) {
    for (const [at, date] of dates.entries()) {
      // a whole day may be taken out of a series with times
      const mayBeDay = isAllDay || name === 'exceptDates';
      yield* wrongDate(date, {
        isAllDay: mayBeDay && isDay(date),
        pointer: `/recurrence/${name}/${at}`,
        wantsDay: isAllDay,
      });
    }
  }
  if (document.recurrence && recurrence.rule === undefined && lists.dates.length === 0) {
    yield say('/recurrence/rule', 'ruleNeedsDates');
  }
  for (const [at, override] of overrides.entries()) yield* wrongOverride(override, at, document);
  if (signUp?.opensAt !== undefined && !isRealDate(signUp.opensAt)) {
    yield say('/signUp/opensAt', 'noSuchDay');
  }
}

function* wrongDate(
  date: string,
  {isAllDay, pointer, wantsDay}: {isAllDay: boolean; pointer: string; wantsDay: boolean},
): Generator<Wrong, void> {
  if (!isRealDate(date)) yield say(pointer, 'noSuchDay');
  else if (isDay(date) !== isAllDay) yield say(pointer, wantsDay ? 'dayWanted' : 'timeWanted');
}

/** Start and end, as far as they are given. */
function* wrongSpan(
  {startDate, endDate}: {startDate?: string | undefined; endDate?: string | undefined},
  isAllDay: boolean,
  pointer: string,
): Generator<Wrong, void> {
  let isWrong = false;
  for (const [name, date] of Object.entries({startDate, endDate})) {
    if (date === undefined) continue;
    for (const wrong of wrongDate(date, {
      isAllDay,
      pointer: `${pointer}/${name}`,
      wantsDay: isAllDay,
    })) {
      isWrong = true;
      yield wrong;
    }
  }
  // both have one form: texts compare as times do
  if (!isWrong && startDate !== undefined && endDate !== undefined && endDate < startDate) {
    yield say(`${pointer}/endDate`, 'endsBefore');
  }
}

function* wrongOverride(
  override: EventOverride,
  at: number,
  {isAllDay, overrides = []}: EventDocument,
): Generator<Wrong, void> {
  const pointer = `/overrides/${at}`;
  const {recurrenceId} = override;
  if (recurrenceId.includes('T') === isAllDay) {
    yield say(`${pointer}/recurrenceId`, isAllDay ? 'dayWanted' : 'timeWanted');
  } else if (overrides.findIndex(other => other.recurrenceId === recurrenceId) !== at) {
    yield say(`${pointer}/recurrenceId`, 'dateTwice');
  }
  yield* wrongSpan(override, isAllDay, pointer);
}

function* wrongWords({
  typicalAgeRange: age,
  offers = [],
  isAccessibleForFree,
  signUp,
  registration,
}: EventDocument): Generator<Wrong, void> {
  if (age) {
    const {min, max} = age;
    if (min === undefined && max === undefined) yield say('/typicalAgeRange/min', 'agesNeeded');
    else if ((max ?? Infinity) < (min ?? 0)) yield say('/typicalAgeRange/max', 'agesBackwards');
  }
  for (const [at, {price, maxPrice}] of offers.entries()) {
    if ((maxPrice ?? Infinity) < (price ?? 0))
      yield say(`/offers/${at}/maxPrice`, 'pricesBackwards');
  }
  if (
    isAccessibleForFree &&
    offers.some(({price, maxPrice}) => (price ?? 0) + (maxPrice ?? 0) > 0)
  ) {
    yield say('/isAccessibleForFree', 'freeAndPriced');
  }
  if (signUp && registration) yield say('/registration', 'twoRegistrations');
}

/** What only the engine can tell. */
function* wrongSeries(document: EventDocument): Generator<Wrong, void> {
  const {recurrence, overrides = []} = document;
  const fault = recurrence?.rule === undefined ? undefined : ruleFault(recurrence.rule);
  if (fault !== undefined) {
    yield say('/recurrence/rule', fault === 'too-fine' ? 'ruleTooFine' : 'badRule');
    return;
  }
  const reason = rejectionOf(document);
  if (reason !== undefined) {
    yield REJECTIONS[reason] ?? say('/recurrence/rule', 'badRule');
    return;
  }
  const plain = {...document, overrides: []};
  if (!hasDates(plain)) {
    yield say(recurrence ? '/recurrence/rule' : '/startDate', 'noDates');
    return;
  }
  for (const [at, {recurrenceId}] of overrides.entries()) {
    if (!dateOf(plain, recurrenceId)) yield say(`/overrides/${at}/recurrenceId`, 'noSuchDate');
  }
}

const REJECTIONS: Partial<Record<EventRejectionReason, Wrong>> = {
  'unknown-zone': say('/timeZone', 'noSuchZone'),
  'bad-start': say('/startDate', 'noSuchDay'),
  'bad-end': say('/endDate', 'endsBefore'),
  'too-many-occurrences': say('/recurrence/rule', 'tooManyDates'),
};
