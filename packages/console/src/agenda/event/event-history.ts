import {formatDate, formatTime, isoDateIn} from '@local-widgets/core';
import type {EventHistoryLine} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from '../../state/desk-owner.js';
import {fieldName} from './event-change.js';

/** What was done to an event, by whom and when, the latest first. */
export function historyTemplate(
  history: readonly EventHistoryLine[],
  {messages, language}: Words,
  timeZone: string,
): TemplateResult {
  return html`<details class="fold" id="fold-event-history">
    <summary><h4>${messages.historyTitle}</h4></summary>
    <ul class="event-history form">
      ${history.toReversed().map(({at, action, by, person, fields = [], reason}) => {
        const moment = new Date(at);
        const when = `${formatDate(isoDateIn(moment, timeZone), language, true)}, ${formatTime(moment, language, timeZone)}`;
        const names = [...new Set(fields.map(name => fieldName(name, messages)))].join(', ');
        return html`<li>
          <time datetime=${at}>${when}</time>
          <span
            >${messages.historyActions[action]}${person || by !== 'person' ? `, ${person ?? messages.historyBy[by]}` : ''}</span
          >
          ${names ? html`<span class="hint">${names}</span>` : nothing}
          ${reason ? html`<q>${reason}</q>` : nothing}
        </li>`;
      })}
    </ul>
  </details>`;
}
