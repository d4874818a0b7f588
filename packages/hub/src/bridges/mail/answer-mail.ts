import type {ChatMailView} from '../../chat/mail/chat-document.js';
import {readSaid, saidBlock} from '../../chat/mail/said.js';
import type {MailDocument} from '../../mail/blocks.js';
import {MAIL_BRIDGE_WORDS} from './mail-bridge-words.js';

/** Messages of one mail; the rest is on the page. */
const MOST = 30;

/** Brings the shop's answers to a visitor who has left, unless they have been read meanwhile. */
export async function answerMail(view: ChatMailView): Promise<MailDocument | undefined> {
  const {context, shop, roomId, data, words, format, receiver, publicUrl} = view;
  const {db, config} = context;
  const room = await db
    .selectFrom('rooms')
    .select(['visitor_read', 'erased_at'])
    .where('id', '=', roomId)
    .executeTakeFirst();
  const {after = 0, upTo = 0, url} = data;
  if (!room || room.erased_at !== null || room.visitor_read >= upTo) return undefined;
  const all = await readSaid(db, roomId, {after, upTo, limit: MOST});
  const said = all.filter(({role}) => role === 'shop');
  if (said.length === 0) return undefined;
  const {name} = shop.settings;
  const {answer} = MAIL_BRIDGE_WORDS[receiver.language];
  const canReply = config.bridges.mail !== undefined;
  return {
    subject: answer.subject(name),
    language: receiver.language,
    title: answer.title(name),
    blocks: [
      ...said.map(one => saidBlock(one, {words, format, shopName: name})),
      ...(canReply ? [{kind: 'text', text: answer.reply} as const] : []),
      ...(url === undefined ? [] : [{kind: 'link', text: answer.open, url} as const]),
    ],
    footer: answer.footer(new URL(publicUrl).host, name),
  };
}
