import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from '../../state/desk-owner.js';
import {linkedText} from '../../templates/linked-text.js';
import type {UnsentMessage} from '../outbox.js';

export interface UnsentData extends Words {
  readonly message: UnsentMessage;
  /** The line to the hub is there. */
  readonly isLive: boolean;
  /** Why the hub will not have it; empty when it is on its way. */
  readonly failure: string;
}

export interface UnsentActions {
  readonly retry: () => void;
  /** Takes its words back into the field. */
  readonly edit: () => void;
  readonly remove: () => void;
}

/** A reply that the hub has not acknowledged: on its way, or refused with the reason. */
export function unsentTemplate(data: UnsentData, actions: UnsentActions): TemplateResult {
  const {message, messages, failure, isLive} = data;
  const {id, text, image, refused} = message;
  return html`<li
    id="message-${id}"
    class="message"
    data-ours
    data-first
    data-unsent
    aria-live="off"
  >
    <div class="bubble">
      ${
        image
          ? html`<div class="picture">
              <img
                src="data:${image.type};base64,${image.base64}"
                width=${image.width}
                height=${image.height}
                alt=${image.alt ?? messages.photo}
              />
            </div>`
          : nothing
      }
      ${text ? html`<p class="said">${linkedText(text)}</p>` : nothing}
    </div>
    ${
      refused
        ? html`<div class="problem" role="alert">
              <p>${messages.stateRefused} ${failure}</p>
            </div>
            <div class="steps">
              <button class="button" type="button" @click=${actions.retry}>
                ${messages.retry}
              </button>
              <button class="button" type="button" @click=${actions.edit}>
                ${messages.editUnsent}
              </button>
              <button class="button" type="button" @click=${actions.remove}>
                ${messages.deleteUnsent}
              </button>
            </div>`
        : html`<p class="sent-state" data-state="pending">
            ${isLive ? messages.statePending : messages.stateWaiting}
          </p>`
    }
  </li>`;
}
