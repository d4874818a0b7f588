import type {EventDocument, SignUpState} from '@local-widgets/model/schemas.js';
import {datePath} from '../calendars/calendar-links.js';
import type {DocumentDate} from '../documents/document-dates.js';
import {instantOfLocal} from '../documents/local-date.js';
import type {DateRow} from './date-row.js';

const MINUTE = 60_000;

/** Why nobody can sign up for a date now; `none`: one does not sign up here at all. */
export type SignUpBar = 'none' | 'cancelled' | 'past' | 'not-yet' | 'closed';

export interface SignUpQuestion {
  document: EventDocument;
  date: DocumentDate;
  isSeriesCancelled: boolean;
  now: number;
}

/** What keeps people from signing up for a date, whether there is room or not; undefined when nothing does. */
export function signUpBar({
  document,
  date,
  isSeriesCancelled,
  now,
}: SignUpQuestion): SignUpBar | undefined {
  const {signUp} = document;
  if (!signUp) return 'none';
  if (isSeriesCancelled || date.isCancelled) return 'cancelled';
  if (date.endsAt <= now && date.startsAt <= now) return 'past';
  if (now < (opensAt(document) ?? -Infinity)) return 'not-yet';
  return now >= closesAt(document, date) ? 'closed' : undefined;
}

const opensAt = ({signUp, timeZone}: EventDocument): number | undefined =>
  signUp?.opensAt === undefined ? undefined : instantOfLocal(signUp.opensAt, timeZone);

const closesAt = ({signUp}: EventDocument, {startsAt}: DocumentDate): number =>
  startsAt - (signUp?.closesMinutesBefore ?? 0) * MINUTE;

/**
 * How one can sign up for a date, as it is published; undefined where one does not.
 *
 * @param eventId of its occurrence
 * @param id of the event
 * @param row undefined while nobody has signed up
 */
export function signUpState(
  question: SignUpQuestion,
  {eventId, id, row}: {eventId: string; id: string; row: DateRow | undefined},
): SignUpState | undefined {
  const {document, date} = question;
  const {signUp} = document;
  const bar = signUpBar(question);
  if (!signUp || bar === 'none' || bar === 'cancelled' || bar === 'past') return undefined;
  const capacity = date.capacity ?? signUp.capacity;
  const isQueueing = (row?.waiting ?? 0) > 0;
  // what is left is for those who wait
  const left = capacity === undefined ? undefined : Math.max(0, capacity - (row?.taken ?? 0));
  const remaining = isQueueing ? 0 : left;
  const isFull = remaining === 0;
  const opens = opensAt(document);
  return {
    eventId,
    recurrenceId: date.recurrenceId,
    href: datePath(id, date.recurrenceId),
    state: bar ?? (isFull ? (signUp.hasWaitingList ? 'waiting-list' : 'full') : 'open'),
    ...(opens !== undefined && {opensAt: new Date(opens).toISOString()}),
    closesAt: new Date(closesAt(document, date)).toISOString(),
    ...(capacity !== undefined && {capacity}),
    ...(remaining !== undefined && {remaining}),
    maxPlaces: signUp.maxPlaces,
    ...(signUp.instructions !== undefined && {instructions: signUp.instructions}),
  };
}
