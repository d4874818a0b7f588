import type {EventDocument, EventHistoryLine} from '@local-widgets/model/schemas.js';
import type {Caller} from '../../accounts/require-role.js';
import type {Database, HubTransaction} from '../../context.js';
import {bodyHash} from '../../idempotency/request-key.js';

/** Who changes an event. */
export interface EventActor {
  actor: EventHistoryLine['by'];
  /** Of the shop. */
  personId?: string | undefined;
}

export const actorOf = ({person}: Pick<Caller, 'person'>): EventActor =>
  person ? {actor: 'person', personId: person.id} : {actor: 'program'};

export const THE_PROPOSER: EventActor = {actor: 'proposer'};

export interface NewHistoryLine extends EventActor {
  eventId: string;
  at: Date;
  action: EventHistoryLine['action'];
  fields?: readonly string[] | undefined;
  recurrenceId?: string | undefined;
  reason?: string | undefined;
}

/** Writes down what was done to an event, and by whom. */
export async function appendHistory(trx: HubTransaction, line: NewHistoryLine): Promise<void> {
  await trx
    .insertInto('event_history')
    .values({
      event_id: line.eventId,
      at: line.at.getTime(),
      action: line.action,
      actor: line.actor,
      person_id: line.personId ?? null,
      fields: line.fields?.length ? JSON.stringify(line.fields) : null,
      recurrence_id: line.recurrenceId ?? null,
      reason: line.reason ?? null,
    })
    .execute();
}

/** All that was done to an event, first things first. */
export async function readHistory(db: Database, eventId: string): Promise<EventHistoryLine[]> {
  const rows = await db
    .selectFrom('event_history')
    .leftJoin('people', 'people.id', 'event_history.person_id')
    .select(['at', 'action', 'actor', 'fields', 'recurrence_id', 'reason', 'people.name', 'email'])
    .where('event_id', '=', eventId)
    .orderBy('event_history.id')
    .execute();
  return rows.map(({at, action, actor, fields, recurrence_id, reason, name, email}) => {
    const person = name ?? email;
    return {
      at: new Date(at).toISOString(),
      action: action as EventHistoryLine['action'],
      by: actor as EventHistoryLine['by'],
      ...(person !== null && {person}),
      ...(fields !== null && {fields: JSON.parse(fields) as string[]}),
      ...(recurrence_id !== null && {recurrenceId: recurrence_id}),
      ...(reason !== null && {reason}),
    };
  });
}

/** Names of the fields that differ. */
export function changedFields(before: EventDocument, after: EventDocument): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const hashOf = (document: EventDocument, name: string) =>
    bodyHash({value: (document as unknown as Record<string, unknown>)[name]});
  return [...names].filter(name => hashOf(before, name) !== hashOf(after, name)).sort();
}
