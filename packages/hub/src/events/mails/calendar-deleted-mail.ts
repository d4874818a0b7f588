import type {Language} from '@local-widgets/model/schemas.js';
import type {MailDocument} from '../../mail/blocks.js';
import {facts} from '../../mail/templates/order-parts.js';
import type {GoneRegistration} from '../../outbox/outbox.js';
import {eventMailWords} from './event-mail-words.js';

export interface CalendarDeletedView {
  gone: GoneRegistration;
  reason: string | undefined;
  language: Language;
  publicUrl: string;
}

/** To who signed up, or proposed, when the whole calendar goes: there is no page any more to link to. */
export function calendarDeletedMail(view: CalendarDeletedView): MailDocument {
  const {gone, reason, language, publicUrl} = view;
  const words = eventMailWords(language);
  const {calendarDeleted: told} = words;
  const {host} = new URL(publicUrl);
  const isProposal = gone.kind === 'proposal';
  const footer = isProposal ? words.proposal.footer : words.footer;
  return {
    subject: isProposal
      ? words.proposal.rejectedSubject(gone.event)
      : told.subject(gone.event, gone.when),
    language,
    title: isProposal ? words.proposal.rejectedTitle : told.title,
    blocks: [
      {
        kind: 'text',
        text: isProposal ? told.proposal(gone.calendar) : told.registration(gone.calendar),
      },
      facts([
        [gone.event, gone.when],
        [words.name, gone.name],
        [words.reason, reason],
      ]),
      ...(gone.organizer ? [facts([[words.organizer, gone.organizer]])] : []),
    ],
    footer: footer(gone.calendar, host),
  };
}
