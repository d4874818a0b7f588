import type {CalendarDeletion, Language} from '@local-widgets/model/schemas.js';
import type {Database, HubContext, HubTransaction} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {forgetAnswers} from '../../idempotency/kept-answers.js';
import {lockCalendar, type Calendar} from '../calendars/calendar-store.js';
import {nextDate} from '../documents/document-dates.js';
import {eventWords, sayEvent} from '../event-words.js';
import {dateFile} from '../publish/date-file.js';
import type {MailData} from '../../outbox/outbox.js';
import {toRegistration} from '../signup/registration-row.js';
import {
  documentOf,
  isPublic,
  proposerOf,
  type EventRow,
  type StoredState,
} from '../store/event-row.js';
import {requireVersion} from '../versions.js';
import {whenText} from '../when-text.js';
import {readComers, type Comer} from './comers.js';

export interface CalendarRemoval {
  shopId: string;
  /** Of the calendar. */
  id: string;
  ifMatch: string | undefined;
  /** Whether what was published may go with it. */
  takesEvents: boolean;
  /** How many registrations who asks knows to go with it. */
  people: number;
  /** Told to those people. */
  reason?: string | undefined;
}

/** What would go with a calendar. */
export async function calendarDeletion(
  {db, clock}: Pick<HubContext, 'db' | 'clock'>,
  {id}: Calendar,
): Promise<CalendarDeletion> {
  const events = await readEvents(db, id);
  const comers = await readComers(db, events, clock.now().getTime());
  const feeds = await db
    .selectFrom('calendar_feeds')
    .select('id')
    .where('calendar_id', '=', id)
    .execute();
  const count = (...states: StoredState[]) =>
    events.filter(({state}) => states.includes(state as StoredState)).length;
  const of = (state: string) => comers.filter(({row}) => row.state === state).length;
  return {
    events: count('published', 'cancelled'),
    drafts: count('draft', 'rejected'),
    proposals: count('proposed'),
    feeds: feeds.length,
    confirmed: of('confirmed'),
    waiting: of('waiting'),
    withoutEmail: comers
      .flatMap(({contact}) => (contact && contact.email === undefined ? [contact] : []))
      .slice(0, 200),
  };
}

/**
 * Deletes a calendar with all that is in it. Who signed up for what is still to come is told by mail, and
 * so is who proposed what nobody has decided about.
 *
 * @throws HubProblem `wrong-state` while it has events that were published, unless these may go;
 *   `people-signed-up` when another number of people than was said would lose their place
 */
export async function deleteCalendar(context: HubContext, removal: CalendarRemoval): Promise<void> {
  const {shopId, id, ifMatch, takesEvents, people} = removal;
  await context.db.transaction().execute(async trx => {
    const calendar = await holdAll(trx, shopId, id);
    requireVersion(ifMatch, calendar.version);
    const events = await readEvents(trx, id);
    if (!takesEvents && events.some(isPublic)) {
      throw new HubProblem('wrong-state', {title: sayEvent(words => words.calendarNotEmpty)});
    }
    const comers = await readComers(trx, events, context.clock.now().getTime());
    if (comers.length !== people) throw otherNumber(comers.length);
    for (const comer of comers) await tellComer(context, trx, {calendar, comer, removal});
    await tellProposers(context, trx, {calendar, events, removal});
    await forgetAnswersOf(trx, events);
    await trx.deleteFrom('calendars').where('id', '=', id).execute();
  });
  context.outbox.wake();
}

/** Events before their calendar, as everybody does who writes one: two never wait for each other in a circle. */
async function holdAll(trx: HubTransaction, shopId: string, id: string): Promise<Calendar> {
  await trx
    .updateTable('calendar_events')
    .set(eb => ({version: eb.ref('version')}))
    .where('calendar_id', '=', id)
    .where(
      'calendar_id',
      'in',
      trx.selectFrom('calendars').select('id').where('shop_id', '=', shopId),
    )
    .execute();
  const calendar = await lockCalendar(trx, id, shopId);
  if (!calendar) throw new HubProblem('not-found');
  return calendar;
}

const readEvents = (db: Database, calendarId: string): Promise<EventRow[]> =>
  db
    .selectFrom('calendar_events')
    .selectAll()
    .where('calendar_id', '=', calendarId)
    .orderBy('id')
    .execute();

const otherNumber = (people: number) =>
  new HubProblem('people-signed-up', {
    detail: language => eventWords(language).peopleInCalendar(people),
  });

interface Telling {
  calendar: Calendar;
  removal: CalendarRemoval;
}

/** A mail that says all itself: nothing of what it tells of is left when it is sent. */
function enqueueMail(
  {outbox}: Pick<HubContext, 'outbox'>,
  trx: HubTransaction,
  {shopId, reason}: CalendarRemoval,
  {to, language, gone}: {to: string; language: Language; gone: NonNullable<MailData['gone']>},
): Promise<void> {
  const data = {language, ...(reason !== undefined && {reason}), gone};
  return outbox.enqueue(trx, {kind: 'mail', template: 'calendar-deleted', shopId, to, data});
}

async function tellComer(
  context: HubContext,
  trx: HubTransaction,
  {calendar, comer, removal}: Telling & {comer: Comer},
): Promise<void> {
  const {row, event, date, contact} = comer;
  if (contact?.email === undefined) return;
  const language: Language = row.language === 'en' ? 'en' : 'fr';
  const {name, isAllDay, timeZone} = toRegistration(row, {event, date});
  const {starts_at: startsAt, ends_at: endsAt} = date;
  const file = dateFile(context, calendar, {...event, state: 'cancelled'}, row.recurrence_id);
  const organizer = organizerOf(event);
  await enqueueMail(context, trx, removal, {
    to: contact.email,
    language,
    gone: {
      kind: 'registration',
      name: contact.name,
      event: name,
      when: whenText({startsAt, endsAt, isAllDay, timeZone}, language),
      calendar: calendar.settings.name,
      ...(organizer && {organizer}),
      ...(file !== undefined && {file}),
    },
  });
}

async function tellProposers(
  context: HubContext,
  trx: HubTransaction,
  {calendar, events, removal}: Telling & {events: readonly EventRow[]},
): Promise<void> {
  for (const event of events) {
    const {contact, language} = proposerOf(event) ?? {};
    if (event.state !== 'proposed' || !language || contact?.email === undefined) continue;
    const document = documentOf(event);
    const date = nextDate(document, context.clock.now().getTime());
    await enqueueMail(context, trx, removal, {
      to: contact.email,
      language,
      gone: {
        kind: 'proposal',
        name: contact.name,
        event: document.name,
        when: date ? whenText({...date, ...zoneOf(document)}, language) : '',
        calendar: calendar.settings.name,
      },
    });
  }
}

const zoneOf = ({isAllDay, timeZone}: ReturnType<typeof documentOf>) => ({isAllDay, timeZone});

function organizerOf(event: EventRow): string {
  const {name, telephone, email} = documentOf(event).organizer ?? {};
  return [name, telephone, email].filter(Boolean).join(', ');
}

/** Kept answers to who signed up hold a contact and a secret link. */
async function forgetAnswersOf(trx: HubTransaction, events: readonly EventRow[]): Promise<void> {
  for (const {id} of events) {
    await forgetAnswers(trx, id);
    const rows = await trx
      .selectFrom('registrations')
      .select('id')
      .where('event_id', '=', id)
      .execute();
    for (const row of rows) await forgetAnswers(trx, row.id);
  }
}
