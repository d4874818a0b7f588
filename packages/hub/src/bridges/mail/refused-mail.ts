import type {ChatMailView} from '../../chat/mail/chat-document.js';
import type {MailDocument} from '../../mail/blocks.js';
import {MAIL_BRIDGE_WORDS} from './mail-bridge-words.js';
import type {MailRefusal} from './receive-mail.js';

/** Tells the sender of an answer that it did not reach the conversation, and why. */
export function refusedMail(view: ChatMailView): Promise<MailDocument> {
  const {shop, data, receiver, publicUrl} = view;
  const {refused} = MAIL_BRIDGE_WORDS[receiver.language];
  const {name} = shop.settings;
  return Promise.resolve({
    subject: refused.subject(name),
    language: receiver.language,
    title: refused.title,
    blocks: [{kind: 'text', text: refused.reasons[data.refusal as MailRefusal]}],
    footer: refused.footer(new URL(publicUrl).host, name),
  });
}
