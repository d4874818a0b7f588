import type {DeskEvent} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../../locales/index.js';

/** Where an event stands, in words; and that a change of it waits. */
export function stateBadges(
  {state, change, date}: Pick<DeskEvent, 'state' | 'change' | 'date'>,
  messages: Messages,
): TemplateResult {
  const isWaiting = state === 'proposed';
  const kind = state === 'published' ? 'here' : isWaiting || state === 'cancelled' ? 'urgent' : '';
  return html`<span class="badge ${kind}">${messages.eventStates[state]}</span>
    ${change ? html`<span class="badge urgent">${messages.changeWaits}</span>` : nothing}
    ${date?.isPast ? html`<span class="badge">${messages.isPast}</span>` : nothing}`;
}
