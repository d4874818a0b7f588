import type {ChatSettings} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {Action} from '../state/action.js';
import {icon, MOON} from '../templates/icons.js';

/** That visitors are told that nobody answers, what they read, and how to change it. */
export function awayBanner(
  {isEnabled, isAway, awayText}: ChatSettings,
  switching: Action,
  messages: Messages,
  comeBack: () => void,
): TemplateResult | typeof nothing {
  const failure = switching.sentence
    ? html`<p class="problem" role="alert">${switching.sentence}</p>`
    : nothing;
  if (!isEnabled || !isAway) return failure;
  return html`<div class="banner paused">
    ${icon(MOON)}
    <div>
      <p><strong>${messages.awayTitle}</strong></p>
      <p>${awayText ? messages.awayHint(awayText) : messages.awayPlain}</p>
      ${failure}
    </div>
    <button
      class="button primary come-back"
      type="button"
      aria-disabled=${switching.isBusy ? 'true' : 'false'}
      @click=${comeBack}
    >
      ${messages.comeBack}
    </button>
  </div>`;
}
