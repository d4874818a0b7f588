import {
  englishRecurrence,
  formatCents,
  frenchRecurrence,
  recurrenceInWords,
  type Event,
  type EventsReading,
  type Occurrence,
} from '@local-widgets/model';
import type {Language, SignUpState} from '@local-widgets/model/schemas.js';
import {addressLine} from '../../mail/address-line.js';
import {mailFormat} from '../../mail/mail-format.js';
import {html, Markup, telephoneLink, webLink, type HtmlValue} from '../../pages/html.js';
import {layout} from '../../pages/layout.js';
import {pageWords} from '../../pages/page-words.js';
import {calendarLinks, eventPage} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {nextDates, whenOf, type ShownDate} from '../publish/published-files.js';
import {statusOf} from './agenda-page.js';
import {eventPageWords, type EventPageWords} from './event-page-words.js';

/** Dates that the page lists. */
const MOST_DATES = 12;

export interface EventView {
  calendar: Calendar;
  /** Id in the hub. */
  id: string;
  /** The event of the series. */
  event: Event;
  /** Its next dates, with those that differ. */
  reading: EventsReading;
  signUps: readonly SignUpState[];
  /** Why it is cancelled. */
  reason?: string | undefined;
  jsonLd: object;
  publicUrl: string;
  language: Language;
}

interface EventParts extends EventView {
  words: EventPageWords;
}

/** One event: all that is told of it, its next dates, and how one signs up. */
export function eventPageOf(view: EventView): Markup {
  const {calendar, event, id, publicUrl, language, jsonLd} = view;
  const words = eventPageWords(language);
  const parts = {...view, words};
  const page = eventPage(publicUrl, calendar.id, id);
  return layout({
    words: pageWords(language),
    title: event.name,
    of: calendar.settings.name,
    isPublic: true,
    home: {
      text: calendar.settings.name,
      href: calendarLinks(publicUrl, calendar.id).page,
    },
    head: html`<link rel="canonical" href="${page}" />
      <link rel="alternate" type="text/calendar" href="${fileOf(parts)}" />
      ${event.description !== undefined && html`<meta name="description" content="${event.description.slice(0, 200)}" />`}
      ${Markup.dataBlock('application/ld+json', jsonLd)}`,
    content: html`${statusNotice(parts)} ${picture(event, words)} ${description(event, view.reason)}
    ${whenSection(parts)} ${whereSection(parts)} ${factsSection(parts)} ${organizerSection(parts)}
    ${changedLine(parts)}`,
  });
}

const fileOf = ({calendar, id, publicUrl}: EventParts) =>
  `${publicUrl}/v1/calendars/${calendar.id}/events/${id}.ics`;

function statusNotice({event, words, reason}: EventParts): HtmlValue {
  const {eventStatus} = event;
  if (eventStatus === undefined || eventStatus === 'scheduled') return false;
  return html`<p class="notice problem" role="status">
    <strong>${words.status[eventStatus]}</strong>
    ${reason !== undefined && html`<br />${words.event.reason(reason)}`}
  </p>`;
}

function picture({image}: Event, words: EventPageWords): HtmlValue {
  const source = webLink(image?.url);
  // the policy of our pages shows no other ones
  if (!image || !source?.startsWith('https:')) return false;
  return html`<figure>
    <img src="${source}" alt="${image.caption ?? ''}" loading="lazy" referrerpolicy="no-referrer" />
    ${image.creditText !== undefined && html`<figcaption class="soft">${words.event.photo(image.creditText)}</figcaption>`}
  </figure>`;
}

/** Its paragraphs; the reason for cancelling stands above. */
function description({description: text = ''}: Event, reason: string | undefined): HtmlValue {
  const paragraphs = text.split(/\n{2,}/).filter(part => part !== '' && part !== reason);
  return paragraphs.map(paragraph => {
    const [first, ...others] = paragraph.split('\n');
    return html`<p>${first}${others.map(line => html`<br />${line}`)}</p>`;
  });
}

