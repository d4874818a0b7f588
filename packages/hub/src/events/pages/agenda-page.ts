import {isoOfDay, type EventsReading, type Holiday} from '@local-widgets/model';
import type {Language} from '@local-widgets/model/schemas.js';
import {html, Markup, type HtmlValue} from '../../pages/html.js';
import {layout} from '../../pages/layout.js';
import {pageWords} from '../../pages/page-words.js';
import {mailFormat, type MailFormat} from '../../mail/mail-format.js';
import {calendarLinks, eventPage} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';
import {nextDates, type ShownDate} from '../publish/published-files.js';
import {documentIdOf} from '../publish/sign-ups.js';
import type {DayWindow, FilterQuery} from '../publish/window.js';
import {eventPageWords, type EventPageWords} from './event-page-words.js';

const DAY = 86_400_000;

export interface AgendaView {
  calendar: Calendar;
  reading: EventsReading;
  /** Of all that is on, whatever the filter. */
  categories: readonly string[];
  holidays: readonly Holiday[];
  window: DayWindow;
  query: FilterQuery;
  /** schema.org Events, for search engines. */
  jsonLd: object;
  publicUrl: string;
  language: Language;
}

/** What is on, day by day; complete without JavaScript. */
export function agendaPage(view: AgendaView): Markup {
  const {calendar, language, publicUrl, jsonLd} = view;
  const {settings, id} = calendar;
  const words = eventPageWords(language);
  const links = calendarLinks(publicUrl, id);
  return layout({
    words: pageWords(language),
    title: settings.name,
    isPublic: true,
    home: {text: settings.name, href: links.page},
    head: html`<link rel="canonical" href="${links.page}" />
      <link rel="alternate" type="text/calendar" href="${links.ics}" />
      <link rel="alternate" type="application/atom+xml" href="${links.atom}" />
      ${Markup.dataBlock('application/ld+json', jsonLd)}`,
    content: html`${settings.description !== undefined && html`<p>${settings.description}</p>`}
      ${categoryLinks(view, words)} ${days(view, words)} ${laterLink(view, words)}
      ${
        settings.acceptsProposals &&
        html`<p><a class="button" href="${links.page}/propose">${words.agenda.propose}</a></p>`
      }
      <section aria-labelledby="formats">
        <h2 id="formats">${words.agenda.formats}</h2>
        <ul class="plain links">
          <li><a href="${links.webcal}">${words.agenda.subscribe}</a></li>
          <li><a href="${links.ics}">${words.agenda.file}</a></li>
          <li><a href="${links.atom}">${words.agenda.atom}</a></li>
        </ul>
      </section>`,
  });
}

function categoryLinks(
  {categories, query, calendar, publicUrl}: AgendaView,
  words: EventPageWords,
) {
  if (categories.length < 2) return false;
  const page = calendarLinks(publicUrl, calendar.id).page;
  const link = (text: string, href: string, isHere: boolean) =>
    html`<li><a href="${href}" ${isHere && html`aria-current="true"`}>${text}</a></li>`;
  return html`<nav aria-label="${words.agenda.categories}">
    <ul class="plain links">
      ${link(words.agenda.all, page, !query.category)}
      ${categories.map(category =>
        link(
          category,
          `${page}?category=${encodeURIComponent(category)}`,
          query.category?.includes(category) === true,
        ),
      )}
    </ul>
  </nav>`;
}

function days(
  {reading, window, holidays, language, calendar, publicUrl}: AgendaView,
  words: EventPageWords,
) {
  const dates = nextDates(reading, reading.occurrences.length);
  if (dates.length === 0) return html`<p>${words.agenda.none}</p>`;
  // whole days lie in the zone of the calendar: their names are those of noon in UTC
  const format = mailFormat(language, 'UTC');
  const byDay = new Map<string, ShownDate[]>();
  for (const date of dates) {
    // what began before is on from the first day that is shown
    const first = isoOfDay(date.occurrence.firstDay);
    const day = first < window.from ? window.from : first;
    byDay.set(day, [...(byDay.get(day) ?? []), date]);
  }
  return [...byDay].map(([day, shown]) => {
    const holiday = holidays.find(({date}) => date === day);
    return html`<section aria-labelledby="d${day}">
      <h2 id="d${day}">
        <time datetime="${day}">${format.day(new Date(`${day}T12:00:00Z`))}</time>
      </h2>
      ${holiday && html`<p class="soft">${words.agenda.holiday(holiday.name[language])}</p>`}
      <ul class="plain">
        ${shown.map(date => item(date, {words, language, calendar, publicUrl, format}))}
      </ul>
    </section>`;
  });
}

interface ItemParts {
  words: EventPageWords;
  language: Language;
  calendar: Calendar;
  publicUrl: string;
  /** Of whole days. */
  format: MailFormat;
}

function item(
  {event, occurrence}: ShownDate,
  {words, language, calendar, publicUrl, format}: ItemParts,
): Markup {
  const {isAllDay, start, firstDay, lastDay} = occurrence;
  const own = mailFormat(language, calendar.settings.timeZone);
  const isLong = lastDay > firstDay;
  const time = isAllDay ? words.agenda.allDay : own.time(new Date(start));
  const until = isLong && words.agenda.until(format.day(new Date(lastDay * DAY)));
  const href = eventPage(publicUrl, calendar.id, documentIdOf(event.id));
  return html`<li>
    <h3>${statusOf(event.eventStatus, words)}<a href="${href}">${event.name}</a></h3>
    <p class="soft">${[time, until, event.location?.name].filter(Boolean).join(' · ')}</p>
  </li>`;
}

/** A word before the name where it does not take place as announced. */
export function statusOf(
  status: EventsReading['events'][number]['eventStatus'],
  words: EventPageWords,
): HtmlValue {
  return (
    status !== undefined &&
    status !== 'scheduled' &&
    html`<strong class="status">${words.status[status]}</strong> · `
  );
}

function laterLink(
  {window, calendar, query, publicUrl}: AgendaView,
  words: EventPageWords,
): Markup {
  const parameters = new URLSearchParams({from: window.to});
  for (const category of query.category ?? []) parameters.append('category', category);
  const {page} = calendarLinks(publicUrl, calendar.id);
  return html`<p><a href="${page}?${parameters.toString()}">${words.agenda.later}</a></p>`;
}
