import {UGC_REL, webUrl} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {icon} from '../frame/icon.js';
import type {Words} from '../locales/index.js';
import type {Draft} from './draft.js';

export interface ComposerView {
  readonly draft: Draft;
  /** Days for which messages are kept; undefined once that was said. */
  readonly consentDays: number | undefined;
  readonly privacyUrl: string | undefined;
  /** The chooser of images, or what was chosen. */
  readonly images: unknown;
  /** What is to be known while one writes. */
  readonly note: unknown;
  input(): void;
  submit(): void;
}

/** Characters left from which on it is said how many. */
const FEW = 200;

const SEND = 'M4 12 3 4l18 8-18 8 1-8h8';

/** Where one writes. Enter sends, with Shift it begins a line. */
export function composerTemplate(view: ComposerView, words: Words): TemplateResult {
  const {messages} = words;
  const {draft, consentDays} = view;
  const error = draft.errors.text?.(messages);
  const {left} = draft;
  const privacy = webUrl(view.privacyUrl);
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    view.submit();
  };
  return html`<form
    class="composer"
    id="composer"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      view.submit();
    }}
  >
    ${view.note}
    ${
      consentDays === undefined
        ? nothing
        : html`<p class="consent small muted">
            ${messages.consent(consentDays)}
            ${
              privacy
                ? html`<a href=${privacy} target="_blank" rel=${UGC_REL}
                    >${messages.privacy}
                    <span class="visually-hidden">${messages.newWindow}</span></a
                  >`
                : nothing
            }
          </p>`
    }
    <div class="writing">
      <div>
        ${view.images}
        <label class="visually-hidden" for="text">${messages.yourMessage}</label>
        <textarea
          class="field"
          id="text"
          part="field"
          rows=${Math.min(6, draft.text.split('\n').length)}
          placeholder=${messages.yourMessage}
          autocomplete="off"
          enterkeyhint="send"
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${[error && 'text-error', left < FEW && 'left'].filter(Boolean).join(' ') || nothing}
          .value=${live(draft.text)}
          @keydown=${handleKey}
          @input=${({currentTarget}: Event) => {
            draft.text = (currentTarget as HTMLTextAreaElement).value;
            view.input();
          }}
        ></textarea>
      </div>
      <button class="button primary" type="submit">
        ${icon(SEND)}
        <span>${messages.send}</span>
      </button>
    </div>
    ${error ? html`<p class="error small" id="text-error">${error}</p>` : nothing}
    ${left < FEW && left >= 0 ? html`<p class="muted small" id="left">${messages.left(left)}</p>` : nothing}
  </form>`;
}
