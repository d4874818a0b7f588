import {formatDate, formatWeekday} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {Filters} from '../state/filters.js';
import {daysFrom, instantOf, nextHour, wallTimeOf} from './wall-time.js';

/** Days to choose from, today included. */
const DAYS = 8;

export interface WhenData {
  readonly open: Filters['open'];
  readonly now: Date;
  readonly timeZone: string;
  readonly language: string;
  readonly messages: Messages;
}

/** At any time, now, or on one of the next days at an hour of the places' own zone. */
export function whenTemplate(
  data: WhenData,
  choose: (open: Filters['open']) => void,
): TemplateResult {
  const {open, now, timeZone, messages} = data;
  const isMoment = open instanceof Date;
  const option = (words: string, isOn: boolean, value: Filters['open']): TemplateResult =>
    html`<label class="chip">
      <input type="radio" name="when" .checked=${isOn} @change=${() => choose(value)} />
      <span>${words}</span>
    </label>`;
  return html`<fieldset>
    <legend>${messages.when}</legend>
    ${option(messages.anyTime, open === undefined, undefined)}
    ${option(messages.now, open === 'now', 'now')}
    ${option(messages.atMoment, isMoment, isMoment ? open : nextHour(now, timeZone))}
    ${isMoment ? momentTemplate(open, data, choose) : nothing}
    ${open ? html`<p class="meta">${messages.unknownHoursKept}</p>` : nothing}
  </fieldset>`;
}

function momentTemplate(
  open: Date,
  {now, timeZone, language, messages}: WhenData,
  choose: (open: Date) => void,
): TemplateResult {
  const {date, time} = wallTimeOf(open, timeZone);
  // the one that is asked for is there, also when it comes from a link or has passed
  const days = [...new Set([...daysFrom(now, DAYS, timeZone), date])].sort();
  const change = (newDate: string, newTime: string): void => {
    const instant = instantOf(newDate, newTime, timeZone);
    if (instant) choose(instant);
  };
  return html`<div class="moment">
    <label>
      ${messages.day}
      <select
        class="field"
        @change=${({target}: Event) => change((target as HTMLSelectElement).value, time)}
      >
        ${days.map(
          day =>
            html`<option value=${day} .selected=${day === date}>
              ${formatWeekday(day, language)} ${formatDate(day, language)}
            </option>`,
        )}
      </select>
    </label>
    <label>
      ${messages.hour}
      <input
        class="field"
        type="time"
        step="900"
        .value=${time}
        @change=${({target}: Event) => change(date, (target as HTMLInputElement).value)}
      />
    </label>
  </div>`;
}
