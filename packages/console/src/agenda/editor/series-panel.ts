import {formatDay} from '@local-widgets/core';
import type {EventDocument} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {DeskOwner} from '../../state/desk-owner.js';
import {selectField, textField} from '../../templates/fields.js';
import {dateOfId, nameOfDate} from '../draft/date-names.js';
import {NO_CHANGE, type DateChange, type EventDraft} from '../draft/event-draft.js';
import {nextDates, type SeriesDate} from '../draft/series-dates.js';
import {isNoChange} from '../draft/write-document.js';
import {dateInWords, repeatInWords} from '../when.js';

/** So many are shown at first, and so many more at each press. */
const STEP = 8;

/** What the choices come to: a sentence, the next dates, and what is to be otherwise on single ones. */
export class SeriesPanel {
  private most = STEP;
  /** The date whose change is being written, by its name in the draft. */
  private open: string | undefined;

  constructor(
    private readonly desk: DeskOwner,
    private readonly write: (change: (draft: EventDraft) => Partial<EventDraft>) => void,
  ) {}

  reset(): void {
    this.most = STEP;
    this.open = undefined;
  }

  /** @param document what the draft describes; nothing while that cannot be said */
  template(
    draft: EventDraft,
    document: EventDocument | undefined,
    error: string | undefined,
  ): TemplateResult | typeof nothing {
    if (draft.repeat === 'none') return nothing;
    const words = this.desk.words();
    const {messages} = words;
    const dates = document && this.datesOf(document);
    return html`<section class="box series" aria-labelledby="series-title">
      <h4 id="series-title" tabindex="-1">${messages.seriesTitle}</h4>
      ${
        document
          ? html`<p class="series-words" role="status">
              ${repeatInWords(document, words) || messages.noDatesYet}
            </p>`
          : html`<p class="hint">${messages.seriesWaits}</p>`
      }
      ${error ? html`<p class="problem" id="dates-error" tabindex="-1" role="alert">${error}</p>` : nothing}
      ${
        document && dates
          ? html`<ul class="rows" aria-label=${messages.nextDates}>
              ${dates.dates.map(date => this.row(draft, document, date))}
            </ul>`
          : nothing
      }
      ${
        dates?.hasMore
          ? html`<button class="button more-dates" type="button" @click=${this.handleMore}>
              ${messages.moreDates}
            </button>`
          : nothing
      }
      ${this.adding(draft)}
    </section>`;
  }

  /** From now on; of a series that is over, from its beginning. */
  private datesOf(document: EventDocument): ReturnType<typeof nextDates> {
    const now = nextDates(document, {from: this.desk.now().getTime(), most: this.most});
    if (now.dates.length > 0) return now;
    const from = Date.parse(document.startDate.slice(0, 10)) - 86_400_000;
    return nextDates(document, {from, most: this.most});
  }

  private row(draft: EventDraft, document: EventDocument, date: SeriesDate): TemplateResult {
    const words = this.desk.words();
    const {messages} = words;
    const name = nameOfDate(dateOfId(date.recurrenceId), draft);
    const isRemoved = draft.removed.includes(name);
    const change = draft.changes[name];
    const when = dateInWords(date, document.timeZone, words, this.desk.today());
    const toggle = (): void =>
      this.write(({removed}) => ({
        removed: isRemoved ? removed.filter(each => each !== name) : [...removed, name].sort(),
      }));
    const isOpen = this.open === name;
    return html`<li ?data-removed=${isRemoved} ?data-cancelled=${change?.isCancelled ?? false}>
      <p>
        <span class="date-name">${when}</span>
        ${isRemoved ? html`<span class="badge">${messages.removedDate}</span>` : nothing}
        ${
          change && !isNoChange(change)
            ? html`<span class="badge ${change.isCancelled ? 'urgent' : ''}"
                >${change.isCancelled ? messages.eventStates.cancelled : messages.changedDate}</span
              >`
            : nothing
        }
      </p>
      <div class="steps">
        ${
          isRemoved
            ? nothing
            : html`<button
                id="change-${name.replaceAll(':', '')}"
                class="button quiet"
                type="button"
                aria-label="${messages.changeDate}, ${when}"
                aria-expanded=${isOpen ? 'true' : 'false'}
                @click=${() => this.toggle(name)}
              >
                ${messages.changeDate}
              </button>`
        }
        <button
          class="button quiet"
          type="button"
          aria-label="${isRemoved ? messages.putBack : messages.removeDate}, ${when}"
          @click=${toggle}
        >
          ${isRemoved ? messages.putBack : messages.removeDate}
        </button>
      </div>
      ${isOpen && !isRemoved ? this.form(draft, name, when) : nothing}
    </li>`;
  }

