import {isoOfDay, type MonthDay, type MonthItem} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ViewActions, ViewContext} from '../state/view-context.js';
import {countIn} from '../words/counts.js';
import {fullDay, monthTitle, timeOf, weekdayOf} from '../words/dates.js';

export interface MonthData {
  readonly weeks: readonly (readonly MonthDay[])[];
  /** The day that has the keyboard, and whose events are listed beside the month. */
  readonly day: number;
  /** Names of public holidays, and whether school is out; by day. */
  readonly holidayOf: (day: number) => DayNote | undefined;
}

/** What a day is beside its events. */
export interface DayNote {
  /** Of a public holiday. */
  readonly name?: string | undefined;
  /** Of school holidays. */
  readonly school?: string | undefined;
}

export interface MonthActions extends ViewActions {
  open(day: number): void;
  key(event: KeyboardEvent): void;
}

/**
 * A month as a grid (WAI-ARIA grid pattern): a real table whose days are its one tab stop, moved by the
 * arrow keys. Events in it are for the eye and the pointer; a day's name says how many there are, and
 * opening it lists them.
 */
export function monthTemplate(
  data: MonthData,
  words: ViewContext,
  actions: MonthActions,
): TemplateResult {
  const {weeks, day} = data;
  const {language} = words;
  const click = ({target}: Event): void => {
    const button = (target as Element).closest<HTMLElement>('button');
    const {at, day} = button?.dataset ?? {};
    if (at !== undefined) actions.choose(Number(at));
    else if (day !== undefined) actions.open(Number(day));
  };
  const month = isoOfDay(day).slice(0, 7);
  return html`<table
    class="month"
    part="month"
    role="grid"
    aria-labelledby="period"
    @click=${click}
    @keydown=${(event: KeyboardEvent) => actions.key(event)}
  >
    <caption class="visually-hidden">
      ${monthTitle(day, language)}
    </caption>
    <thead>
      <tr>
        ${weeks[0]?.map(({day}) => weekdayTemplate(day, language))}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        week =>
          html`<tr>
            ${week.map(each => dayTemplate(each, month, data, words))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function weekdayTemplate(day: number, language: string): TemplateResult {
  return html`<th scope="col" abbr=${weekdayOf(day, language)}>
    ${weekdayOf(day, language, 'short')}
  </th>`;
}

function dayTemplate(
  {day, count, items, hidden}: MonthDay,
  month: string,
  {day: current, holidayOf}: MonthData,
  words: ViewContext,
): TemplateResult {
  const {messages, language, today} = words;
  const date = isoOfDay(day);
  const note = holidayOf(day);
  const kind = [
    date.startsWith(month) ? '' : 'other',
    day === today ? 'today' : '',
    note?.name ? 'holiday' : '',
    note?.school ? 'school' : '',
  ]
    .filter(Boolean)
    .join(' ');
  const name = [
    day === today ? messages.today : '',
    fullDay(day, language),
    note?.name,
    note?.school,
    messages.events(count, countIn(count, language)),
  ]
    .filter(Boolean)
    .join(', ');
  return html`<td class=${kind || nothing} aria-selected=${day === current ? 'true' : 'false'}>
    <button
      class="date"
      type="button"
      data-day=${day}
      tabindex=${day === current ? 0 : -1}
      aria-label=${name}
    >
      <span class="number">${numberOf(date, language)}</span>
    </button>
    ${note?.name ? html`<span class="note">${note.name}</span>` : nothing}
    ${items.map(item => itemTemplate(item, words))}
    ${
      hidden > 0
        ? html`<button class="hidden" type="button" tabindex="-1" data-day=${day}>
            ${messages.more(hidden)}
          </button>`
        : nothing
    }
  </td>`;
}

/** `14`; the first as it is read out, so that what is seen and what is heard agree. */
function numberOf(date: string, language: string): string {
  const number = Number(date.slice(8));
  return number === 1 && language.startsWith('fr') ? '1er' : String(number);
}

/** A line in a cell; of several days a bar, whose place is said by classes: no style may stand here. */
function itemTemplate(
  {at, lane, span, continuesBefore, continuesAfter}: MonthItem,
  words: ViewContext,
): TemplateResult {
  const occurrence = words.occurrenceAt(at);
  const event = words.eventOf(occurrence);
  const {eventStatus: status} = event;
  const isBar = span > 1 || continuesBefore || continuesAfter || occurrence.isAllDay;
  const kind = [
    `item lane-${lane}`,
    isBar ? `bar span-${span}` : '',
    continuesBefore ? 'before' : '',
    continuesAfter ? 'after' : '',
    status === 'cancelled' ? 'cancelled' : '',
  ].join(' ');
  const isOff = status === 'cancelled' || status === 'postponed' || status === 'full';
  return html`<button
    class=${kind}
    type="button"
    tabindex="-1"
    data-at=${at}
    data-source=${words.sourceOf(event)?.index ?? nothing}
  >
    ${isBar ? '' : `${timeOf(occurrence.startMinute, words.language)} `}${
      isOff ? `${words.messages.statuses[status]} : ` : ''
    }${event.name || words.messages.unnamed}
  </button>`;
}
