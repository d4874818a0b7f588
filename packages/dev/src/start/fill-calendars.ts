import {createHash} from 'node:crypto';
import type {Hub} from '@local-widgets/hub';
import {importCalendars} from '../../../hub/src/events/calendars/import-calendars.js';
import {requireCalendar} from '../../../hub/src/events/calendars/calendar-store.js';
import {nextDate} from '../../../hub/src/events/documents/document-dates.js';
import {confirmProposal} from '../../../hub/src/events/proposals/follow-proposal.js';
import {propose} from '../../../hub/src/events/proposals/propose.js';
import {signUp} from '../../../hub/src/events/signup/sign-up.js';
import {documentOf} from '../../../hub/src/events/store/event-row.js';
import type {TownShop} from './town-shops.js';

type Context = Hub['context'];

/** Brings in a shop's calendars, those who come, and what somebody proposes. */
export async function fillCalendars(
  context: Context,
  {id, calendars = [], signUps = [], proposals = []}: TownShop,
): Promise<void> {
  await importCalendars(context, id, calendars);
  for (const [at, {event, contact, places}] of signUps.entries()) {
    const recurrenceId = await nextOf(context, event);
    if (recurrenceId === undefined) continue;
    await signUp(context, {
      eventId: event,
      recurrenceId,
      uuid: uuidOf(`${id} ${at}`),
      request: {contact, places, language: 'fr', consent: true},
    });
  }
  for (const [at, {calendar, ...request}] of proposals.entries()) {
    await proposeAtOnce(context, {calendar, request, key: uuidOf(`${id} proposal ${at}`)});
  }
}

async function nextOf({db, clock}: Context, event: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('calendar_events')
    .selectAll()
    .where('id', '=', event)
    .executeTakeFirstOrThrow();
  return nextDate(documentOf(row), clock.now().getTime())?.recurrenceId;
}

/** As if the link of its mail had been opened. */
async function proposeAtOnce(
  context: Context,
  {
    calendar: id,
    request,
    key,
  }: {calendar: string; request: Parameters<typeof propose>[1]['request']; key: string},
): Promise<void> {
  const calendar = await requireCalendar(context.db, id);
  await propose(context, {calendar, request, idempotencyKey: key});
  const row = await context.db
    .selectFrom('calendar_events')
    .selectAll()
    .where('calendar_id', '=', id)
    .where('state', '=', 'unconfirmed')
    .executeTakeFirst();
  if (row) await confirmProposal(context, {row, calendar});
}

/** The same UUID for the same words (RFC 9562 §5.8: version 8). */
function uuidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
