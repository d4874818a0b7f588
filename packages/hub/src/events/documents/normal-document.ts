import type {EventDocument} from '@local-widgets/model/schemas.js';
import {withSeconds} from './local-date.js';

type Recurrence = NonNullable<EventDocument['recurrence']>;

/** The same document in the one form in which documents are kept: dates with seconds, lists of dates in order. */
export function normalDocument(document: EventDocument): EventDocument {
  const {recurrence, overrides, signUp} = document;
  return {
    ...document,
    startDate: withSeconds(document.startDate),
    endDate: withSeconds(document.endDate),
    ...(recurrence && {recurrence: normalRecurrence(recurrence)}),
    ...(overrides && {
      overrides: overrides
        .map(({startDate, endDate, ...rest}) => ({
          ...rest,
          ...(startDate !== undefined && {startDate: withSeconds(startDate)}),
          ...(endDate !== undefined && {endDate: withSeconds(endDate)}),
        }))
        .sort((one, other) => (one.recurrenceId < other.recurrenceId ? -1 : 1)),
    }),
    ...(signUp?.opensAt !== undefined && {
      signUp: {...signUp, opensAt: withSeconds(signUp.opensAt)},
    }),
  };
}

function normalRecurrence({rule, dates, exceptDates}: Recurrence): Recurrence {
  const inOrder = (list: readonly string[]) => list.map(withSeconds).sort();
  return {
    ...(rule !== undefined && {
      rule: rule
        .trim()
        .replace(/^RRULE:/i, '')
        .toUpperCase(),
    }),
    ...(dates?.length && {dates: inOrder(dates)}),
    ...(exceptDates?.length && {exceptDates: inOrder(exceptDates)}),
  };
}
