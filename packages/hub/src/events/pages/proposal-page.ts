import type {Language} from '@local-widgets/model/schemas.js';
import {html, type Markup} from '../../pages/html.js';
import {layout} from '../../pages/layout.js';
import {pageWords} from '../../pages/page-words.js';
import {calendarLinks, eventPage} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {nextDate} from '../documents/document-dates.js';
import type {FoundProposal} from '../proposals/follow-proposal.js';
import {documentOf, isPublic, type StoredState} from '../store/event-row.js';
import {whenText} from '../when-text.js';
import {eventPageWords} from './event-page-words.js';

export interface ProposalView extends FoundProposal {
  token: string;
  now: number;
  publicUrl: string;
  language: Language;
}

/** Where a proposal stands, for who has its link. Robots of mailboxes open links: they press no button. */
export function proposalPage({
  row,
  calendar,
  token,
  now,
  publicUrl,
  language,
}: ProposalView): Markup {
  const {proposal: say, event} = eventPageWords(language);
  const document = documentOf(row);
  const {isAllDay, timeZone} = document;
  const date = nextDate(document, now);
  const state = row.state as StoredState;
  return layout({
    words: pageWords(language),
    title: say.title,
    of: document.name,
    home: home(calendar, publicUrl),
    content: html`<section aria-labelledby="state">
        <h2 class="state" id="state">${say.states[state]}</h2>
        <p>
          <strong>${document.name}</strong
          >${date && html`<br />${whenText({...date, isAllDay, timeZone}, language)}`}
        </p>
        ${row.reason !== null && html`<p>${event.reason(row.reason)}</p>`}
        ${state === 'proposed' && html`<p>${say.proposedExplain}</p>`}
        ${isPublic(row) && html`<p><a href="${eventPage(publicUrl, calendar.id, row.id)}">${say.see}</a></p>`}
        ${
          state === 'unconfirmed' &&
          html`<p>${say.confirmExplain}</p>
            <form method="post" action="/p/${token}/confirm"><button>${say.confirm}</button></form>`
        }
      </section>
      ${
        row.published_at === null &&
        html`<section class="actions">
          <p>${say.withdrawExplain}</p>
          <form method="post" action="/p/${token}/withdraw">
            <button class="danger">${say.withdraw}</button>
          </form>
        </section>`
      }`,
  });
}

const home = ({id, settings}: Calendar, publicUrl: string) => ({
  text: settings.name,
  href: calendarLinks(publicUrl, id).page,
});

export function withdrawnPage(calendar: Calendar, publicUrl: string, language: Language): Markup {
  const {proposal: say} = eventPageWords(language);
  return layout({
    words: pageWords(language),
    title: say.title,
    home: home(calendar, publicUrl),
    content: html`<p class="notice" role="status">${say.withdrawn}</p>`,
  });
}

export function sentPage(calendar: Calendar, publicUrl: string, language: Language): Markup {
  const {propose: say} = eventPageWords(language);
  return layout({
    words: pageWords(language),
    title: say.sentTitle,
    home: home(calendar, publicUrl),
    content: html`<p role="status">${say.sent}</p>`,
  });
}
