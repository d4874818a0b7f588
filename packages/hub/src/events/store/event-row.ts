import type {
  EventContact,
  EventDocument,
  EventState,
  Language,
} from '@local-widgets/model/schemas.js';
import type {Selectable} from 'kysely';
import type {Database, HubTransaction} from '../../context.js';
import type {CalendarEventsTable} from '../../database/event-tables.js';
import {HubProblem} from '../../http/problem.js';
import {eventWords} from '../event-words.js';

export type EventRow = Selectable<CalendarEventsTable>;

/** `unconfirmed`: proposed from outside, by somebody who has not shown yet that the e-mail address is theirs. */
export type StoredState = EventState | 'unconfirmed';

/** Who proposed an event from outside, as the database keeps it. */
export interface EventProposer {
  contact: EventContact;
  organization?: string;
  language: Language;
}

export const documentOf = ({document}: Pick<EventRow, 'document'>): EventDocument =>
  JSON.parse(document) as EventDocument;

export const proposerOf = ({proposer}: Pick<EventRow, 'proposer'>): EventProposer | undefined =>
  proposer === null ? undefined : (JSON.parse(proposer) as EventProposer);

/** Whether everybody can see it: what is cancelled stays, as such. */
export const isPublic = ({state}: Pick<EventRow, 'state'>): boolean =>
  state === 'published' || state === 'cancelled';

export const PUBLIC_STATES = ['published', 'cancelled'] as const;

/** @throws HubProblem `not-found`, also when it is another calendar's, or waits to be confirmed */
export async function requireEvent(
  db: Database,
  id: string,
  calendarId: string,
): Promise<EventRow> {
  const row = await db
    .selectFrom('calendar_events')
    .selectAll()
    .where('id', '=', id)
    .where('calendar_id', '=', calendarId)
    .where('state', '<>', 'unconfirmed')
    .executeTakeFirst();
  if (!row) throw new HubProblem('not-found');
  return row;
}

/**
 * Reads an event for change: others who want to change it, or to sign up for it, wait until this
 * transaction is over.
 *
 * @throws HubProblem `not-found` when there is none, or it is another calendar's
 */
export async function lockEvent(
  trx: HubTransaction,
  id: string,
  calendarId?: string,
): Promise<EventRow> {
  const row = await findLocked(trx, id);
  if (!row || (calendarId !== undefined && row.calendar_id !== calendarId)) {
    throw new HubProblem('not-found');
  }
  return row;
}

/** As `lockEvent`; undefined when nobody has written it yet. */
export async function findLocked(trx: HubTransaction, id: string): Promise<EventRow | undefined> {
  // an update that changes nothing locks the row on both engines
  return trx
    .updateTable('calendar_events')
    .set(eb => ({version: eb.ref('version')}))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export const wrongEventState = (state: string) =>
  new HubProblem('wrong-state', {
    title: language => {
      const words = eventWords(language);
      return words.stateIs(words.states[state as StoredState]);
    },
  });
