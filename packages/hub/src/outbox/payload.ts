import type {MailData, MailTemplate} from './outbox.js';

/** What the row of a mail holds beside its columns. */
export interface MailPayload {
  template: MailTemplate;
  /** One address; removed once the mail has left. */
  to?: string;
  /** Somebody of the shop. */
  person?: string;
  /** The shop's own address. */
  toShop?: true;
  data?: MailData;
}

/** What the row of a webhook holds: the very body, so that each attempt and each replay is the same. */
export interface WebhookPayload {
  event: string;
  body: string;
}

/** A payload without what is personal or secret. */
export function strippedPayload({template, person, toShop}: MailPayload): MailPayload {
  return {template, ...(person !== undefined && {person}), ...(toShop && {toShop})};
}
