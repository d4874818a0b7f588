import type {MailRefusal} from './receive-mail.js';

/** Bytes of a mail with all that is attached to it: photographs come to some megabytes. */
export const MOST_BYTES = 15_000_000;

const TEXTS: Readonly<Record<MailRefusal, string>> = {
  unknown: 'No such conversation / Conversation inconnue',
  expired:
    'This address is too old, answer a newer mail / Adresse trop ancienne, répondez à un courriel plus récent',
  ended: 'This conversation is over / Cette conversation est terminée',
  stranger:
    'Answer from an address that this conversation knows / Répondez depuis une adresse connue de cette conversation',
  forged: 'The sender could not be verified / Expéditeur non vérifié',
  'too-long': 'The message is too long / Message trop long',
  'too-many': 'Too many mails within an hour / Trop de courriels en une heure',
  unreadable: 'The mail could not be read / Courriel illisible',
  blocked: 'This message is not taken here / Message refusé',
};

/** Why a mail is refused, in both languages: it ends up in the mail that tells its sender. ASCII alone. */
export const refusalText = (reason: MailRefusal): string =>
  TEXTS[reason].normalize('NFD').replace(/\p{M}/gu, '');
