import type {Block, MailDocument} from '../../mail/blocks.js';
import {addressLine} from '../../mail/address-line.js';
import type {MailData, MailTemplate} from '../../outbox/outbox.js';
import {facts} from '../../mail/templates/order-parts.js';
import {dateOf} from '../documents/document-dates.js';
import type {FoundRegistration} from '../signup/registration-row.js';
import {documentOf} from '../store/event-row.js';
import {whenText} from '../when-text.js';
import {eventMailWords, type EventMailWords} from './event-mail-words.js';

export interface RegistrationMailView extends FoundRegistration {
  template: MailTemplate;
  data: MailData;
  calendarName: string;
  publicUrl: string;
}

/** The mail about a registration, as the database knows it now. */
export function registrationMail(view: RegistrationMailView): MailDocument {
  const {registration, data, calendarName, publicUrl, template} = view;
  const words = eventMailWords(registration.language);
  const {subject, title, text} = wordsOf(view, words);
  const when = whenOf(view);
  const isOver = template === 'registration-cancelled' || template === 'date-cancelled';
  return {
    subject: subject(registration.name, when),
    language: registration.language,
    title,
    blocks: [
      {kind: 'text', text},
      facts([
        [registration.name, when],
        [words.formerly, data.at],
        [words.where, placeOf(view)],
        [words.places, isOver ? undefined : String(registration.places)],
        [words.name, registration.contact?.name],
        [words.instructions, isOver ? undefined : instructionsOf(view)],
        [words.reason, data.reason],
      ]),
      ...linkBlocks(data.url, words, isOver),
      ...organizerBlocks(view, words),
    ],
    footer: words.footer(calendarName, new URL(publicUrl).host),
  };
}

function wordsOf({template, registration}: RegistrationMailView, words: EventMailWords) {
  const {confirmed, waiting, cancelled} = words;
  switch (template) {
    case 'registration-waiting':
      return {...waiting, text: waiting.text(registration.position ?? 1)};
    case 'registration-moved-up':
      return words.movedUp;
    case 'registration-cancelled':
      return {
        ...cancelled,
        text: registration.cancelledBy === 'person' ? cancelled.person : cancelled.organizer,
      };
    case 'registration-changed':
      return words.changed;
    case 'registration-reminder':
      return words.reminder;
    case 'date-cancelled':
      return words.dateCancelled;
    case 'date-restored':
      return words.dateRestored;
    default:
      return confirmed;
  }
}

const whenOf = ({registration}: RegistrationMailView): string =>
  whenText(
    {
      startsAt: Date.parse(registration.startsAt),
      endsAt: Date.parse(registration.endsAt),
      isAllDay: registration.isAllDay,
      timeZone: registration.timeZone,
    },
    registration.language,
  );

function placeOf({event, registration}: RegistrationMailView): string | undefined {
  const document = documentOf(event);
  const override = dateOf(document, registration.recurrenceId)?.override;
  const {name, address} = override?.location ?? document.location ?? {};
  return [name, addressLine(address)].filter(Boolean).join(', ') || undefined;
}

const instructionsOf = ({event}: RegistrationMailView) => documentOf(event).signUp?.instructions;

function linkBlocks(url: string | undefined, words: EventMailWords, isOver: boolean): Block[] {
  if (url === undefined || isOver) return [];
  return [
    {kind: 'link', text: words.follow, url},
    {kind: 'text', text: words.keepLink},
  ];
}

/** Whom one can ask. */
function organizerBlocks({event}: RegistrationMailView, words: EventMailWords): Block[] {
  const {name, telephone, email} = documentOf(event).organizer ?? {};
  const contact = [name, telephone, email].filter(Boolean).join(', ');
  return contact ? [facts([[words.organizer, contact]])] : [];
}
