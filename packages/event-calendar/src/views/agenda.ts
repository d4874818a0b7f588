import type {AgendaEntry, AgendaList} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ViewActions, ViewContext} from '../state/view-context.js';
import {countIn} from '../words/counts.js';
import {dateOf, relativeDay, weekdayOf} from '../words/dates.js';
import {eventRowTemplate} from './event-row.js';

export interface AgendaData {
  readonly agenda: AgendaList;
  /** Whether all that goes on is shown. */
  readonly showsOngoing: boolean;
}

export interface AgendaActions extends ViewActions {
  showMore(): void;
  showOngoing(): void;
  /** All of the day beside the month. */
  showDay(): void;
}

/** Of what goes on, so many are shown before a person asks for all. */
const FEW = 3;

/** How one entry is shown: as a line here, as a card there. */
export type EntryTemplate = (entry: AgendaEntry, under: number) => TemplateResult;

/** What is on, day by day: what goes on for longer first and in short. */
export function agendaTemplate(
  {agenda, showsOngoing}: AgendaData,
  words: ViewContext,
  actions: AgendaActions,
  entryTemplate: EntryTemplate = (entry, under) => eventRowTemplate(entry, under, words, actions),
): TemplateResult {
  const {messages, language, today} = words;
  const {ongoing, days, left} = agenda;
  const first = showsOngoing ? ongoing : ongoing.slice(0, FEW);
  return html`<div class="agenda" part="agenda">
    ${
      ongoing.length > 0
        ? html`<section class="group ongoing">
            ${headingTemplate(messages.ongoing, words)} ${listTemplate(first, today, entryTemplate)}
            ${
              ongoing.length > first.length
                ? html`<button
                    class="button quiet"
                    type="button"
                    @click=${() => actions.showOngoing()}
                  >
                    ${messages.showOngoing(ongoing.length)}
                  </button>`
                : nothing
            }
          </section>`
        : nothing
    }
    ${days.map(
      ({day, entries}) =>
        html`<section class="group">
          ${dayHeadingTemplate(day, words)} ${listTemplate(entries, day, entryTemplate)}
        </section>`,
    )}
    ${
      left > 0
        ? html`<button class="button more" type="button" @click=${() => actions.showMore()}>
            ${messages.showMore(countIn(left, language))}
          </button>`
        : nothing
    }
  </div>`;
}

export function listTemplate(
  entries: readonly AgendaEntry[],
  under: number,
  entryTemplate: EntryTemplate,
): TemplateResult {
  return html`<ul class="list" part="list" role="list">
    ${entries.map(entry => entryTemplate(entry, under))}
  </ul>`;
}

/** `samedi 14 juin`, with "today" where it is. */
export function dayHeadingTemplate(day: number, words: ViewContext): TemplateResult {
  const relative = relativeDay(day, words);
  return headingTemplate(
    html`${
        relative
          ? html`<span class="relative">${relative}</span><span class="comma">, </span>`
          : nothing
      }<span class="weekday">${weekdayOf(day, words.language)} </span
      ><span>${dateOf(day, words)}</span>`,
    words,
    day,
  );
}

export function headingTemplate(
  content: TemplateResult | string,
  {headingLevel}: ViewContext,
  day?: number,
): TemplateResult {
  return html`<h3
    class="heading"
    aria-level=${headingLevel}
    tabindex="-1"
    data-day=${day ?? nothing}
  >
    ${content}
  </h3>`;
}
