import type {AgendaEntry} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import type {ViewActions, ViewContext} from '../state/view-context.js';
import {dayHeadingTemplate, listTemplate} from './agenda.js';
import {eventRowTemplate} from './event-row.js';

/** The events of the day that has the keyboard in the month. */
export function dayPanelTemplate(
  {day, entries}: {day: number; entries: readonly AgendaEntry[]},
  words: ViewContext,
  actions: ViewActions,
): TemplateResult {
  return html`<section class="day-panel">
    ${dayHeadingTemplate(day, words)}
    ${
      entries.length > 0
        ? listTemplate(entries, day, (entry, under) =>
            eventRowTemplate(entry, under, words, actions),
          )
        : html`<p class="meta">${words.messages.nothingThatDay}</p>`
    }
  </section>`;
}
