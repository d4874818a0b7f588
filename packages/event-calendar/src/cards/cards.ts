import {adoptStyles, webUrl, type LocalElement} from '@local-widgets/core';
import type {AgendaEntry, EventImage} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {CalendarOwner} from '../state/calendar-owner.js';
import type {ViewActions, ViewContext} from '../state/view-context.js';
import type {ViewPart} from '../state/view-part.js';
import {agendaTemplate, type AgendaActions} from '../views/agenda.js';
import {metaOf, nameTemplate, sourceTemplate, statusTemplate} from '../views/event-row.js';
import {isOnNow, machineTime, timesOf, untilOf} from '../words/dates.js';
import {cardsStyles} from './cards.styles.js';

/** The agenda with a picture for each event that has one. */
export class Cards implements ViewPart {
  constructor(
    host: LocalElement,
    private readonly owner: CalendarOwner,
  ) {
    adoptStyles(host.renderRoot as ShadowRoot, cardsStyles);
  }

  template(words: ViewContext, actions: AgendaActions): TemplateResult {
    const {agenda, showsOngoing} = this.owner.state;
    return agendaTemplate({agenda, showsOngoing}, words, actions, (entry, under) =>
      cardTemplate(entry, under, words, actions),
    );
  }
}

function cardTemplate(
  {at, lastDay}: AgendaEntry,
  under: number,
  words: ViewContext,
  actions: ViewActions,
): TemplateResult {
  const occurrence = words.occurrenceAt(at);
  const event = words.eventOf(occurrence);
  const until = untilOf(lastDay, under, words);
  const times = occurrence.isAllDay && until ? '' : timesOf(occurrence, words);
  return html`<li class="card" part="item" data-source=${words.sourceOf(event)?.index ?? nothing}>
    ${pictureTemplate(event.image)}
    <div class="what">
      <p class="times">
        <time datetime=${machineTime(occurrence)}>${times || until}</time>
        ${times && until ? html`<span class="until">${until}</span>` : nothing}
        ${
          isOnNow(occurrence, words.now)
            ? html`<span class="on-now">${words.messages.onNow}</span>`
            : nothing
        }
      </p>
      <p>${statusTemplate(event, words)} ${nameTemplate(event, at, words, actions)}</p>
      <p class="meta">${metaOf(event, words)}</p>
      ${sourceTemplate(event, words)}
    </div>
  </li>`;
}

/** Loaded when it comes near; one that cannot be had takes no room. */
function pictureTemplate(image: EventImage | undefined): TemplateResult | typeof nothing {
  const url = webUrl(image?.url);
  const hide = ({target}: Event): void => {
    (target as HTMLElement).parentElement!.hidden = true;
  };
  if (!url) return nothing;
  return html`<div class="picture">
    <img src=${url} alt=${image?.caption ?? ''} loading="lazy" decoding="async" @error=${hide} />
  </div>`;
}
