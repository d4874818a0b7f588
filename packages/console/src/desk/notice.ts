import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {icon, CLOSE} from '../templates/icons.js';

/** The last thing that was said; it stays until the next one, or until somebody closes it. */
export interface Notice {
  readonly sentence: string;
  readonly undo?: (() => void) | undefined;
}

/** The place for it is always there, so that screen readers hear what comes. */
export function noticeTemplate(
  notice: Notice | undefined,
  messages: Messages,
  dismiss: () => void,
): TemplateResult {
  return html`<div class="notice" ?data-empty=${!notice}>
    <p role="status">${notice?.sentence ?? ''}</p>
    ${
      notice?.undo
        ? html`<button class="button undo" type="button" @click=${notice.undo}>
            ${messages.undo}
          </button>`
        : nothing
    }
    ${
      notice
        ? html`<button
            class="button quiet close"
            type="button"
            aria-label=${messages.dismiss}
            @click=${dismiss}
          >
            ${icon(CLOSE)}
          </button>`
        : nothing
    }
  </div>`;
}
