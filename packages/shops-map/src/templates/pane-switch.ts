import {html, type TemplateResult} from 'lit';
import type {ListMessages} from '../locales/index.js';

/** Where list and map do not fit side by side, one of them is in sight. */
export type Pane = 'list' | 'map';

export function paneSwitchTemplate(
  {pane, messages}: {pane: Pane; messages: ListMessages},
  show: (pane: Pane) => void,
): TemplateResult {
  const option = (name: Pane): TemplateResult =>
    html`<button
      class="button"
      type="button"
      aria-pressed=${pane === name ? 'true' : 'false'}
      @click=${() => show(name)}
    >
      ${messages[name]}
    </button>`;
  return html`<div class="switch" role="group" aria-label=${messages.view}>
    ${option('list')}${option('map')}
  </div>`;
}
