import {mailUrl, telUrl} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from './icon.js';
import type {Messages} from '../locales/index.js';

const PHONE =
  'M6 3h4l2 5-2.500 1.500a11 11 0 0 0 5 5L16 12l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2';
const MAIL = 'M3 6h18v13H3zM3 7l9 7 9-7';

/** The telephone and e-mail, one tap away. */
export function waysTemplate(
  {phone, email}: {readonly phone: string; readonly email: string},
  messages: Messages,
): TemplateResult | typeof nothing {
  const tel = telUrl(phone);
  const mail = mailUrl(email);
  if (!tel && !mail) return nothing;
  return html`<p class="ways small">
    ${
      tel
        ? html`<a href=${tel} aria-label=${messages.call(phone)}
            >${icon(PHONE)}<bdi>${phone}</bdi></a
          >`
        : nothing
    }
    ${
      mail
        ? html`<a href=${mail}
            >${icon(MAIL)}${messages.byMail}<span class="visually-hidden">, ${email}</span></a
          >`
        : nothing
    }
  </p>`;
}

const CLOSE = 'M6 6l12 12M18 6 6 18';

export function closeButton(messages: Messages, close: () => void): TemplateResult {
  return html`<button
    class="button icon"
    type="button"
    aria-label=${messages.close}
    @click=${close}
  >
    ${icon(CLOSE)}
  </button>`;
}
