import type {Registration, RegistrationList} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import {dateOf} from '../documents/document-dates.js';
import {toRegistration} from '../signup/registration-row.js';
import {documentOf, type EventRow} from '../store/event-row.js';

/** Who comes, date by date; those who wait in their order, then those who cancelled. */
export async function listRegistrations(
  db: Database,
  event: EventRow,
  recurrenceId?: string,
): Promise<RegistrationList> {
  let dates = db
    .selectFrom('event_dates')
    .selectAll()
    .where('event_id', '=', event.id)
    .orderBy('starts_at')
    .orderBy('recurrence_id');
  if (recurrenceId !== undefined) dates = dates.where('recurrence_id', '=', recurrenceId);
  const document = documentOf(event);
  const list: RegistrationList['dates'] = [];
  for (const date of await dates.execute()) {
    const rows = await db
      .selectFrom('registrations')
      .selectAll()
      .where('event_id', '=', event.id)
      .where('recurrence_id', '=', date.recurrence_id)
      .orderBy('position')
      .execute();
    const inState = (state: Registration['state']) => rows.filter(row => row.state === state);
    const waiting = inState('waiting');
    const registrations = [
      ...inState('confirmed').map(row => toRegistration(row, {event, date})),
      ...waiting.map((row, at) => toRegistration(row, {event, date, position: at + 1})),
      ...inState('cancelled').map(row => toRegistration(row, {event, date})),
    ];
    const own = dateOf(document, date.recurrence_id);
    list.push({
      recurrenceId: date.recurrence_id,
      startsAt: new Date(date.starts_at).toISOString(),
      endsAt: new Date(date.ends_at).toISOString(),
      isCancelled: event.state === 'cancelled' || own?.isCancelled === true,
      ...(date.capacity !== null && {capacity: date.capacity}),
      confirmed: date.taken,
      waiting: waiting.reduce((sum, {places}) => sum + places, 0),
      registrations,
    });
  }
  return {dates: list};
}
