import type {DeskEvent} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Words} from '../../state/desk-owner.js';
import {dateInWords, leafOf, repeatInWords} from '../when.js';
import {stateBadges} from './state-badge.js';

/** One event of the list: when it is next, what, where, and where it stands. */
export function eventRow(
  item: DeskEvent,
  words: Words,
  today: string,
  open: () => void,
): TemplateResult {
  const {messages} = words;
  const {event, date, id, registrations, proposer} = item;
  const place = event.location?.name ?? event.location?.address?.addressLocality;
  const repeats = repeatInWords(event, words);
  return html`<li class="event-row" data-state=${item.state}>
    <button id="event-row-${id}" class="event-open" type="button" @click=${open}>
      ${leaf(item, words)}
      <span class="event-what">
        <b class="event-name">${event.name}</b>
        <span class="event-when">${date ? whenOf(item, words, today) : messages.noDate}</span>
        ${repeats ? html`<span class="event-more">${repeats}</span>` : nothing}
        ${place ? html`<span class="event-more">${place}</span>` : nothing}
        ${
          proposer
            ? html`<span class="event-more"
                >${messages.proposedBy(proposer.organization ?? proposer.contact.name)}</span
              >`
            : nothing
        }
        ${
          registrations
            ? html`<span class="event-more"
                >${messages.peopleCount(registrations.confirmed, registrations.waiting)}</span
              >`
            : nothing
        }
        <span class="badges">${stateBadges(item, messages)}</span>
      </span>
    </button>
  </li>`;
}

function whenOf({event, date}: DeskEvent, words: Words, today: string): string {
  if (!date) return '';
  const {isAllDay, timeZone} = event;
  const told = {startsAt: new Date(date.startsAt), endsAt: new Date(date.endsAt), isAllDay};
  return dateInWords(told, timeZone, words, today);
}

function leaf({date, event}: DeskEvent, {language}: Words): TemplateResult {
  if (!date) return html`<span class="leaf" aria-hidden="true">–</span>`;
  const {day, month} = leafOf(new Date(date.startsAt), event.timeZone, language);
  return html`<span class="leaf" aria-hidden="true"><b>${day}</b><span>${month}</span></span>`;
}
