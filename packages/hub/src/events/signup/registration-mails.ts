import type {HubContext, HubTransaction} from '../../context.js';
import type {MailTemplate} from '../../outbox/outbox.js';
import {linkTo} from './registration-row.js';

export interface RegistrationMail {
  /** Of the registration. */
  id: string;
  template: MailTemplate;
  /** With the secret of the registration's page; a new one is made when absent. */
  url?: string;
  reason?: string | undefined;
  /** When it was to be before, in words. */
  at?: string | undefined;
  /** Names the mail among those of its registration: it is written once, however often it is asked for. */
  once?: string;
}

/**
 * Writes a mail to who signed up, in the transaction of what it tells. Who gave a telephone number alone
 * gets none: that is found out when it is sent.
 */
export async function mailTo(
  context: HubContext,
  trx: HubTransaction,
  {id, template, url, reason, at, once}: RegistrationMail,
): Promise<void> {
  const {outbox, config} = context;
  const link = url ?? `${config.publicUrl}/r/${await linkTo(context, trx, {registrationId: id})}`;
  await outbox.enqueue(trx, {
    kind: 'mail',
    template,
    registrationId: id,
    data: {url: link, ...(reason !== undefined && {reason}), ...(at !== undefined && {at})},
    ...(once !== undefined && {once}),
  });
}
