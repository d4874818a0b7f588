import {webUrl} from '@local-widgets/core';
import type {AgendaEntry, Event} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {ViewActions, ViewContext} from '../state/view-context.js';
import {isOnNow, machineTime, shortDay, timesOf, untilOf} from '../words/dates.js';

/**
 * One event in a list.
 *
 * @param under The day under which it stands: what lasts longer says until when. Without one it says its
 *   own day.
 */
export function eventRowTemplate(
  {at, lastDay}: AgendaEntry,
  under: number | undefined,
  words: ViewContext,
  actions: ViewActions,
): TemplateResult {
  const {messages, now} = words;
  const occurrence = words.occurrenceAt(at);
  const event = words.eventOf(occurrence);
  const until = untilOf(lastDay, under ?? occurrence.firstDay, words);
  const day = under === undefined ? shortDay(occurrence.firstDay, words) : '';
  const times = day || (occurrence.isAllDay && until ? '' : timesOf(occurrence, words));
  return html`<li class="event" part="item" data-source=${words.sourceOf(event)?.index ?? nothing}>
    <p class="times">
      <time datetime=${machineTime(occurrence)}>${times || until}</time>
      ${times && until ? html`<span class="until">${until}</span>` : nothing}
      ${isOnNow(occurrence, now) ? html`<span class="on-now">${messages.onNow}</span>` : nothing}
    </p>
    <div class="what">
      ${statusTemplate(event, words)} ${nameTemplate(event, at, words, actions)}
      <p class="meta">${metaOf(event, words)}</p>
      ${sourceTemplate(event, words)}
    </div>
  </li>`;
}

/** Opens the event; where it has a page of its own it is a link there, for everything but a plain click. */
export function nameTemplate(
  event: Event,
  at: number,
  {messages}: ViewContext,
  actions: ViewActions,
): TemplateResult {
  const url = webUrl(event.url);
  const name = event.name || messages.unnamed;
  const open = (click: MouseEvent): void => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    actions.choose(at);
  };
  return url
    ? html`<a class="name" href=${url} data-at=${at} aria-haspopup="dialog" @click=${open}
        >${name}</a
      >`
    : html`<button class="name" type="button" data-at=${at} aria-haspopup="dialog" @click=${open}>
        ${name}
      </button>`;
}

/** That it is cancelled, postponed, full: before the name, so that nobody reads past it. */
export function statusTemplate(
  {eventStatus = 'scheduled'}: Event,
  {messages}: ViewContext,
): TemplateResult | typeof nothing {
  if (eventStatus === 'scheduled') return nothing;
  return html`<strong class="badge" data-status=${eventStatus}
    >${messages.statuses[eventStatus]}</strong
  >`;
}

/** `Salle des fêtes, Val-Orbelle · Concert · Gratuit`. */
export function metaOf(event: Event, {messages}: ViewContext): string {
  const {location, categories, isAccessibleForFree, eventAttendanceMode} = event;
  const where = [
    location?.name ?? location?.address?.streetAddress,
    location?.address?.addressLocality,
  ];
  return [
    [...new Set(where)].filter(Boolean).join(', ') ||
      (eventAttendanceMode === 'online' ? messages.online : ''),
    categories?.slice(0, 2).join(', '),
    isAccessibleForFree ? messages.free : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Whose event it is, when several publish here; its colour never says it alone. */
export function sourceTemplate(event: Event, words: ViewContext): TemplateResult | typeof nothing {
  const source = words.sourceOf(event);
  return source ? html`<p class="meta source">${source.label}</p>` : nothing;
}
