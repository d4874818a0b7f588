import type {ShopProfile} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {Sound} from '../orders/sound.js';
import type {Action} from '../state/action.js';
import {icon, BELL, BELL_OFF, PAUSE} from '../templates/icons.js';

/** Says and changes whether orders are heard. */
export function soundButton(sound: Sound, messages: Messages): TemplateResult {
  const words = sound.isBlocked ? messages.soundBlocked : messages.soundOn;
  return html`<button
    class="button sound"
    type="button"
    aria-pressed=${sound.isOn ? 'true' : 'false'}
    @click=${() => void sound.toggle()}
  >
    ${icon(sound.isOn ? BELL : BELL_OFF)} <span>${sound.isOn ? words : messages.soundOff}</span>
  </button>`;
}

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
