import {answerMail} from '../../bridges/mail/answer-mail.js';
import {refusedMail} from '../../bridges/mail/refused-mail.js';
import type {HubContext} from '../../context.js';
import type {MailDocument} from '../../mail/blocks.js';
import type {MailFormat} from '../../mail/mail-format.js';
import {mailFormat} from '../../mail/mail-format.js';
import type {OutboxRow} from '../../outbox/claim.js';
import type {MailTemplate} from '../../outbox/outbox.js';
import type {MailPayload} from '../../outbox/payload.js';
import type {Receiver} from '../../outbox/receiver.js';
import type {Shop} from '../../shops/shop-store.js';
import {chatMailWords} from './chat-mail-words.js';
import type {ChatMailWords} from './locales/fr.js';
import {reportDecided, reportNews, reportReceived} from './report-mails.js';
import {transcriptMail} from './transcript-mail.js';
import {unreadMail} from './unread-mail.js';

/** What a mail about a chat is made of. */
export interface ChatMailView {
  context: Pick<HubContext, 'db' | 'config' | 'clock'>;
  shop: Shop;
  roomId: string;
  data: NonNullable<MailPayload['data']>;
  receiver: Receiver;
  publicUrl: string;
  words: ChatMailWords;
  format: MailFormat;
}

type Template = (view: ChatMailView) => Promise<MailDocument | undefined>;

const TEMPLATES: Readonly<Partial<Record<MailTemplate, Template>>> = {
  'chat-unread': unreadMail,
  'chat-transcript': transcriptMail,
  'chat-report': reportNews,
  'chat-report-received': reportReceived,
  'chat-report-decided': reportDecided,
  'chat-answer': answerMail,
  'chat-refused': refusedMail,
};

export const isChatMail = (template: MailTemplate): boolean => template in TEMPLATES;

/** Whoever gets it answers to the shop. */
export const isForVisitor = (template: MailTemplate): boolean =>
  ['chat-transcript', 'chat-report-received', 'chat-report-decided', 'chat-answer'].includes(
    template,
  );

/** A mail about a room as it is now; `undefined` when there is nothing (any more) to tell. */
export async function chatDocument(
  context: Pick<HubContext, 'db' | 'config' | 'clock'>,
  shop: Shop,
  {room_id}: Pick<OutboxRow, 'room_id'>,
  {template, data = {}}: MailPayload,
  receiver: Receiver,
): Promise<MailDocument | undefined> {
  const make = TEMPLATES[template];
  if (!make || room_id === null) return undefined;
  return make({
    context,
    shop,
    roomId: room_id,
    data,
    receiver,
    publicUrl: context.config.publicUrl,
    words: chatMailWords(receiver.language),
    format: mailFormat(receiver.language, shop.settings.timeZone),
  });
}
