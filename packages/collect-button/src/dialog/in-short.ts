import {mailUrl, telUrl} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {Checkout} from './checkout.js';
import type {Words} from './words.js';

/** How the shop can be reached, for when the file that does more has not come, or never does. */
function reachTemplate({reach}: Checkout, {messages}: Words): TemplateResult {
  const {phone, email} = reach;
  const tel = telUrl(phone);
  const mail = mailUrl(email);
  return html`<p class="buttons">
    ${tel ? html`<a class="button" href=${tel}>${messages.call(phone!)}</a>` : nothing}
    ${mail ? html`<a class="button" href=${mail}>${messages.write(email!)}</a>` : nothing}
  </p>`;
}

/** The code is what counts. */
export function placedInShort(checkout: Checkout, words: Words): TemplateResult {
  return html`<p role="status">${words.messages.placed(checkout.placed!.code)}</p>
    ${reachTemplate(checkout, words)}`;
}

export function directInShort(checkout: Checkout, words: Words): TemplateResult {
  const {messages} = words;
  return html`${
      checkout.phase === 'failed'
        ? html`<p class="notice" role="alert">${messages.openFailed}</p>
            <button class="button" type="button" @click=${() => checkout.load()}>
              ${messages.retry}
            </button>`
        : nothing
    }
    ${reachTemplate(checkout, words)}<slot></slot>`;
}
