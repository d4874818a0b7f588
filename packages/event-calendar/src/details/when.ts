import {
  englishRecurrence,
  frenchRecurrence,
  isoOfDay,
  isOverAt,
  lastShownDay,
  recurrenceInWords,
  type Event,
  type Occurrence,
} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {statusTemplate} from '../views/event-row.js';
import {fullDay, machineTime, timesOf} from '../words/dates.js';

/** Further dates named one by one. */
const NEXT_DATES = 5;

/** When it is on, in words; with its other dates, when it has some. */
export function whenTemplate(
  event: Event,
  occurrence: Occurrence,
  /** The event that repeats: itself, or that from which this date departs. */
  series: Event,
  /** All dates of the same series that are known, by start. */
  dates: readonly Occurrence[],
  words: ViewContext<Messages>,
): TemplateResult {
  const {messages, now} = words;
  const language = words.language.startsWith('fr') ? frenchRecurrence : englishRecurrence;
  const year = civilYear(words.today);
  const repeats = recurrenceInWords(series, language, {year});
  const next = dates.filter(date => date !== occurrence && isOverAt(date) > now);
  return html`<div class="when">
    <p class="date">
      <time datetime=${machineTime(occurrence)}>${dateWords(occurrence, words)}</time>
    </p>
    ${repeats ? html`<p class="repeats">${repeats}</p>` : nothing}
    ${event.previousStartDate ? html`<p class="muted">${insteadOf(event.previousStartDate, words)}</p>` : nothing}
    ${isOverAt(occurrence) <= now ? html`<p class="muted">${messages.isPast}</p>` : nothing}
    ${
      next.length > 0
        ? html`<p class="label">${messages.nextDates}</p>
            <ul role="list">
              ${next.slice(0, NEXT_DATES).map(
                date =>
                  html`<li>
                    <time datetime=${machineTime(date)}>${dateWords(date, words)}</time>
                    ${statusTemplate(words.eventOf(date), words)}
                  </li>`,
              )}
            </ul>
            ${
              next.length > NEXT_DATES
                ? html`<p class="muted">${messages.otherDates(next.length - NEXT_DATES)}</p>`
                : nothing
            }`
        : nothing
    }
  </div>`;
}

/** `samedi 13 juin 2026, 8 h – 13 h`, `du vendredi 19 juin 2026 au lundi 22 juin 2026`. */
export function dateWords(occurrence: Occurrence, words: ViewContext<Messages>): string {
  const {language, messages} = words;
  const {firstDay, isAllDay} = occurrence;
  const lastDay = lastShownDay(occurrence);
  const first = fullDay(firstDay, language);
  const times = timesOf(occurrence, words);
  if (lastDay === firstDay) return `${first}, ${times}`;
  const days = messages.fromTo(first, fullDay(lastDay, language));
  return isAllDay ? days : `${days}, ${times}`;
}

function insteadOf(date: string, {messages, language}: ViewContext<Messages>): string {
  const day = Date.parse(`${date.slice(0, 10)}T00:00Z`) / 864e5;
  return Number.isNaN(day) ? '' : messages.insteadOf(fullDay(day, language));
}

const civilYear = (day: number): number => Number(isoOfDay(day).slice(0, 4));
