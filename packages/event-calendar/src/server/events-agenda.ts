import {systemClock} from '@local-widgets/core';
import {zoneOf, type EventsReading} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import {eventCalendarMessages} from '../locales/index.js';
import {loadWeeks, weekOf} from '../locales/week.js';
import {parseCenter, parseRadius, parseTimeZone, parseWords} from '../state/attributes.js';
import {CalendarState} from '../state/calendar-state.js';
import type {ViewContext} from '../state/view-context.js';
import {dayHeadingTemplate, headingTemplate} from '../views/agenda.js';
import {statusWords} from '../words/status.js';
import {eventTemplate} from './event.js';

/** Of the attributes of `<local-event-calendar>` those that decide what is listed: give both the same. */
export interface EventsAgendaOptions {
  /** Language of the page, as in its `lang`. */
  readonly language?: string;
  readonly timeZone?: string;
  readonly categories?: string;
  readonly shop?: string | null;
  readonly center?: string;
  readonly radiusKm?: string;
  readonly headingLevel?: number;
  /** Most entries; 50 without it. */
  readonly limit?: number;
  /** What is over at this moment is left out; the present one without it. */
  readonly now?: Date;
}

/**
 * The agenda as content of the tag: what is there without JavaScript, and what search engines read
 * (schema.org microdata). Days, times, names, places, links, and no button, since no script is there to
 * answer it. To be rendered by `@lit-labs/ssr`; text from feeds stays text.
 */
export async function eventsAgenda(
  reading: EventsReading,
  options: EventsAgendaOptions = {},
): Promise<TemplateResult> {
  const {language: tag = 'fr', now = systemClock.now(), headingLevel = 3, limit = 50} = options;
  await Promise.all([eventCalendarMessages.load(tag), loadWeeks(tag)]);
  const {messages, language} = eventCalendarMessages.for(tag);
  const asked = new CalendarState(() => undefined, limit);
  const {timeZone = '', categories = '', shop = null, center = '', radiusKm = ''} = options;
  asked.settings = {
    categories: parseWords(categories),
    shop,
    center: parseCenter(center).value,
    limitKm: parseRadius(radiusKm).value,
  };
  asked.now = now.getTime();
  asked.today = zoneOf(parseTimeZone(timeZone).value!)!.dayAt(asked.now);
  asked.setReading(reading);
  asked.refresh();
  const words: ViewContext<typeof messages> = {
    messages,
    language,
    headingLevel,
    today: asked.today,
    now: asked.now,
    occurrenceAt: at => asked.occurrences[at]!,
    eventOf: occurrence => asked.eventOf(occurrence),
    sourceOf: () => undefined,
  };
  const {ongoing, days} = asked.agenda;
  return html`<p>${statusWords(asked, weekOf(tag).start, words)}</p>
    ${
      ongoing.length > 0
        ? html`${headingTemplate(messages.ongoing, words)}
            <ul>
              ${ongoing.map(entry => eventTemplate(entry, asked.today, words))}
            </ul>`
        : nothing
    }
    ${days.map(
      ({day, entries}) =>
        html`${dayHeadingTemplate(day, words)}
          <ul>
            ${entries.map(entry => eventTemplate(entry, day, words))}
          </ul>`,
    )}`;
}
