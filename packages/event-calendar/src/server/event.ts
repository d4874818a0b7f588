import {UGC_REL, webUrl} from '@local-widgets/core';
import type {AgendaEntry} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ViewContext} from '../state/view-context.js';
import {metaOf, statusTemplate} from '../views/event-row.js';
import {machineTime, timesOf, untilOf} from '../words/dates.js';

/** One date of an event under its day; where the event has a page of its own, its name leads there. */
export function eventTemplate(
  {at, lastDay}: AgendaEntry,
  under: number,
  words: ViewContext,
): TemplateResult {
  const occurrence = words.occurrenceAt(at);
  const event = words.eventOf(occurrence);
  const until = untilOf(lastDay, under, words);
  const times = occurrence.isAllDay && until ? '' : timesOf(occurrence, words);
  const name = event.name || words.messages.unnamed;
  const url = webUrl(event.url);
  return html`<li itemscope itemtype="https://schema.org/Event">
    <time datetime=${machineTime(occurrence)} itemprop="startDate"
      >${[times, until].filter(Boolean).join(', ')}</time
    >
    ${statusTemplate(event, words)}
    <strong itemprop="name"
      >${url ? html`<a href=${url} rel=${UGC_REL} itemprop="url">${name}</a>` : name}</strong
    >
    ${placeTemplate(event.location)}
    <span>${metaOf(event, words)}</span>
  </li>`;
}

/** For search engines; people read the same in the line above. */
function placeTemplate(
  location: ReturnType<ViewContext['eventOf']>['location'],
): TemplateResult | typeof nothing {
  const name = location?.name ?? location?.address?.addressLocality;
  if (!name) return nothing;
  return html`<span itemprop="location" itemscope itemtype="https://schema.org/Place">
    <meta itemprop="name" content=${name} />
  </span>`;
}
