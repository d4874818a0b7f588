import type {Proposal} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {Database, HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {eventPage} from '../calendars/calendar-links.js';
import {requireCalendar, type Calendar} from '../calendars/calendar-store.js';
import {tellOfProposal} from '../mails/tell-of-proposal.js';
import {
  documentOf,
  isPublic,
  lockEvent,
  wrongEventState,
  type EventRow,
} from '../store/event-row.js';
import {appendHistory, THE_PROPOSER} from '../store/history.js';

export interface FoundProposal {
  row: EventRow;
  calendar: Calendar;
}

/** @throws HubProblem `not-found`; tells nobody whether there ever was one */
export async function requireProposal(db: Database, token: string): Promise<FoundProposal> {
  const row = await db
    .selectFrom('event_links')
    .innerJoin('calendar_events', 'calendar_events.id', 'event_links.event_id')
    .selectAll('calendar_events')
    .where('event_links.token_hash', '=', sha256Hex(token))
    .executeTakeFirst();
  if (!row) throw new HubProblem('not-found');
  return {row, calendar: await requireCalendar(db, row.calendar_id)};
}

/** Where it stands, for who proposed it. */
export function toProposal({row}: FoundProposal, publicUrl: string): Proposal {
  return {
    state: row.state as Proposal['state'],
    calendar: row.calendar_id,
    event: documentOf(row),
    ...(row.reason !== null && {reason: row.reason}),
    ...(isPublic(row) && {page: eventPage(publicUrl, row.calendar_id, row.id)}),
    createdAt: new Date(row.created_at).toISOString(),
  };
}

/** Brings a proposal to the desk: who proposed it reads the mails of its address. Again is no harm. */
export async function confirmProposal(
  context: HubContext,
  {row: {id}, calendar}: FoundProposal,
): Promise<void> {
  await context.db.transaction().execute(async trx => {
    const row = await lockEvent(trx, id, calendar.id);
    if (row.state !== 'unconfirmed') return;
    const at = context.clock.now();
    await trx
      .updateTable('calendar_events')
      .set({state: 'proposed', updated_at: at.getTime()})
      .where('id', '=', id)
      .execute();
    await appendHistory(trx, {...THE_PROPOSER, eventId: id, at, action: 'proposed'});
    await tellOfProposal(context, trx, {row, calendar});
  });
  context.outbox.wake();
}

/**
 * Takes a proposal back, and erases it.
 *
 * @throws HubProblem `wrong-state` once it is published: those who keep the calendar can cancel it
 */
export async function withdrawProposal(
  context: HubContext,
  {row: {id}, calendar}: FoundProposal,
): Promise<void> {
  await context.db.transaction().execute(async trx => {
    const row = await lockEvent(trx, id, calendar.id);
    if (row.published_at !== null) throw wrongEventState(row.state);
    await trx.deleteFrom('calendar_events').where('id', '=', id).execute();
  });
}
