import {formatDate, formatWallTime, formatWeekday} from '@local-widgets/core';
import type {ExceptionalDays, OpeningDay, OpeningSpan} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';

type Words = ViewContext<Messages>;
type Piece = TemplateResult | typeof nothing;

/** The seven days, today marked; nothing when nobody knows. */
export function weekTemplate(week: readonly OpeningDay[] | undefined, words: Words): Piece {
  if (!week) return nothing;
  return html`<table class="week">
    <caption>
      ${words.messages.hours}
    </caption>
    <tbody>
      ${week.map(
        day =>
          html`<tr class=${day.today ? 'today' : ''} aria-current=${day.today ? 'date' : nothing}>
            <th scope="row">${dayName(day, words)}</th>
            <td>${spansTemplate(day.spans, words)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The days to come that are not like the others. */
export function exceptionsTemplate(days: readonly ExceptionalDays[] = [], words: Words): Piece {
  if (days.length === 0) return nothing;
  return html`<table class="week">
    <caption>
      ${words.messages.exceptions}
    </caption>
    <tbody>
      ${days.map(
        ({from, to, spans, holiday}) =>
          html`<tr>
            <th scope="row">
              ${daysName(from, to, words)}${holiday ? ` (${words.messages.publicHoliday})` : ''}
            </th>
            <td>${spansTemplate(spans, words)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function daysName(from: string, to: string, {messages, language}: Words): string {
  if (from !== to) return messages.fromTo(formatDate(from, language), formatDate(to, language));
  return `${formatWeekday(from, language)} ${formatDate(from, language)}`;
}

function dayName(day: OpeningDay, {messages, language}: Words): string {
  const name = formatWeekday(day.date, language);
  const notes = [day.today ? messages.today : '', day.holiday ? messages.publicHoliday : ''];
  const note = notes.filter(Boolean).join(', ');
  return note ? `${name} (${note})` : name;
}

function spansTemplate(
  spans: readonly OpeningSpan[],
  {messages, language}: Words,
): Piece | Piece[] {
  if (spans.length === 0) return html`${messages.closedAllDay}`;
  return spans.map(({opens, closes, state, comment}) => {
    const note = comment ?? (state === 'unknown' ? messages.uncertain : '');
    // "perhaps open, all day" is no time at all
    if (state === 'unknown' && opens === '00:00' && closes === '24:00') {
      return html`<span class="span">${note}</span> `;
    }
    const span = messages.span(formatWallTime(opens, language), formatWallTime(closes, language));
    return html`<span class="span">${span}${note ? ` (${note})` : ''}</span> `;
  });
}
