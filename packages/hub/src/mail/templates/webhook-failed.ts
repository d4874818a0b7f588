import type {Language} from '@local-widgets/model/schemas.js';
import type {MailDocument} from '../blocks.js';
import {MAIL_WORDS} from '../locales/mail-words.js';
import {facts} from './order-parts.js';

export interface WebhookFailedView {
  language: Language;
  shopName: string;
  /** Of the endpoint. */
  url: string;
  /** `order.accepted` */
  event: string;
  /** What was answered last. */
  error: string;
  /** It said 410 and was switched off. */
  isDisabled: boolean;
  publicUrl: string;
}

export function webhookFailed(view: WebhookFailedView): MailDocument {
  const {language, shopName, url, event, error, isDisabled, publicUrl} = view;
  const words = MAIL_WORDS[language];
  const {webhookFailed: failed, alarm} = words;
  // the path may hold a secret
  const {host, origin} = new URL(url);
  return {
    subject: failed.subject(shopName),
    language,
    title: failed.title,
    blocks: [
      {kind: 'text', text: isDisabled ? failed.disabled(host) : failed.text(host)},
      facts([
        [failed.facts.endpoint, origin],
        [failed.facts.event, event],
        [failed.facts.error, error],
      ]),
      {kind: 'link', text: alarm.open, url: `${publicUrl}/desk/`},
    ],
    footer: alarm.footer(new URL(publicUrl).host),
  };
}
