import type {ShopProfile} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {Action} from '../state/action.js';
import {icon, PAUSE} from '../templates/icons.js';

/** That nobody can order at present, why, and how to change it. */
export function pauseBanner(
  {isPaused, acceptsOrders}: ShopProfile,
  pausing: Action,
  messages: Messages,
  resume: () => void,
): TemplateResult | typeof nothing {
  const failure = pausing.sentence
    ? html`<p class="problem" role="alert">${pausing.sentence}</p>`
    : nothing;
  if (isPaused) {
    return html`<div class="banner paused">
      ${icon(PAUSE)}
      <div>
        <p><strong>${messages.pausedTitle}</strong></p>
        <p>${messages.pausedHint}</p>
        ${failure}
      </div>
      <button
        class="button primary resume"
        type="button"
        aria-disabled=${pausing.isBusy ? 'true' : 'false'}
        @click=${resume}
      >
        ${messages.resume}
      </button>
    </div>`;
  }
  if (!acceptsOrders) {
    return html`<div class="banner">
      <div>
        <p><strong>${messages.notOpenTitle}</strong></p>
        <p>${messages.notOpenHint}</p>
        ${failure}
      </div>
    </div>`;
  }
  return failure;
}
