import type {ChatVia} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import {icon, LINKED, MAIL} from '../templates/icons.js';

/** The tool that a message came by, where it was not written in a page or at the desk. */
export function viaMark(via: ChatVia, messages: Messages): TemplateResult | typeof nothing {
  const words = messages.via[via];
  if (!words) return nothing;
  return html`<span class="via" title=${words}
    >${icon(via === 'mail' ? MAIL : LINKED)}<span class="visually-hidden">${words}</span></span
  >`;
}
