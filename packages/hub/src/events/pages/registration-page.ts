import {html, type HtmlValue, type Markup} from '../../pages/html.js';
import {layout} from '../../pages/layout.js';
import {pageWords} from '../../pages/page-words.js';
import {calendarLinks, eventPage} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import type {FoundRegistration} from '../signup/registration-row.js';
import {documentOf} from '../store/event-row.js';
import {whenText} from '../when-text.js';
import {eventPageWords, type EventPageWords} from './event-page-words.js';

export interface RegistrationView extends FoundRegistration {
  calendar: Calendar;
  token: string;
  /** What was just done. */
  done?: 'signed-up' | 'cancel' | 'erase' | undefined;
  now: number;
  publicUrl: string;
}

interface RegistrationParts extends RegistrationView {
  words: EventPageWords;
}

/** The page behind the secret link: what one signed up for, and the way out. */
export function registrationPage(view: RegistrationView): Markup {
  const {registration, calendar, publicUrl, token, event} = view;
  const words = eventPageWords(registration.language);
  const parts = {...view, words};
  const {registration: say} = words;
  const {contact} = registration;
  const page = eventPage(publicUrl, calendar.id, event.id);
  const {instructions} = documentOf(event).signUp ?? {};
  return layout({
    words: pageWords(registration.language),
    title: say.title,
    of: registration.name,
    home: {text: calendar.settings.name, href: calendarLinks(publicUrl, calendar.id).page},
    content: html`${doneNotice(parts)}
      <section aria-labelledby="state">
        <h2 class="state" id="state">${say.states[registration.state]}</h2>
        ${registration.position !== undefined && html`<p>${say.position(registration.position)}</p>`}
        <p><strong>${registration.name}</strong><br />${whenIn(view)}</p>
        ${registration.isEventCancelled && html`<p class="error">${say.eventCancelled}</p>`}
        <p>${say.places(registration.places)}</p>
        ${instructions !== undefined && html`<p>${instructions}</p>`}
        <ul class="plain links">
          <li><a href="${page}">${say.event}</a></li>
          ${
            registration.state === 'confirmed' &&
            html`<li>
              <a
                href="${publicUrl}/v1/calendars/${calendar.id}/events/${event.id}.ics?date=${registration.recurrenceId}"
                >${words.event.addToCalendar}</a
              >
            </li>`
          }
        </ul>
      </section>
      ${
        canCancel(view) &&
        html`<section class="actions">
          <p><a class="button" href="/r/${token}/cancel">${say.cancel}</a></p>
        </section>`
      }
      <section aria-labelledby="data">
        <h2 id="data">${say.data}</h2>
        <p>
          ${contact ? `${say.name} ${[contact.name, contact.email, contact.telephone].filter(Boolean).join(', ')}` : say.erased}
        </p>
        <ul>
          <li><a href="/v1/registrations/${token}/export">${say.export}</a></li>
          ${contact && html`<li><a href="/r/${token}/erase">${say.erase}</a></li>`}
        </ul>
      </section>`,
  });
}

const canCancel = ({registration, date, now}: RegistrationView) =>
  registration.state !== 'cancelled' && date.ends_at > now;

function whenIn({registration, date}: RegistrationView): string {
  const {isAllDay, timeZone, language} = registration;
  return whenText({startsAt: date.starts_at, endsAt: date.ends_at, isAllDay, timeZone}, language);
}

function doneNotice({done, words, registration}: RegistrationParts): HtmlValue {
  const {registration: say} = words;
  const {state, contact} = registration;
  const texts = {
    'signed-up': [say.keepLink, contact?.email !== undefined && say.mailSent]
      .filter(Boolean)
      .join(' '),
    cancel: state === 'cancelled' ? say.cancelled : '',
    erase: contact === undefined ? say.erased : '',
  };
  const text = done === undefined ? '' : texts[done];
  return text !== '' && html`<p class="notice" role="status">${text}</p>`;
}

/** Asks once more. */
export function confirmPage(view: RegistrationView, action: 'cancel' | 'erase'): Markup {
  const {registration, token, calendar, publicUrl} = view;
  const {registration: say} = eventPageWords(registration.language);
  const texts = {
    cancel: [say.cancelTitle, say.cancelExplain, say.cancelConfirm],
    erase: [say.eraseTitle, say.eraseExplain, say.eraseConfirm],
  } as const;
  const [title, explain, confirm] = texts[action];
  return layout({
    words: pageWords(registration.language),
    title,
    of: registration.name,
    home: {text: calendar.settings.name, href: calendarLinks(publicUrl, calendar.id).page},
    content: html`<p><strong>${registration.name}</strong><br />${whenIn(view)}</p>
      <p>${explain}</p>
      <form method="post"><button class="danger">${confirm}</button></form>
      <p><a href="/r/${token}">${say.back}</a></p>`,
  });
}
