import type {AgendaEntry} from '@local-widgets/model';
import {html, type TemplateResult} from 'lit';
import type {ListMessages} from '../locales/index.js';
import type {Filters} from '../state/filters.js';
import type {ViewActions, ViewContext} from '../state/view-context.js';
import {headingTemplate, listTemplate} from '../views/agenda.js';
import {eventRowTemplate} from '../views/event-row.js';

/** Grey lines where the agenda will be; the status says it in words. */
export function loadingTemplate(): TemplateResult {
  const line = html`<li class="event skeleton"><span></span><span></span></li>`;
  return html`<ul class="list" role="list" aria-hidden="true">
    ${[line, line, line, line, line]}
  </ul>`;
}

/** A sentence, a way out, and whatever the page wrote inside the element. */
export function failedTemplate(
  {sentence, messages}: {sentence: string; messages: ListMessages},
  retry: () => void,
): TemplateResult {
  return html`<div class="failure">
    <p role="alert">${sentence}</p>
    <button class="button" type="button" @click=${retry}>${messages.retry}</button>
    <slot></slot>
  </div>`;
}

/** A part of ours is on its way, or could not be had. */
export function partTemplate(
  {failed, messages}: {failed: boolean; messages: ListMessages},
  retry: () => void,
): TemplateResult {
  return failed
    ? html`<div class="failure">
        <p role="alert">${messages.partFailed}</p>
        <button class="button" type="button" @click=${retry}>${messages.retry}</button>
      </div>`
    : html`<p class="wait">${messages.viewLoading}</p>`;
}

/** Nothing passes the filters. */
export function emptyTemplate(
  {shop, days, ...others}: Filters,
  {messages}: ViewContext,
  reset: () => void,
): TemplateResult {
  const hasOthers = others.text !== '' || others.facets.size > 0 || others.radiusKm !== undefined;
  const sentence = hasOthers
    ? messages.nothing
    : days
      ? messages.nothingThen
      : shop
        ? messages.nothingAt(shop.name)
        : messages.nothing;
  return html`<div class="nothing">
    <p>${sentence}</p>
    <button class="button" type="button" @click=${reset}>${messages.showAll}</button>
  </div>`;
}

/** Nothing is to come: what was on last. */
export function nothingTemplate(
  past: readonly AgendaEntry[],
  words: ViewContext,
  actions: ViewActions,
): TemplateResult {
  return html`<div class="agenda" part="agenda">
    <section class="group">
      ${headingTemplate(words.messages.latestPast, words)}
      ${listTemplate(past, 0, entry => eventRowTemplate(entry, undefined, words, actions))}
    </section>
  </div>`;
}
