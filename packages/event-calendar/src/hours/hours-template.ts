import {
  hasHours,
  layOutDay,
  layOutMonth,
  type ColumnItem,
  type MonthDay,
  type MonthItem,
  type Occurrence,
} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ViewActions, ViewContext} from '../state/view-context.js';
import {nameTemplate, sourceTemplate, statusTemplate} from '../views/event-row.js';
import {dateOf, machineTime, timeOf, timesOf, untilOf, weekdayOf} from '../words/dates.js';

export interface HoursData {
  readonly occurrences: readonly Occurrence[];
  /** The first day, and how many. */
  readonly first: number;
  readonly days: 1 | 7;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly noteOf: (day: number) => string | undefined;
}

export interface HoursActions extends ViewActions {
  openDay(day: number): void;
}

/** Hours that are always shown; others when something is on. */
const FIRST_HOUR = 8;
const LAST_HOUR = 20;

/** Bars above the days of a week; more would leave no room for the hours, but a day has room. */
const MOST_BARS = {7: 6, 1: 30} as const;

/** Days side by side with their hours where there is room, one below the other where it is narrow. */
export function hoursTemplate(
  data: HoursData,
  words: ViewContext,
  actions: HoursActions,
): TemplateResult {
  const {occurrences, first, days} = data;
  const columns = [...Array(days).keys()].map(i => layOutDay(occurrences, first + i));
  const bars = barsOf(data);
  const all = columns.flat();
  const from = Math.min(FIRST_HOUR, ...all.map(({from}) => Math.floor(from / 60)));
  const to = Math.max(LAST_HOUR, ...all.map(({to}) => Math.ceil(to / 60)));
  const hours = [...Array(to - from).keys()].map(i => from + i);
  const lanes = Math.max(
    0,
    ...bars.map(({items, hidden}) => (hidden ? MOST_BARS[days] : (items.at(-1)?.lane ?? -1)) + 1),
  );
  return html`<div
    class="hours"
    part="hours"
    data-days=${days}
    data-first=${from * 60}
    data-hours=${to - from}
    data-lanes=${lanes}
  >
    <div class="scale" aria-hidden="true">
      ${hours.map(hour => html`<span>${timeOf(hour * 60, words.language)}</span>`)}
    </div>
    <ol class="columns" role="list">
      ${columns.map((items, i) => columnTemplate(first + i, items, bars[i]!, data, words, actions))}
    </ol>
  </div>`;
}

/** What has no hours, in lanes above the days; indices as in all occurrences. */
function barsOf({occurrences, first, days}: HoursData): readonly Omit<MonthDay, 'day' | 'count'>[] {
  const indices = [...occurrences.keys()].filter(at => !hasHours(occurrences[at]!));
  const whole = indices.map(at => occurrences[at]!);
  const [week = []] = layOutMonth(whole, {first, weeks: 1, lanes: MOST_BARS[days]});
  return week.slice(0, days).map(({items, hidden}) => ({
    items: items.map(item => ({...item, at: indices[item.at]!})),
    hidden,
  }));
}

function columnTemplate(
  day: number,
  items: readonly ColumnItem[],
  {items: bars, hidden}: Omit<MonthDay, 'day' | 'count'>,
  {days, minute, noteOf}: HoursData,
  words: ViewContext,
  actions: HoursActions,
): TemplateResult {
  const {language, today, headingLevel} = words;
  const note = noteOf(day);
  const name = html`<span class="weekday">${weekdayOf(day, language)} </span
    ><span>${dateOf(day, words)}</span>`;
  return html`<li class=${day === today ? 'column today' : 'column'}>
    <div class="column-name" role="heading" aria-level=${headingLevel + 1}>
      ${
        days > 1
          ? html`<button type="button" @click=${() => actions.openDay(day)}>${name}</button>`
          : name
      }
      ${note ? html`<span class="note">${note}</span>` : nothing}
    </div>
    <ul class="bars" role="list">
      ${bars.map(item => barTemplate(item, day, words, actions))}
      ${
        hidden > 0
          ? html`<li class="bar more" data-lane=${MOST_BARS[days]} data-span="1">
              <button type="button" @click=${() => actions.openDay(day)}>
                ${words.messages.more(hidden)}
              </button>
            </li>`
          : nothing
      }
    </ul>
    <ul class="slots" role="list">
      ${items.map(item => slotTemplate(item, words, actions))}
    </ul>
    ${day === today ? html`<div class="now" data-minute=${minute} aria-hidden="true"></div>` : nothing}
  </li>`;
}

function barTemplate(
  {at, lane, span}: MonthItem,
  day: number,
  words: ViewContext,
  actions: ViewActions,
): TemplateResult {
  const occurrence = words.occurrenceAt(at);
  const event = words.eventOf(occurrence);
  const until = untilOf(occurrence.lastDay, day, words);
  return html`<li
    class="event bar"
    data-source=${words.sourceOf(event)?.index ?? nothing}
    data-lane=${lane}
    data-span=${span}
  >
    ${statusTemplate(event, words)} ${nameTemplate(event, at, words, actions)}
    <span class="meta">${until || words.messages.allDay}</span>
  </li>`;
}

function slotTemplate(
  {at, from, to, column, columns, span}: ColumnItem,
  words: ViewContext,
  actions: ViewActions,
): TemplateResult {
  const occurrence = words.occurrenceAt(at);
  const event = words.eventOf(occurrence);
  return html`<li
    class="event slot"
    data-source=${words.sourceOf(event)?.index ?? nothing}
    data-from=${from}
    data-to=${to}
    data-column=${column / columns}
    data-width=${span / columns}
  >
    <time datetime=${machineTime(occurrence)}>${timesOf(occurrence, words)}</time>
    ${statusTemplate(event, words)} ${nameTemplate(event, at, words, actions)}
    <span class="meta">${event.location?.name}</span>
    ${sourceTemplate(event, words)}
  </li>`;
}
