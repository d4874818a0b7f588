import type {PanelMessages} from '../panel.js';

export const panelEn: PanelMessages = {
  back: 'Back',
  options: 'Options of the conversation',
  labelled: (label, text) => `${label}: ${text}`,
  newWindow: '(new window)',
  loading: 'Loading the chat…',
  isThere: 'Somebody is there to answer you.',
  answersIn: minutes =>
    minutes < 2
      ? 'Usually answers within a minute.'
      : minutes < 60
        ? `Usually answers in ${minutes} minutes.`
        : minutes < 120
          ? 'Usually answers within an hour or two.'
          : `Usually answers in ${Math.round(minutes / 60)} hours.`,
  closedUntil: when => `Closed. Answers from ${when}.`,
  closedNow: 'Closed for now.',
  awayNow: 'Nobody can answer for now.',
  leaveMessage: 'Leave a message: you will be answered by e-mail or telephone.',
  tomorrow: time => `tomorrow at ${time}`,
  onDay: (day, time) => `${day} at ${time}`,
  noAnswer: 'The chat does not answer for now. It is tried again by itself.',
  lastNews: when => `Last news came on ${when}.`,
  notHere: 'The chat is not available for now.',
  partMissing: 'This part could not be loaded. Try again.',
  yourMessage: 'Your message',
  send: 'Send',
  attach: 'Attach an image',
  left: count => (count === 1 ? '1 character left' : `${count} characters left`),
  tooLong: count =>
    count === 1
      ? 'Message too long: take out 1 character.'
      : `Message too long: take out ${count} characters.`,
  emptyMessage: 'Write your message.',
  consent: days =>
    `By sending, you accept that your messages are kept for ${days === 1 ? 'one day' : `${days} days`} to answer you, then erased.`,
  privacy: 'Your data',
  name: 'Name',
  email: 'E-mail',
  telephone: 'Telephone',
  optional: 'optional',
  howToAnswer: 'How can we answer you?',
  oneOfBoth: 'Give an e-mail address or a telephone number, so that you can be answered.',
  emailWrong: 'This address seems incomplete. Example: claire@example.org',
  telephoneWrong: 'This number seems incomplete. Example: +33 6 12 34 56 78',
};
