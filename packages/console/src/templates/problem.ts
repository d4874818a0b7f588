import {html, nothing, type TemplateResult} from 'lit';
import type {Action} from '../state/action.js';
import type {Messages} from '../locales/index.js';

/** Why something failed, and the same once more; nothing when it did not. */
export function problemTemplate(
  action: Action,
  messages: Messages,
): TemplateResult | typeof nothing {
  if (!action.sentence) return nothing;
  return html`<div class="problem" role="alert">
    <p>${action.sentence}</p>
    <button class="button" type="button" @click=${action.retry}>${messages.retry}</button>
  </div>`;
}

/** What is wrong with a form, without a second button: its own sends it again. */
export function formProblem(action: Action): TemplateResult | typeof nothing {
  return action.sentence ? html`<p class="problem" role="alert">${action.sentence}</p>` : nothing;
}
