import type {AgendaEntry} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ViewActions, ViewContext} from '../state/view-context.js';
import {dayHeadingTemplate, listTemplate} from './agenda.js';
import {eventRowTemplate} from './event-row.js';

/** Of a crowded day, so many are shown before a person asks for all. */
const FEW = 20;

/** The events of the day that has the keyboard in the month. */
export function dayPanelTemplate(
  {day, entries, isWhole}: {day: number; entries: readonly AgendaEntry[]; isWhole: boolean},
  words: ViewContext,
  actions: ViewActions & {showDay(): void},
): TemplateResult {
  const shown = isWhole ? entries : entries.slice(0, FEW);
  const left = entries.length - shown.length;
  return html`<section class="day-panel">
    ${dayHeadingTemplate(day, words)}
    ${
      entries.length > 0
        ? listTemplate(shown, day, (entry, under) => eventRowTemplate(entry, under, words, actions))
        : html`<p class="meta">${words.messages.nothingThatDay}</p>`
    }
    ${
      left > 0
        ? html`<button class="button more" type="button" @click=${() => actions.showDay()}>
            ${words.messages.showMore(String(left))}
          </button>`
        : nothing
    }
  </section>`;
}
