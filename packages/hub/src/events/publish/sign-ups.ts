import type {Occurrence} from '@local-widgets/model';
import type {EventDocument, SignUpState} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import type {DocumentDate} from '../documents/document-dates.js';
import type {DateRow} from '../signup/date-row.js';
import {signUpState} from '../signup/sign-up-state.js';

/** A document on whose dates one can sign up. */
export interface OpenDocument {
  id: string;
  document: EventDocument;
  isCancelled: boolean;
}

/**
 * How one can sign up for the dates of a reading.
 *
 * @param occurrences of these documents; `eventId` is the document's id, also of a date that differs
 */
export async function readSignUps(
  db: Database,
  documents: readonly OpenDocument[],
  occurrences: readonly Occurrence[],
  now: number,
): Promise<SignUpState[]> {
  if (documents.length === 0) return [];
  const byId = new Map(documents.map(one => [one.id, one]));
  const rows = await db
    .selectFrom('event_dates')
    .selectAll()
    .where('event_id', 'in', [...byId.keys()])
    .where('ends_at', '>', now)
    .execute();
  const taken = new Map(rows.map(row => [`${row.event_id} ${row.recurrence_id}`, row]));
  return occurrences.flatMap(occurrence => {
    const id = documentIdOf(occurrence.eventId);
    const open = byId.get(id);
    if (!open) return [];
    const row: DateRow | undefined = taken.get(`${id} ${occurrence.recurrenceId}`);
    const question = {
      document: open.document,
      date: toDate(open.document, occurrence),
      isSeriesCancelled: open.isCancelled,
      now,
    };
    return signUpState(question, {eventId: occurrence.eventId, id, row}) ?? [];
  });
}

/** The event in the hub, of which an occurrence may be a date that differs. */
export const documentIdOf = (eventId: string): string => eventId.split('#', 1)[0]!;

function toDate(
  {overrides, name}: EventDocument,
  {recurrenceId, start, end}: Occurrence,
): DocumentDate {
  const override = overrides?.find(one => one.recurrenceId === recurrenceId);
  return {
    recurrenceId,
    startsAt: start,
    endsAt: end,
    isCancelled: override?.isCancelled === true,
    capacity: override?.capacity,
    name: override?.name ?? name,
    override,
  };
}
