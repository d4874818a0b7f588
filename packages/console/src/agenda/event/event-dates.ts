import type {DeskEvent} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {EventAt} from '../../api/events-api.js';
import type {ReasonForm} from '../../inbox/moderation/reason-form.js';
import type {AgendaPart} from '../agenda-part.js';
import {nextDates, type SeriesDate} from '../draft/series-dates.js';
import {dateInWords} from '../when.js';

/** So many are shown at first, and so many more at each press. */
const STEP = 6;

type Work = (at: EventAt) => Promise<DeskEvent>;

/** How an event is changed from the version that is shown. */
export interface EventChanges {
  /** With its problem beside the buttons of the event. */
  readonly change: (event: DeskEvent, work: Work, done: string) => void;
  /** @throws HubError */
  readonly send: (event: DeskEvent, work: Work) => Promise<void>;
}

/** The next dates of an event that repeats; each of them may be cancelled by itself. */
export class EventDates {
  private most = STEP;
  private shown = '';

  constructor(
    private readonly part: AgendaPart,
    private readonly questions: ReasonForm,
    private readonly changes: EventChanges,
  ) {}

  template(item: DeskEvent): TemplateResult | typeof nothing {
    const {event, id} = item;
    if (!event.recurrence) return nothing;
    if (id !== this.shown) {
      this.shown = id;
      this.most = STEP;
    }
    const {desk} = this.part;
    const {messages} = desk.words();
    const {dates, hasMore} = nextDates(event, {from: desk.now().getTime(), most: this.most});
    const removed = new Set(
      (event.recurrence.exceptDates ?? []).map(date => date.replaceAll(/[-:]/g, '')),
    );
    const isOut = (recurrenceId: string): boolean =>
      removed.has(recurrenceId) || removed.has(recurrenceId.slice(0, 8));
    const left = dates.filter(({recurrenceId}) => !isOut(recurrenceId));
    return html`<section class="box" aria-labelledby="dates-title">
      <h4 id="dates-title" tabindex="-1">${messages.nextDates}</h4>
      ${left.length === 0 ? html`<p class="empty">${messages.noNextDate}</p>` : nothing}
      <ul class="rows">
        ${left.map(date => this.row(item, date))}
      </ul>
      ${
        hasMore
          ? html`<button class="button" type="button" @click=${this.handleMore}>
              ${messages.moreDates}
            </button>`
          : nothing
      }
    </section>`;
  }

  private row(item: DeskEvent, date: SeriesDate): TemplateResult {
    const words = this.part.desk.words();
    const {messages} = words;
    const {event} = item;
    const {recurrenceId} = date;
    const own = event.overrides?.find(each => each.recurrenceId === recurrenceId);
    const when = dateInWords(date, event.timeZone, words, this.part.desk.today());
    const about = `date-${recurrenceId}`;
    const canChange = this.part.isMerchant && item.state === 'published';
    return html`<li ?data-cancelled=${own?.isCancelled ?? false}>
      <p>
        <span class="date-name">${when}</span>
        ${own?.isCancelled ? html`<span class="badge urgent">${messages.eventStates.cancelled}</span>` : nothing}
        ${own && !own.isCancelled ? html`<span class="badge">${messages.changedDate}</span>` : nothing}
        ${own?.reason ? html`<span class="hint">${own.reason}</span>` : nothing}
      </p>
      ${
        canChange
          ? html`<button
              id=${about}
              class="button"
              type="button"
              @click=${() => (own?.isCancelled ? this.restore(item, date, when) : this.ask(item, date, when))}
              aria-label="${own?.isCancelled ? messages.restoreDate : messages.cancelDate}, ${when}"
            >
              ${own?.isCancelled ? messages.restoreDate : messages.cancelDate}
            </button>`
          : nothing
      }
      ${this.questions.template(about)}
    </li>`;
  }

  private ask(event: DeskEvent, {recurrenceId: date}: SeriesDate, when: string): void {
    const {messages} = this.part.desk.words();
    const about = `date-${date}`;
    this.questions.ask({
      about,
      title: messages.cancelDateQuestion(when),
      hint: messages.cancelHint,
      reason: messages.cancelReason,
      most: 300,
      submit: messages.cancelDateConfirm,
      send: ({reason}) => this.changes.send(event, at => this.part.api.cancel(at, {date, reason})),
      done: messages.dateCancelled(when),
      back: `#${about}`,
    });
  }

  private restore(event: DeskEvent, {recurrenceId}: SeriesDate, when: string): void {
    const {messages} = this.part.desk.words();
    const work: Work = at => this.part.api.restore(at, recurrenceId);
    this.changes.change(event, work, messages.dateRestored(when));
  }

  private readonly handleMore = (): void => {
    this.most += STEP;
    this.part.desk.update();
  };
}
