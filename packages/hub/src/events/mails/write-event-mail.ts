import type {Language} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {documentToHtml} from '../../mail/blocks-to-html.js';
import {documentToText} from '../../mail/blocks-to-text.js';
import type {MailDocument} from '../../mail/blocks.js';
import {mailbox} from '../../mail/mailbox.js';
import type {Mail} from '../../mail/mailer.js';
import type {OutboxRow} from '../../outbox/claim.js';
import type {GoneRegistration, MailTemplate} from '../../outbox/outbox.js';
import type {MailPayload} from '../../outbox/payload.js';
import {receiverOf, type Receiver} from '../../outbox/receiver.js';
import {requireShop, type Shop} from '../../shops/shop-store.js';
import {requireCalendar} from '../calendars/calendar-store.js';
import {dateFile} from '../publish/date-file.js';
import {requireRegistration} from '../signup/registration-row.js';
import {calendarDeletedMail} from './calendar-deleted-mail.js';
import {eventMailWords} from './event-mail-words.js';
import {proposalMail} from './proposal-mail.js';
import {registrationMail} from './registration-mail.js';

type WriteContext = Pick<HubContext, 'db' | 'config' | 'clock'>;

/** Whether a mail is about an event or a registration for one. */
export const isEventMail = (template: MailTemplate): boolean =>
  /^(registration|date|proposal|calendar)-/.test(template);

/** A mail and who gets it. */
interface Written {
  document: MailDocument;
  receiver: Receiver;
  /** Whether who gets it is nobody of the shop. */
  isForPublic: boolean;
  /** The date, for the reader's own calendar. */
  calendar?: string | undefined;
}

/** Mails that bring the date along, so that a calendar that took it once follows what becomes of it. */
const WITH_CALENDAR = new Set<MailTemplate>([
  'registration-confirmed',
  'registration-moved-up',
  'registration-changed',
  'date-cancelled',
  'date-restored',
]);

/**
 * The mail of a row as the database knows its event now; `undefined` when nobody is left to get it.
 *
 * @throws {MailError} permanent, for an address that is none
 */
export async function writeEventMail(
  context: WriteContext,
  row: OutboxRow,
  payload: MailPayload,
): Promise<Mail | undefined> {
  const {db, config} = context;
  if (row.shop_id === null) return undefined;
  const shop = await requireShop(db, row.shop_id);
  const written = payload.data?.gone
    ? aboutGone(context, payload, payload.data.gone)
    : row.registration_id === null
      ? await aboutProposal(context, payload, shop)
      : await aboutRegistration(context, row.registration_id, payload);
  if (!written) return undefined;
  const {document, receiver, isForPublic, calendar} = written;
  const {settings} = shop;
  const {hostname} = new URL(config.publicUrl);
  return {
    from: mailbox(settings.name, config.mail.from.address),
    to: mailbox(receiver.name, receiver.address),
    ...(isForPublic && settings.email && {replyTo: mailbox(settings.name, settings.email)}),
    subject: document.subject,
    language: document.language,
    text: documentToText(document),
    html: documentToHtml(document),
    messageId: `${row.id}@${hostname}`,
    ...(calendar !== undefined && {
      calendar,
      calendarName: eventMailWords(receiver.language).file,
    }),
  };
}

async function aboutRegistration(
  {db, config}: WriteContext,
  registrationId: string,
  {template, data = {}}: MailPayload,
): Promise<Written | undefined> {
  const found = await requireRegistration(db, registrationId);
  const {contact, language} = found.registration;
  if (contact?.email === undefined) return undefined;
  const calendar = await requireCalendar(db, found.event.calendar_id);
  const view = {
    ...found,
    template,
    data,
    calendarName: calendar.settings.name,
    publicUrl: config.publicUrl,
  };
  return {
    document: registrationMail(view),
    receiver: {name: contact.name, address: contact.email, language},
    isForPublic: true,
    ...(WITH_CALENDAR.has(template) && {
      calendar: dateFile({config}, calendar, found.event, found.row.recurrence_id),
    }),
  };
}

/** All that it tells is in the message. */
function aboutGone(
  {config: {publicUrl}}: WriteContext,
  {to, data = {}}: MailPayload,
  gone: GoneRegistration,
): Written | undefined {
  if (to === undefined) return undefined;
  const {language = 'fr', reason} = data;
  return {
    document: calendarDeletedMail({gone, reason, language, publicUrl}),
    receiver: {name: gone.name, address: to, language},
    isForPublic: true,
    calendar: gone.file,
  };
}

async function aboutProposal(
  {db, config, clock}: WriteContext,
  payload: MailPayload,
  shop: Shop,
): Promise<Written | undefined> {
  const {template, data = {}} = payload;
  const event = await db
    .selectFrom('calendar_events')
    .selectAll()
    .where('id', '=', data.eventId ?? '')
    .executeTakeFirst();
  const receiver = await receiverOf(db, payload, {shop: shop.settings});
  if (!event || !receiver) return undefined;
  const language: Language = data.language ?? receiver.language;
  const calendar = await requireCalendar(db, event.calendar_id);
  const document = proposalMail({
    template,
    data,
    event,
    calendarName: calendar.settings.name,
    publicUrl: config.publicUrl,
    language,
    now: clock.now().getTime(),
  });
  return {document, receiver, isForPublic: payload.to !== undefined};
}
