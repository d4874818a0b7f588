import type {Language} from '@local-widgets/model/schemas.js';
import type {MailDocument} from '../blocks.js';
import {MAIL_WORDS} from '../locales/mail-words.js';

export interface SignInView {
  language: Language;
  /** The link, secret. */
  url: string;
  minutes: number;
  publicUrl: string;
}

export function signIn({language, url, minutes, publicUrl}: SignInView): MailDocument {
  const words = MAIL_WORDS[language].signIn;
  const {host} = new URL(publicUrl);
  return {
    subject: words.subject(host),
    language,
    title: words.title,
    blocks: [
      {kind: 'text', text: words.text(minutes)},
      {kind: 'link', text: words.open, url},
      {kind: 'text', text: words.ignore},
    ],
    footer: words.footer(host),
  };
}
