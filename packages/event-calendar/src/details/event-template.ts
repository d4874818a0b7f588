import {siteName, UGC_REL, webUrl} from '@local-widgets/core';
import type {Event, Occurrence} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {ViewContext} from '../state/view-context.js';
import {factsTemplate, organizerTemplate, registerTemplate} from './facts.js';
import {reportTemplate, sourcesTemplate} from './sources.js';
import {dateWords, whenTemplate} from './when.js';
import {whereTemplate} from './where.js';

/** Everything the dialog of one event shows. */
export interface EventData {
  readonly event: Event;
  readonly occurrence: Occurrence;
  /** The event that repeats: itself, or that from which this date departs. */
  readonly series: Event;
  /** All dates of the same series that are known, by start. */
  readonly dates: readonly Occurrence[];
  /** Where the page wants mistakes to be reported. */
  readonly report: string;
  /** What can be done with it: to a calendar of one's own, shared. */
  readonly more: TemplateResult | typeof nothing;
}

export interface EventActions {
  close(): void;
  /** Absent where the page has no map, or the event no place in it. */
  readonly showOnMap: (() => void) | undefined;
}

export function eventTemplate(
  {event, occurrence, series, dates, report, more}: EventData,
  words: ViewContext<Messages>,
  actions: EventActions,
): TemplateResult {
  const {messages} = words;
  const {eventStatus = 'scheduled', description} = event;
  const page = webUrl(event.url);
  return html`<article class="sheet" data-source=${words.sourceOf(event)?.index ?? nothing}>
    <header class="head">
      <h2 id="event-name" tabindex="-1" autofocus>${event.name || messages.unnamed}</h2>
      <button
        class="button close"
        type="button"
        aria-label=${messages.close}
        @click=${() => actions.close()}
      >
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 6l12 12M18 6 6 18"></path>
        </svg>
      </button>
    </header>
    <div class="scroll">
      ${
        eventStatus === 'scheduled'
          ? nothing
          : html`<p class="notice" data-status=${eventStatus}>${messages.notices[eventStatus]}</p>`
      }
      ${whenTemplate(event, occurrence, series, dates, words)}
      ${whereTemplate(event, messages, actions.showOnMap)} ${registerTemplate(event, messages)}
      ${pictureTemplate(event, messages)}
      ${description ? html`<p class="description">${description}</p>` : nothing}
      ${
        page
          ? html`<p><a href=${page} rel=${UGC_REL}>${messages.site(siteName(page))}</a></p>`
          : nothing
      }
      ${factsTemplate(event, words)} ${organizerTemplate(event, messages)} ${more}
      <footer class="ends">
        ${sourcesTemplate(event, words)}
        ${reportTemplate(event, report, dateWords(occurrence, words), messages)}
      </footer>
    </div>
  </article>`;
}

function pictureTemplate({image}: Event, messages: Messages): TemplateResult | typeof nothing {
  const url = webUrl(image?.url);
  if (!url) return nothing;
  const hide = ({target}: {target: EventTarget | null}): void => {
    ((target as Element).parentElement as HTMLElement).hidden = true;
  };
  return html`<figure>
    <img src=${url} alt=${image?.caption ?? ''} loading="lazy" @error=${hide} />
    ${
      image?.creditText
        ? html`<figcaption class="muted">${messages.photoBy(image.creditText)}</figcaption>`
        : nothing
    }
  </figure>`;
}
