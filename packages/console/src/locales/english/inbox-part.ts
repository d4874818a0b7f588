import type {InboxPartMessages} from '../inbox-part.js';

export const inboxPartEn: InboxPartMessages = {
  tabMessages: 'Messages',
  unreadCount: count => `${count} to read`,
  visitor: 'Visitor',
  newMessage: name => `New message from ${name}.`,
  newHeld: room => `A message waits for approval in “${room}”.`,
  offlineMessages: 'New messages do not arrive here. It tries again by itself.',
  noChat: 'This server has no chat.',
  unsent: count =>
    count < 2
      ? 'One reply has not left yet: it will be lost.'
      : `${count} replies have not left yet: they will be lost.`,

  goAway: 'Away: tell visitors that nobody answers',
  goAwayShort: 'Away',
  awayTitle: 'Messages: away',
  awayHint: text => `Visitors read: “${text}”`,
  awayPlain: 'Visitors know that nobody answers for now. They can leave a message.',
  comeBack: 'I am back',
  awayNow: 'Visitors know that you are away.',
  backNow: 'Visitors know that you are back.',
};
