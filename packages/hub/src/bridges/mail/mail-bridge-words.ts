import type {Language} from '@local-widgets/model/schemas.js';
import type {MailRefusal} from './receive-mail.js';

const fr = {
  answer: {
    subject: (shop: string) => `${shop} vous a répondu`,
    title: (shop: string) => `${shop} vous a répondu`,
    reply: 'Vous pouvez répondre à ce courriel\u00a0: votre réponse arrive dans la conversation.',
    open: 'Reprendre la conversation sur le site',
    footer: (hub: string, shop: string) =>
      `Message envoyé par ${hub} pour ${shop}, parce que vous avez laissé cette adresse et que vous n’avez pas encore lu la réponse. Le lien ne sert qu’une fois, sur un appareil. Il ne contient ni publicité ni suivi.`,
  },
  refused: {
    subject: (shop: string) => `Votre réponse n’a pas été transmise – ${shop}`,
    title: 'Votre réponse n’a pas été transmise',
    reasons: {
      unknown: 'Cette conversation n’existe plus.',
      expired: 'L’adresse de réponse est trop ancienne. Répondez à un courriel plus récent.',
      ended: 'La conversation est terminée.',
      stranger:
        'Votre adresse n’est pas connue de cette conversation. Répondez depuis l’adresse qui a reçu le message.',
      forged: 'L’expéditeur n’a pas pu être vérifié.',
      'too-long': 'Votre message est trop long. Envoyez-le en plusieurs fois.',
      'too-many': 'Trop de courriels sont arrivés en une heure. Réessayez plus tard.',
      unreadable: 'Votre courriel n’a pas pu être lu.',
      blocked: 'Ce message n’est pas accepté dans cette conversation.',
    } satisfies Record<MailRefusal, string>,
    footer: (hub: string, shop: string) =>
      `Message automatique de ${hub} pour ${shop}. N’y répondez pas.`,
  },
};

const en: typeof fr = {
  answer: {
    subject: shop => `${shop} has answered you`,
    title: shop => `${shop} has answered you`,
    reply: 'You can answer this mail: your answer comes to the conversation.',
    open: 'Take the conversation up again on the site',
    footer: (hub, shop) =>
      `Sent by ${hub} for ${shop}, because you left this address and have not read the answer yet. The link is good once, on one device. There is neither advertising nor tracking in it.`,
  },
  refused: {
    subject: shop => `Your answer did not arrive – ${shop}`,
    title: 'Your answer did not arrive',
    reasons: {
      unknown: 'This conversation is not there any more.',
      expired: 'The address to answer to is too old. Answer a newer mail.',
      ended: 'The conversation is over.',
      stranger:
        'Your address is not known in this conversation. Answer from the address that got the message.',
      forged: 'The sender could not be verified.',
      'too-long': 'Your message is too long. Send it in parts.',
      'too-many': 'Too many mails came within an hour. Try again later.',
      unreadable: 'Your mail could not be read.',
      blocked: 'This message is not taken in this conversation.',
    },
    footer: (hub, shop) => `Automatic message of ${hub} for ${shop}. Do not answer it.`,
  },
};

/** What the mails of the bridge say. */
export const MAIL_BRIDGE_WORDS: Readonly<Record<Language, typeof fr>> = {fr, en};