  private form(draft: EventDraft, name: string, when: string): TemplateResult {
    const {messages} = this.desk.words();
    const change = draft.changes[name] ?? NO_CHANGE;
    return html`<div
      class="box date-change"
      role="group"
      aria-label=${messages.changeOfDate(when)}
      @input=${stop}
      @change=${stop}
      @keydown=${(event: KeyboardEvent) => this.handleKey(event, name)}
    >
      ${selectField(
        {name: 'change-on', label: messages.thisDate, value: change.isCancelled ? 'off' : 'on'},
        [
          ['on', messages.takesPlace],
          ['off', messages.dateIsCancelled],
        ],
      )}
      <div class="row">
        ${textField({name: 'change-day', label: messages.otherDay, type: 'date', value: change.day})}
        ${
          draft.isAllDay
            ? nothing
            : html`${textField({name: 'change-start', label: messages.otherStart, type: 'time', value: change.startTime})}
              ${textField({name: 'change-end', label: messages.otherEnd, type: 'time', value: change.endTime})}`
        }
      </div>
      ${textField({name: 'change-place', label: messages.otherPlace, most: 200, value: change.place})}
      ${textField({name: 'change-reason', label: messages.cancelReason, most: 300, value: change.reason})}
      <p class="hint">${messages.changeHint}</p>
      <div class="steps">
        <button class="button primary" type="button" @click=${() => this.apply(name)}>
          ${messages.applyChange}
        </button>
        <button class="button" type="button" @click=${() => this.toggle(name)}>
          ${messages.cancel}
        </button>
      </div>
    </div>`;
  }

  private adding(draft: EventDraft): TemplateResult {
    const {messages, language} = this.desk.words();
    const say = (name: string): string =>
      formatDay(name, language, {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});
    return html`<div class="adding" @input=${stop} @change=${stop}>
      ${
        draft.added.length > 0
          ? html`<ul class="rows" aria-label=${messages.addedDates}>
              ${draft.added.map(
                name =>
                  html`<li>
                    <p>${say(name)} <span class="badge">${messages.addedDate}</span></p>
                    <button
                      class="button quiet"
                      type="button"
                      @click=${() => this.write(({added}) => ({added: added.filter(each => each !== name)}))}
                      aria-label="${messages.removeDate}, ${say(name)}"
                    >
                      ${messages.removeDate}
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <div class="add-date" @keydown=${this.handleAddKey}>
        ${textField({name: 'addedDay', label: messages.addDateLabel, type: 'date'})}
        <button class="button" type="button" @click=${this.handleAdd}>${messages.addDate}</button>
      </div>
    </div>`;
  }

  private toggle(name: string): void {
    const isOpen = this.open === name;
    this.open = isOpen ? undefined : name;
    this.desk.focus(isOpen ? `#change-${name.replaceAll(':', '')}` : '.date-change select');
    this.desk.update();
  }

  private apply(name: string): void {
    const valueOf = (field: string): string =>
      (this.desk.find(`#change-${field}`) as HTMLInputElement | undefined)?.value.trim() ?? '';
    const isCancelled = valueOf('on') === 'off';
    const change: DateChange = {
      isCancelled,
      reason: isCancelled ? valueOf('reason') : '',
      day: valueOf('day') === name ? '' : valueOf('day'),
      startTime: valueOf('start'),
      endTime: valueOf('end'),
      place: valueOf('place'),
    };
    // one that says nothing leaves the date as it is in its series, whatever it said before
    this.write(({changes}) => ({changes: {...changes, [name]: change}}));
    this.toggle(name);
  }

  private handleKey(event: KeyboardEvent, name: string): void {
    const {target} = event;
    if (event.key === 'Escape') this.toggle(name);
    else if (event.key === 'Enter' && target instanceof HTMLInputElement) {
      // it sends this, and not the form around
      event.preventDefault();
      this.apply(name);
    }
  }

  private readonly handleMore = (): void => {
    this.most += STEP;
    this.desk.update();
  };

  private readonly handleAddKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    this.handleAdd();
  };

  private readonly handleAdd = (): void => {
    const input = this.desk.find('#addedDay') as HTMLInputElement | undefined;
    if (!input?.value) {
      input?.focus();
      return;
    }
    const {value} = input;
    this.write(({added}) => ({added: [...new Set([...added, value])].sort()}));
    input.value = '';
    input.focus();
  };
}

/** What is written here is no field of the event until it is applied. */
function stop(event: Event): void {
  event.stopPropagation();
}
