import type {Language} from '@local-widgets/model/schemas.js';
import type {MailDocument} from '../../mail/blocks.js';
import {facts} from '../../mail/templates/order-parts.js';
import type {MailData, MailTemplate} from '../../outbox/outbox.js';
import {eventPage} from '../calendars/calendar-links.js';
import {nextDate} from '../documents/document-dates.js';
import {documentOf, proposerOf, type EventRow} from '../store/event-row.js';
import {whenText} from '../when-text.js';
import {eventMailWords} from './event-mail-words.js';

export interface ProposalMailView {
  template: MailTemplate;
  data: MailData;
  event: EventRow;
  calendarName: string;
  publicUrl: string;
  language: Language;
  now: number;
}

/** The mail about a proposed event: to who proposed it, or to those who decide. */
export function proposalMail(view: ProposalMailView): MailDocument {
  const {template, data, event, calendarName, publicUrl, language} = view;
  const words = eventMailWords(language);
  const {proposal} = words;
  const {host} = new URL(publicUrl);
  const {name} = documentOf(event);
  const about = aboutEvent(view);
  const footer = proposal.footer(calendarName, host);
  switch (template) {
    case 'proposal-confirm':
      return {
        subject: proposal.confirmSubject(name),
        language,
        title: proposal.confirmTitle,
        blocks: [
          {kind: 'text', text: proposal.confirmText(calendarName)},
          about,
          {kind: 'link', text: proposal.confirm, url: data.url ?? publicUrl},
          {kind: 'text', text: proposal.ignore},
        ],
        footer,
      };
    case 'proposal-accepted':
      return {
        subject: proposal.acceptedSubject(name),
        language,
        title: proposal.acceptedTitle,
        blocks: [
          {kind: 'text', text: proposal.acceptedText},
          {
            kind: 'link',
            text: proposal.see,
            url: eventPage(publicUrl, event.calendar_id, event.id),
          },
          about,
        ],
        footer,
      };
    case 'proposal-rejected':
      return {
        subject: proposal.rejectedSubject(name),
        language,
        title: proposal.rejectedTitle,
        blocks: [about, facts([[words.reason, data.reason]])],
        footer,
      };
    default:
      return {
        subject: proposal.receivedSubject(name),
        language,
        title: proposal.receivedTitle,
        blocks: [
          {kind: 'text', text: proposal.receivedText(calendarName)},
          about,
          facts([[proposal.from, organizationOf(event)]]),
          {kind: 'link', text: proposal.open, url: `${publicUrl}/desk/`},
        ],
        footer: proposal.deskFooter(host),
      };
  }
}

function aboutEvent({event, language, now}: ProposalMailView) {
  const document = documentOf(event);
  const words = eventMailWords(language);
  const date = nextDate(document, now);
  const {isAllDay, timeZone} = document;
  return facts([
    [document.name, date && whenText({...date, isAllDay, timeZone}, language)],
    [words.where, document.location?.name],
  ]);
}

/** Names of persons stay at the desk. */
const organizationOf = (event: EventRow) => proposerOf(event)?.organization;
