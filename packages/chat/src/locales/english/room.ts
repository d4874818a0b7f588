import type {ReportReason} from '@local-widgets/model/schemas.js';
import type {RoomMessages} from '../room.js';

export const roomEn: RoomMessages = {
  join: 'Take part',
  joinTitle: 'Take part in the room',
  readOnly: 'You can read. To write, choose a nickname and accept the rules.',
  nobodyYet: 'Nobody has written here yet. The first message may be yours.',
  rulesChanged: 'The rules have changed. Accept them to go on writing.',
  rules: 'Rules of the room',
  nickname: 'Nickname',
  nicknameHint: 'Everybody sees it. Rather not your full name.',
  nicknameMissing: 'Choose a nickname, such as Rozenn or Neighbour-at-12.',
  nicknameTaken: 'This nickname is taken. Choose another one.',
  accept: 'I have read the rules and accept them.',
  acceptMissing: 'Tick the box to accept the rules.',
  publicDays: days =>
    `Your messages are public, and kept for ${days === 1 ? 'one day' : `${days} days`}.`,
  enter: 'Enter',
  roomClosed: 'The room is closed.',
  roomOpens: when => `The room is closed. One can write from ${when}.`,
  slow: seconds => `One message every ${wait(seconds)}.`,
  nextIn: seconds => `Next message in ${seconds < 2 ? 'a second' : wait(seconds)}.`,
  premoderated: 'Each message is read by the moderators before it is published.',
  report: 'Report this message',
  reportTitle: 'Report a message',
  reported: name => `Message by ${name}:`,
  whyReport: 'Why should it not be here?',
  reason: reason => REASONS[reason],
  explanation: 'Explain in a few words',
  explanationMissing: 'Explain why, in a few words.',
  reasonMissing: 'Choose a reason.',
  goodFaith: 'I believe in good faith that this report is accurate and complete.',
  goodFaithMissing: 'Tick the box to send the report.',
  reportEmail: 'E-mail, to learn the decision',
  sendReport: 'Send the report',
  reportSent:
    'Thank you. The moderators have your report and will decide. If you gave an e-mail address, you will learn the decision and its reasons.',
  reportFailed: 'The report was not sent. Try again in a moment.',
  joinFailed: 'You could not enter. Try again in a moment.',
  joinBlocked: 'You cannot write in this room any more.',
};

const wait = (seconds: number): string =>
  seconds < 2
    ? 'second'
    : seconds < 120
      ? `${seconds} seconds`
      : `${Math.round(seconds / 60)} minutes`;

const REASONS: Readonly<Record<ReportReason, string>> = {
  illegal: 'It is illegal',
  hate: 'Hate or discrimination',
  harassment: 'Harassment or threat',
  'personal-data': 'Personal data of somebody',
  spam: 'Advertising or unwanted',
  rules: 'Against the rules of the room',
};
