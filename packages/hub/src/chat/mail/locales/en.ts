import type {ChatMailWords} from './fr.js';

/** The same in English. */
export const en: ChatMailWords = {
  visitor: 'A visitor',
  picture: '[picture]',
  said: (author, at) => `${author}, ${at}`,
  unread: {
    subject: (name, shop) => `New message from ${name} – ${shop}`,
    title: 'A message waits for your answer',
    labels: {name: 'Name', email: 'E-mail', telephone: 'Telephone', page: 'Page', order: 'Order'},
    open: 'Answer from the inbox',
    footer: hub =>
      `Sent by ${hub} to those who answer for this shop, because nobody had read this conversation yet.`,
  },
  transcript: {
    subject: (shop, day) => `Your conversation with ${shop}, ${day}`,
    title: shop => `Your conversation with ${shop}`,
    footer: (hub, shop) =>
      `Sent by ${hub} for ${shop}, as you asked. It holds neither advertising nor tracking.`,
  },
  report: {
    subject: shop => `A message was reported – ${shop}`,
    title: 'A message was reported',
    labels: {
      reason: 'Reason',
      explanation: 'Explanation',
      by: 'Reported by',
      at: 'Received',
      message: 'Message',
    },
    anonymous: 'somebody who gave no name',
    open: 'Decide from the inbox',
    law: 'A notice is decided without undue delay, and whoever sent it is told the reasons (regulation (EU) 2022/2065, article 16).',
    footer: hub => `Sent by ${hub} to those who moderate this room.`,
  },
  received: {
    subject: shop => `Your notice has been received – ${shop}`,
    title: 'Your notice has been received',
    text: shop =>
      `Somebody of ${shop} will look at it; no machine decides. You will be told the decision and its reasons.`,
    number: 'Number',
    footer: (hub, shop) => `Sent by ${hub} for ${shop}, because this address came with a notice.`,
  },
  decided: {
    subject: shop => `What became of your notice – ${shop}`,
    title: {kept: 'The message stays', removed: 'The message was removed'},
    text: 'Somebody looked at your notice.',
    reason: 'Reasons',
    contest: shop =>
      `You do not agree? Answer this message to ask ${shop} to look at it again. You may also go to court, or to a dispute settlement body of your choice (regulation (EU) 2022/2065, article 21).`,
  },
  reasons: {
    illegal: 'illegal content',
    hate: 'hate',
    harassment: 'harassment',
    'personal-data': 'personal data',
    spam: 'spam',
    rules: 'against the rules of the room',
  },
};
