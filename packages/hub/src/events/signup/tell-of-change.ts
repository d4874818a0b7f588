import type {HubContext, HubTransaction} from '../../context.js';
import type {MailTemplate} from '../../outbox/outbox.js';
import {documentOf, type EventRow} from '../store/event-row.js';
import {whenText} from '../when-text.js';
import {mailTo} from './registration-mails.js';
import type {DateNews} from './settle-dates.js';

const TEMPLATES = {
  cancelled: 'date-cancelled',
  restored: 'date-restored',
  changed: 'registration-changed',
} as const satisfies Record<DateNews['kind'], MailTemplate>;

/** Writes to all who signed up for the dates, in the transaction of what it tells. */
export async function tellOfChange(
  context: HubContext,
  trx: HubTransaction,
  event: EventRow,
  news: readonly DateNews[],
): Promise<void> {
  const {isAllDay, timeZone} = documentOf(event);
  for (const {recurrenceId, kind, reason, formerly} of news) {
    const rows = await trx
      .selectFrom('registrations')
      .select(['id', 'language'])
      .where('event_id', '=', event.id)
      .where('recurrence_id', '=', recurrenceId)
      .where('state', '<>', 'cancelled')
      .orderBy('position')
      .execute();
    for (const {id, language} of rows) {
      const at =
        formerly && whenText({...formerly, isAllDay, timeZone}, language === 'en' ? 'en' : 'fr');
      await mailTo(context, trx, {id, template: TEMPLATES[kind], reason, at});
    }
  }
}
