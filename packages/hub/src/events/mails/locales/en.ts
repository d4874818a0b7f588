import type {EventMailWords} from './fr.js';

export const en: EventMailWords = {
  when: 'When',
  formerly: 'Formerly',
  where: 'Where',
  places: 'Places',
  name: 'In the name of',
  organizer: 'Organised by',
  reason: 'Reason',
  instructions: 'To know',
  allDay: day => day,
  allDays: (from, to) => `from ${from} to ${to}`,
  at: (day, time) => `${day} at ${time}`,
  between: (day, from, to) => `${day}, from ${from} to ${to}`,
  follow: 'See or cancel the registration',
  keepLink: 'This link is personal: who has it can see and cancel the registration.',
  footer: (calendar, host) =>
    `Sent by ${host} for “${calendar}”, because this address was given to sign up.`,
  confirmed: {
    subject: (event, when) => `You are registered: ${event}, ${when}`,
    title: 'Your registration is confirmed',
    text: 'If you cannot come any more, cancel it: somebody else will have your place.',
  },
  waiting: {
    subject: (event, when) => `Waiting list: ${event}, ${when}`,
    title: 'You are on the waiting list',
    text: position =>
      position === 1
        ? 'It is full. You are first on the waiting list: a message will tell when there is room.'
        : `It is full. You are number ${position} on the waiting list: a message will tell when there is room.`,
  },
  movedUp: {
    subject: (event, when) => `There is room: ${event}, ${when}`,
    title: 'You have a place',
    text: 'There is room now, and your registration is confirmed. If you cannot come any more, cancel it.',
  },
  cancelled: {
    subject: (event, when) => `Registration cancelled: ${event}, ${when}`,
    title: 'Your registration is cancelled',
    person: 'You cancelled it. Your places are given back.',
    organizer: 'The organiser took your registration off the list.',
  },
  changed: {
    subject: (event, when) => `Changed: ${event}, ${when}`,
    title: 'The date or the place has changed',
    text: 'Your registration is still good. If you cannot come, cancel it.',
  },
  reminder: {
    subject: (event, when) => `Reminder: ${event}, ${when}`,
    title: 'It is soon',
    text: 'We look forward to seeing you. If you cannot come any more, cancel: somebody else will have your place.',
  },
  dateCancelled: {
    subject: (event, when) => `Cancelled: ${event}, ${when}`,
    title: 'This event is cancelled',
    text: 'It does not take place on this date. There is nothing that you need to do.',
  },
  dateRestored: {
    subject: (event, when) => `Takes place: ${event}, ${when}`,
    title: 'The event takes place after all',
    text: 'Your registration is still good. If you cannot come any more, cancel it.',
  },
  calendarDeleted: {
    subject: (event, when) => `Cancelled: ${event}, ${when}`,
    title: 'Your registration is cancelled',
    registration: calendar =>
      `The calendar “${calendar}” is deleted: one does not sign up there any more, and your place is not kept. There is nothing you need to do.`,
    proposal: calendar => `The calendar “${calendar}” is deleted: it takes no more events.`,
  },
  proposal: {
    confirmSubject: event => `Confirm your proposal: ${event}`,
    confirmTitle: 'Confirm your proposal',
    confirmText: calendar =>
      `Somebody, probably you, proposed this event for “${calendar}”. Open this link and confirm: the proposal will then be read. Without that, it is erased after 48 hours.`,
    confirm: 'Open and confirm',
    ignore: 'If it was not you, ignore this message.',
    receivedSubject: event => `To be decided: ${event}`,
    receivedTitle: 'An event waits for your decision',
    receivedText: calendar =>
      `It is proposed for “${calendar}” and is not published unless you accept it.`,
    open: 'Open the desk',
    from: 'Proposed by',
    acceptedSubject: event => `Published: ${event}`,
    acceptedTitle: 'Your event is published',
    acceptedText: 'Thank you for proposing it. Here is its page:',
    see: 'See the page of the event',
    rejectedSubject: event => `Proposal rejected: ${event}`,
    rejectedTitle: 'Your proposal was not taken',
    follow: 'Follow the proposal',
    footer: (calendar, host) =>
      `Sent by ${host} for “${calendar}”, because this address was given for a proposal.`,
    deskFooter: host => `Sent by ${host} to those who keep the calendar.`,
  },
  file: 'event.ics',
};
