import {html, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {icon, BELL, BELL_OFF} from '../templates/icons.js';
import type {Sound} from './sound.js';

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