function whenSection(parts: EventParts): Markup {
  const {event, reading, words, language} = parts;
  const dates = nextDates(reading, MOST_DATES);
  const repeats = recurrenceInWords(
    event,
    language === 'en' ? englishRecurrence : frenchRecurrence,
  );
  return html`<section aria-labelledby="when">
    <h2 id="when">${dates.length > 1 ? words.event.dates : words.event.when}</h2>
    ${repeats !== undefined && html`<p>${repeats.charAt(0).toUpperCase()}${repeats.slice(1)}.</p>`}
    ${
      dates.length === 0
        ? html`<p>${words.event.past}</p>`
        : html`<ul class="plain dates">
            ${dates.map(date => dateItem(date, parts))}
          </ul>`
    }
  </section>`;
}

function dateItem(date: ShownDate, parts: EventParts): Markup {
  const {calendar, words, language, signUps} = parts;
  const {event, occurrence} = date;
  const when = whenOf(event, occurrence, calendar.settings.timeZone, language);
  const {recurrenceId} = occurrence;
  const signUp = signUps.find(one => one.recurrenceId === recurrenceId);
  const isOff = event.eventStatus === 'cancelled';
  const {name: elsewhere} = event.location ?? {};
  const place = elsewhere !== parts.event.location?.name && elsewhere;
  return html`<li>
    <h3>
      ${statusOf(event.eventStatus, words)}<time
        datetime="${isoOf(occurrence)}"
        ${isOff && html`class="off"`}
        >${when}</time
      >
      ${place !== undefined && place !== false && html`<span class="soft">${place}</span>`}
    </h3>
    ${isOff && event.id !== parts.event.id && event.description !== undefined && html`<p>${event.description.split('\n', 1)[0]}</p>`}
    ${!isOff && html`<p>${signUpLine(signUp, parts, when)} <a href="${fileOf(parts)}?date=${recurrenceId}" aria-label="${words.event.addOf(when)}">${words.event.addToCalendar}</a></p>`}
  </li>`;
}

const isoOf = ({start, isAllDay}: Occurrence) => {
  const iso = new Date(start).toISOString();
  return isAllDay ? iso.slice(0, 10) : iso;
};

function signUpLine(
  signUp: SignUpState | undefined,
  {words, calendar, id, publicUrl, language, event}: EventParts,
  when: string,
): HtmlValue {
  if (!signUp) return false;
  const {state, remaining, recurrenceId, opensAt} = signUp;
  const {event: say} = words;
  const href = `${eventPage(publicUrl, calendar.id, id)}/${recurrenceId}`;
  switch (state) {
    case 'open':
      return html`<a class="button" href="${href}" aria-label="${say.signUpOf(when)}"
          >${say.signUp}</a
        >
        ${remaining !== undefined && html`<span class="soft">${say.left(remaining)}</span>`}`;
    case 'waiting-list':
      return html`<strong>${say.full}</strong>
        <a href="${href}" aria-label="${say.waitOf(when)}">${say.wait}</a>`;
    case 'full':
      return html`<strong>${say.full}</strong>`;
    case 'not-yet': {
      const format = mailFormat(language, event.timeZone ?? calendar.settings.timeZone);
      const opens = new Date(opensAt!);
      return html`<span>${say.notYet(`${format.day(opens)}, ${format.time(opens)}`)}</span>`;
    }
    case 'closed':
      return html`<span class="soft">${say.closed}</span>`;
  }
}

function whereSection({event, words}: EventParts): HtmlValue {
  const {location, onlineUrl} = event;
  const online = webLink(onlineUrl);
  if (!location && online === undefined) return false;
  const site = webLink(location?.url);
  const {geo, name, address} = location ?? {};
  const map =
    geo &&
    `https://www.openstreetmap.org/?mlat=${geo.latitude}&mlon=${geo.longitude}#map=17/${geo.latitude}/${geo.longitude}`;
  return html`<section aria-labelledby="where">
    <h2 id="where">${words.event.where}</h2>
    <address>
      ${name !== undefined && html`<p><strong>${site === undefined ? name : html`<a href="${site}" rel="noopener nofollow ugc">${name}</a>`}</strong></p>`}
      ${address && html`<p>${addressLine(address)}</p>`}
    </address>
    ${map !== undefined && html`<p><a href="${map}" rel="noopener">${words.event.map}</a></p>`}
    ${online !== undefined && html`<p><a href="${online}" rel="noopener nofollow ugc">${words.event.online}</a></p>`}
  </section>`;
}

