import {conversationParts} from '../bridges/mail/conversation-mail.js';
import {chatDocument, isChatMail, isForVisitor} from '../chat/mail/chat-document.js';
import type {HubContext} from '../context.js';
import {documentToHtml} from '../mail/blocks-to-html.js';
import {documentToText} from '../mail/blocks-to-text.js';
import type {MailDocument} from '../mail/blocks.js';
import {MAIL_WORDS} from '../mail/locales/mail-words.js';
import {mailFormat} from '../mail/mail-format.js';
import {mailbox} from '../mail/mailbox.js';
import type {Mail} from '../mail/mailer.js';
import {ORDER_TEMPLATES} from '../mail/templates/order-templates.js';
import {signIn} from '../mail/templates/sign-in.js';
import {webhookFailed} from '../mail/templates/webhook-failed.js';
import {isEventMail, writeEventMail} from '../events/mails/write-event-mail.js';
import {calendarFile} from '../orders/calendar-file.js';
import {requireOrder, type FoundOrder} from '../orders/find-order.js';
import {readSome} from '../shops/product-store.js';
import {requireShop, type Shop} from '../shops/shop-store.js';
import type {OutboxRow} from './claim.js';
import type {MailPayload} from './payload.js';
import {receiverOf, type Receiver} from './receiver.js';

type WriteContext = Pick<HubContext, 'db' | 'config' | 'clock' | 'chat'>;

/** Mails that bring the slot for the customer's calendar along. */
const WITH_CALENDAR = new Set(['order-received', 'order-accepted', 'order-cancelled']);

/**
 * The mail of a row as the database knows its order now; `undefined` when nobody is left to get it.
 *
 * @throws {MailError} permanent, for an address that is none
 */
export async function writeMail(context: WriteContext, row: OutboxRow): Promise<Mail | undefined> {
  const {db, config, clock} = context;
  const payload = JSON.parse(row.payload) as MailPayload;
  if (isEventMail(payload.template)) return writeEventMail(context, row, payload);
  const found = row.order_id === null ? undefined : await requireOrder(db, row.order_id);
  const shop =
    found?.shop ?? (row.shop_id === null ? undefined : await requireShop(db, row.shop_id));
  const settings = shop?.settings;
  const receiver = await receiverOf(db, payload, {order: found?.order, shop: settings});
  if (!receiver) return undefined;

  const written = found
    ? await orderDocument(context, found, payload, receiver)
    : isChatMail(payload.template) && shop
      ? await chatDocument(context, shop, row, payload, receiver)
      : await otherDocument(context, shop, payload, receiver);
  if (!written) return undefined;
  const {template, data} = payload;
  const shopName = settings?.name ?? '';
  const parts = await conversationParts(context, {
    ...{row, template, data, shopName},
    document: written,
  });
  const {document = written, ...ofConversation} = parts ?? {};
  const {host, hostname} = new URL(config.publicUrl);
  const isForCustomer = found && payload.person === undefined && !payload.toShop;
  const answersToShop = isForCustomer || isForVisitor(payload.template);
  const first = found && `order-${found.order.id}@${hostname}`;
  const isFirst = payload.template === 'order-received';
  return {
    from: mailbox(settings?.name ?? config.mail.from.name ?? host, config.mail.from.address),
    to: mailbox(receiver.name, receiver.address),
    ...(answersToShop && settings?.email && {replyTo: mailbox(settings.name, settings.email)}),
    subject: document.subject,
    language: document.language,
    text: documentToText(document),
    html: documentToHtml(document),
    messageId: first && isFirst ? first : `${row.id}@${hostname}`,
    ...(isForCustomer && !isFirst && {inReplyTo: first!}),
    ...(found &&
      WITH_CALENDAR.has(payload.template) && {
        calendar: calendarFile(found.order, found.shop.settings, clock.now()),
      }),
    ...ofConversation,
  };
}

async function orderDocument(
  {db, config}: WriteContext,
  {order, shop}: FoundOrder,
  {template, data = {}}: MailPayload,
  {language}: Receiver,
): Promise<MailDocument> {
  const ids = order.lines.map(({product}) => product);
  return ORDER_TEMPLATES[template]!({
    order: {...order, language},
    shop: shop.settings,
    products: await readSome(db, shop.id, ids),
    data,
    publicUrl: config.publicUrl,
    words: MAIL_WORDS[language],
    format: mailFormat(language, order.timeZone),
  });
}

async function otherDocument(
  {db, config: {publicUrl}}: WriteContext,
  shop: Shop | undefined,
  {template, data = {}}: MailPayload,
  {language}: Receiver,
): Promise<MailDocument> {
  if (template === 'sign-in') {
    return signIn({language, url: data.url ?? publicUrl, minutes: data.minutes ?? 15, publicUrl});
  }
  const endpoint = await db
    .selectFrom('webhook_endpoints')
    .select(['url', 'is_enabled'])
    .where('id', '=', data.endpointId ?? '')
    .executeTakeFirst();
  return webhookFailed({
    language,
    shopName: shop?.settings.name ?? '',
    url: endpoint?.url ?? publicUrl,
    event: data.event ?? '',
    error: data.error ?? '',
    isDisabled: endpoint?.is_enabled === 0,
    publicUrl,
  });
}
