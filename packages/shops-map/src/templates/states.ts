import {html, type TemplateResult} from 'lit';
import type {ListMessages} from '../locales/index.js';

/** Grey lines where the list will be; the status says it in words. */
export function loadingTemplate(): TemplateResult {
  const line = html`<li class="row skeleton"><span></span><span></span></li>`;
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

/** The card is on its way, or could not be had: the way back is there all the same. */
export function cardMissingTemplate(
  {failed, messages}: {failed: boolean; messages: ListMessages},
  close: () => void,
): TemplateResult {
  return html`<div class="failure">
    <button class="button quiet" type="button" @click=${close}>${messages.back}</button>
    <p id="card-name" tabindex="-1" role=${failed ? 'alert' : 'status'}>
      ${failed ? messages.cardFailed : messages.cardLoading}
    </p>
  </div>`;
}

/** No place passes the filters. */
export function nothingFoundTemplate(messages: ListMessages, reset: () => void): TemplateResult {
  return html`<div class="nothing">
    <p>${messages.nothing} ${messages.nothingHint}</p>
    <button class="button" type="button" @click=${reset}>${messages.reset}</button>
  </div>`;
}