function factsSection({event, words, language}: EventParts): HtmlValue {
  const {event: say} = words;
  const {typicalAgeRange: age, accessibility, setting, inLanguage} = event;
  const names = new Intl.DisplayNames(language, {type: 'language'});
  const facts: [string, string | false | undefined][] = [
    [say.price, priceOf(event, words, language)],
    [
      say.audience,
      [event.audience?.join(', '), age && say.ages(age.min, age.max)].filter(Boolean).join(', '),
    ],
    [say.accessibility, accessibility?.map(need => say.access[need]).join(', ')],
    [say.languages, inLanguage?.map(tag => names.of(tag)).join(', ')],
  ];
  const known = facts.filter(([, text]) => text);
  const contacts = (event.registration ?? []).flatMap(({type, value}) => contactLink(type, value));
  if (known.length === 0 && contacts.length === 0 && setting === undefined) return false;
  return html`<section>
    <dl>
      ${known.map(
        ([label, text]) =>
          html`<dt><strong>${label}</strong></dt>
            <dd>${text}</dd>`,
      )}
      ${
        contacts.length > 0 &&
        html`<dt><strong>${say.register}</strong></dt>
          ${contacts.map(link => html`<dd>${link}</dd>`)}`
      }
    </dl>
    ${setting !== undefined && html`<p>${say.setting[setting]}</p>`}
  </section>`;
}

function contactLink(type: 'url' | 'telephone' | 'email', value: string): Markup[] {
  const href =
    type === 'url' ? webLink(value) : type === 'email' ? `mailto:${value}` : telephoneLink(value);
  return href === undefined
    ? []
    : [html`<a href="${href}" rel="noopener nofollow ugc">${value}</a>`];
}

function priceOf(
  {offers, isAccessibleForFree, conditions}: Event,
  words: EventPageWords,
  language: Language,
): string {
  const {event: say} = words;
  const locale = language === 'en' ? 'en-GB' : 'fr-FR';
  const prices = (offers ?? []).map(({name, price, maxPrice}) => {
    const least = price === undefined ? '' : price === 0 ? say.free : formatCents(price, locale);
    const text = maxPrice === undefined ? least : say.from(least, formatCents(maxPrice, locale));
    return [name, text].filter(Boolean).join(' ');
  });
  const free = isAccessibleForFree && prices.length === 0 ? say.free : '';
  return [free, ...prices, conditions].filter(Boolean).join(' · ');
}

function organizerSection({event, words}: EventParts): HtmlValue {
  const {organizer, url} = event;
  const site = webLink(organizer?.url);
  const call = telephoneLink(organizer?.telephone);
  const more = webLink(url);
  const isOwn = more?.includes('/agenda/') === true;
  if (!organizer && (more === undefined || isOwn)) return false;
  return html`<section aria-labelledby="who">
    <h2 id="who">${words.event.organizer}</h2>
    ${organizer?.name !== undefined && html`<p><strong>${site === undefined ? organizer.name : html`<a href="${site}" rel="noopener nofollow ugc">${organizer.name}</a>`}</strong></p>`}
    ${call !== undefined && html`<p><a href="${call}">${words.event.call(organizer!.telephone!)}</a></p>`}
    ${organizer?.email !== undefined && html`<p><a href="mailto:${organizer.email}">${words.event.write(organizer.email)}</a></p>`}
    ${more !== undefined && !isOwn && html`<p><a href="${more}" rel="noopener nofollow ugc">${words.event.site}</a></p>`}
  </section>`;
}

function changedLine({event, words, language, calendar}: EventParts): HtmlValue {
  const modified = event.source?.dateModified;
  if (modified === undefined) return false;
  const format = mailFormat(language, calendar.settings.timeZone);
  return html`<p class="soft">${words.event.updated(format.day(new Date(modified)))}</p>`;
}
