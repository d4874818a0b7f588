import type {ChatProblem} from '../../client/chat-error.js';
import type {TalkMessages} from '../talk.js';

export const talkEn: TalkMessages = {
  you: 'You',
  visitor: 'Visitor',
  todayName: 'Today',
  yesterdayName: 'Yesterday',
  offline: 'No connection. Your messages wait here and will leave by themselves.',
  limited: seconds =>
    `Too many messages at once. Yours will leave in ${seconds < 2 ? 'a second' : `${seconds} seconds`}.`,
  proving: percent => `Checking against robots… ${percent}%`,
  volatile: 'Your browser keeps nothing: this conversation will be lost when you leave the page.',
  gone: 'This conversation does not exist any more.',
  ended: 'The conversation has ended.',
  startAnew: 'New conversation',
  log: 'Messages',
  older: 'Older messages',
  elsewhere: (count, name) =>
    `${count === 1 ? 'A new message' : `${count} new messages`} from ${name}`,
  types: name => `${name} is typing…`,
  someoneTypes: 'Somebody is typing…',
  deleted: 'Message deleted.',
  removed: reason => `Message removed by the moderators. Reason: ${reason}`,
  contest: 'To contest this, write or call us.',
  held: 'Waiting for approval.',
  state: {pending: 'Waiting', sent: 'Sent', delivered: 'Delivered', read: 'Read'},
  said: {
    pending: '',
    sent: 'Message sent.',
    delivered: 'Message delivered.',
    read: 'Message read.',
    held: 'Message waiting for approval.',
    failed: 'Message not sent.',
  },
  problem: code => PROBLEMS[code] ?? 'Message refused.',
  retry: 'Send again',
  discard: 'Give up',
  takeBack: 'Delete this message',
  sureTakeBack: 'Delete this message for everybody?',
  yesDelete: 'Delete',
  keepIt: 'Keep',
  takeBackFailed: 'The message could not be deleted.',
  enlarge: alt => (alt ? `Enlarge the image: ${alt}` : 'Enlarge the image'),
};

const PROBLEMS: Readonly<Partial<Record<ChatProblem, string>>> = {
  'blocked-word': 'This message has a word that is refused here.',
  blocked: 'You cannot write here any more.',
  'room-closed': 'The room is closed at the moment.',
  ended: 'The conversation has ended.',
  'not-found': 'This conversation does not exist any more.',
  'too-large': 'This is too large to be sent.',
  'image-lost': 'The image could not be kept. Attach it again.',
  'rules-not-accepted': 'The rules of the room have changed: read them again.',
};
