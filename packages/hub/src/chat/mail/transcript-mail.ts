import type {MailDocument} from '../../mail/blocks.js';
import type {ChatMailView} from './chat-document.js';
import {readSaid, saidBlock} from './said.js';

/** What was said in a conversation, for whoever was part of it. */
export async function transcriptMail(view: ChatMailView): Promise<MailDocument | undefined> {
  const {context, shop, roomId, words, format, receiver, publicUrl} = view;
  const said = await readSaid(context.db, roomId);
  const [first] = said;
  if (!first) return undefined;
  const {name} = shop.settings;
  const {transcript} = words;
  return {
    subject: transcript.subject(name, format.day(new Date(first.at))),
    language: receiver.language,
    title: transcript.title(name),
    blocks: said.map(one => saidBlock(one, {words, format, shopName: name})),
    footer: transcript.footer(new URL(publicUrl).host, name),
  };
}
