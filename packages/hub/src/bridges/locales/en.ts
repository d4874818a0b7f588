import type {BridgeWords} from './fr.js';

export const en: BridgeWords = {
  visitor: 'Visitor',
  elsewhere: (who, text) => `↪ ${who}: ${text}`,
  automatic: 'Automatic answer',
  colleague: 'You or a colleague',
  picture: (alt, url) => `${alt ?? 'Picture'}: ${url}`,
  deleted: who => `${who} took back a message.`,
  ended: who => `${who} ended the conversation.`,
  reopened: who => `${who} took the conversation up again.`,
  endedByShop: 'The conversation is over.',
  filesLeftOut: names => `Attachments that were left out: ${names}`,
  roomTopic: (shop, page) =>
    page === undefined ? `Conversation with ${shop}` : `Conversation with ${shop}, from ${page}`,
  online: 'On the site',
  hubName: 'Conversations with your visitors',
  refused: {
    unknown: 'This address belongs to no conversation.',
    notYours: 'Only the address that is set at the shop’s desk can answer here.',
    encrypted:
      'Not sent: the message is encrypted, and the page of the visitor cannot read it. Switch the encryption (OMEMO) of this contact off.',
    ended: 'Not sent: the conversation is over.',
    tooLong: 'Not sent: the message is too long.',
    file: 'File not sent: JPEG, PNG and WebP pictures pass, nothing else.',
    picture: 'Picture not sent: it could not be read, or is too large.',
    empty: 'Not sent: the message is empty.',
    other: 'Not sent. Try again.',
  },
};
