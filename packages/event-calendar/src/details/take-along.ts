import {type LocalElement} from '@local-widgets/core';
import {
  googleCalendarUrl,
  isOverAt,
  outlookCalendarUrl,
  type Event,
  type Occurrence,
} from '@local-widgets/model';
import {html, nothing, type TemplateResult} from 'lit';
import type {Messages} from '../locales/index.js';
import type {CalendarOwner} from '../state/calendar-owner.js';
import type {ViewContext} from '../state/view-context.js';
import {datesOf, seriesOf} from './chosen.js';

const sharing = () => import('../share.js');

/** An event into one's own calendar, and to others. */
export class TakeAlong {
  /** What was said about the chosen date last. */
  private said:
    {readonly of: Occurrence; readonly words: string; readonly link?: string} | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: CalendarOwner,
  ) {}

  template(occurrence: Occurrence, words: ViewContext<Messages>): TemplateResult {
    const {messages, now} = words;
    const event = words.eventOf(occurrence);
    const said = this.said?.of === occurrence ? this.said : undefined;
    const isOff = event.eventStatus === 'cancelled' || isOverAt(occurrence) <= now;
    return html`<div class="take-along">
      <div class="buttons">
        ${isOff ? nothing : this.calendarsTemplate(event, occurrence, messages)}
        <button
          class="button"
          type="button"
          @pointerenter=${() => void sharing().catch(() => undefined)}
          @click=${() => void this.share(event, occurrence)}
        >
          ${messages.shareEvent}
        </button>
      </div>
      <p role="status">
        ${said?.words}${said?.link ? html` <span class="link">${said.link}</span>` : nothing}
      </p>
    </div>`;
  }

  private calendarsTemplate(
    event: Event,
    occurrence: Occurrence,
    messages: Messages,
  ): TemplateResult {
    const links = [
      ['Google Agenda', googleCalendarUrl(event, occurrence)],
      ['Outlook.com', outlookCalendarUrl(event, occurrence, 'live')],
      ['Outlook (Microsoft 365)', outlookCalendarUrl(event, occurrence, 'office')],
    ] as const;
    const hasMore = datesOf(this.owner.state, {eventId: event.id}).length > 1;
    return html`<details class="menu" @toggle=${() => void sharing().catch(() => undefined)}>
      <summary class="button primary">${messages.addToCalendar}</summary>
      <ul role="list">
        <li>
          <button type="button" @click=${() => void this.save(event, occurrence)}>
            ${messages.icsFile}
          </button>
        </li>
        ${
          hasMore
            ? html`<li>
                <button type="button" @click=${() => void this.save(event, occurrence, true)}>
                  ${messages.icsSeries}
                </button>
              </li>`
            : nothing
        }
        ${links.map(
          ([name, href]) =>
            html`<li><a href=${href} target="_blank" rel="noopener noreferrer">${name}</a></li>`,
        )}
      </ul>
    </details>`;
  }

  private async save(event: Event, occurrence: Occurrence, isWhole = false): Promise<void> {
    const {host, owner} = this;
    const {state} = owner;
    try {
      const {saveDate, saveSeries} = await sharing();
      const options = {now: host.clock.now()};
      const file = isWhole
        ? saveSeries(
            {events: seriesOf(state, occurrence), occurrences: datesOf(state, occurrence)},
            event.name,
            options,
          )
        : saveDate(event, occurrence, options);
      this.say(occurrence, owner.words().messages.downloaded(file));
    } catch {
      this.say(occurrence, owner.words().messages.partFailed);
    }
  }

  private async share(event: Event, occurrence: Occurrence): Promise<void> {
    const {host, owner} = this;
    try {
      const {deliverLink} = await sharing();
      const {messages} = owner.words();
      const url = this.linkTo(event);
      const delivery = await deliverLink(url, event.name || document.title);
      if (delivery === 'failed') this.say(occurrence, messages.toCopy, url);
      else if (delivery === 'copied') this.say(occurrence, messages.linkCopied);
      else this.say(occurrence, delivery === 'shared' ? messages.linkShared : '');
    } catch {
      this.say(occurrence, owner.words().messages.partFailed);
    }
    host.requestUpdate();
  }

  /** With `url-state` the page itself opens it; else its own page, or this one. */
  private linkTo({url}: Event): string {
    const {href} = location;
    return this.host.hasAttribute('url-state') || !url ? href : url;
  }

  private say(of: Occurrence, words: string, link?: string): void {
    this.said = {of, words, ...(link !== undefined && {link})};
    this.host.requestUpdate();
  }
}
