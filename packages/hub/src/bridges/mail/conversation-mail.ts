import type {HubContext} from '../../context.js';
import type {MailDocument} from '../../mail/blocks.js';
import {mailbox} from '../../mail/mailbox.js';
import type {Mail, Mailbox, MailAttachment} from '../../mail/mailer.js';
import type {OutboxRow} from '../../outbox/claim.js';
import type {MailData, MailTemplate} from '../../outbox/outbox.js';
import {mailId, rootId} from './message-ids.js';
import {replyKey} from './receive-mail.js';
import {GOOD_FOR_DAYS, writeReplyAddress} from './reply-address.js';
import {REPLY_LINE} from './reply-line.js';

type Context = Pick<HubContext, 'db' | 'clock' | 'config' | 'chat'>;

/** The mails that are part of a conversation, and who answers to them. */
const SIDES: Readonly<Partial<Record<MailTemplate, 'shop' | 'visitor'>>> = {
  'chat-unread': 'shop',
  'chat-answer': 'visitor',
};

export interface ConversationMail {
  row: Pick<OutboxRow, 'id' | 'room_id'>;
  template: MailTemplate;
  data: MailData | undefined;
  document: MailDocument;
  shopName: string;
}

/** What a mail of a conversation has beside what others have. */
export interface ConversationParts extends Pick<Mail, 'messageId' | 'inReplyTo' | 'references'> {
  replyTo?: Mailbox;
  attachments?: readonly MailAttachment[];
  document: MailDocument;
}

const DAY = 86_400_000;
/** Messages of a thread that a mail names: programs need the first and the last. */
const MOST_REFERENCES = 10;
/** Pictures that go with a mail. */
const MOST_PICTURES = 5;

/**
 * Makes a mail part of its conversation: programs keep it with the others, the pictures that it tells of are
 * in it, and its answer comes back to the conversation where the hub takes mails in. `undefined` for mails
 * that are none of a conversation.
 */
export async function conversationParts(
  context: Context,
  mail: ConversationMail,
): Promise<ConversationParts | undefined> {
  const {row, template, data = {}, document, shopName} = mail;
  const side = SIDES[template];
  if (side === undefined || row.room_id === null) return undefined;
  const room = row.room_id;
  const {hostname} = new URL(context.config.publicUrl);
  const references = [rootId(room, hostname), ...(await answersOf(context, room, side))];
  const replyTo = await replyAddress(context, room, side);
  const name = side === 'visitor' ? shopName : ((await nameOf(context, room)) ?? shopName);
  const attachments = await picturesOf(context, room, data);
  return {
    messageId: mailId({room, upTo: data.upTo ?? 0, row: row.id}, hostname),
    inReplyTo: references.at(-1)!,
    references,
    ...(replyTo !== undefined && {replyTo: mailbox(name, replyTo)}),
    ...(attachments.length > 0 && {attachments}),
    document: replyTo === undefined ? document : withReplyLine(document),
  };
}

function withReplyLine(document: MailDocument): MailDocument {
  const line = {kind: 'text', text: REPLY_LINE[document.language]} as const;
  return {...document, blocks: [line, ...document.blocks]};
}

async function replyAddress(
  {config, chat, clock}: Context,
  room: string,
  side: 'shop' | 'visitor',
): Promise<string | undefined> {
  const base = config.bridges.mail?.address;
  if (base === undefined) return undefined;
  const until = new Date(clock.now().getTime() + GOOD_FOR_DAYS * DAY);
  return writeReplyAddress(base, await replyKey(chat), {room, side, until});
}

/** The mails with which this side has answered, the last ones. */
async function answersOf({db}: Context, room: string, side: string): Promise<string[]> {
  const rows = await db
    .selectFrom('bridge_messages')
    .select('data')
    .where('bridge', '=', 'mail')
    .where('direction', '=', 'in')
    .where('room_id', '=', room)
    .where('data', 'is not', null)
    .orderBy('at', 'desc')
    .limit(MOST_REFERENCES)
    .execute();
  const notes = rows.map(({data}) => JSON.parse(data!) as {messageId?: string; side?: string});
  const ids = notes.filter(note => note.side === side).map(({messageId}) => messageId ?? '');
  return [...new Set(ids.filter(id => /^[^<>\s]+@[^<>\s]+$/.test(id)))].reverse();
}

async function nameOf({db}: Context, room: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('rooms')
    .select('contact')
    .where('id', '=', room)
    .executeTakeFirst();
  return (JSON.parse(row?.contact ?? '{}') as {name?: string}).name;
}

/** The pictures of the messages that the mail tells of. */
async function picturesOf(
  {db}: Context,
  room: string,
  {after = 0, upTo = 0}: MailData,
): Promise<MailAttachment[]> {
  const rows = await db
    .selectFrom('chat_images as i')
    .innerJoin('chat_messages as m', join =>
      join.onRef('m.room_id', '=', 'i.room_id').onRef('m.id', '=', 'i.message_id'),
    )
    .select(['i.type', 'i.base64'])
    .where('i.room_id', '=', room)
    .where('m.state', '=', 'shown')
    .where('m.seq', '>', after)
    .where('m.seq', '<=', upTo)
    .orderBy('m.seq')
    .limit(MOST_PICTURES)
    .execute();
  return rows.map(({type, base64}, at) => ({
    filename: `image-${at + 1}.${type.slice('image/'.length).replace('jpeg', 'jpg')}`,
    contentType: type,
    content: Buffer.from(base64, 'base64'),
  }));
}
