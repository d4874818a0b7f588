import {html, type TemplateResult} from 'lit';
import {dayAfter, dayName} from '../format/days.js';
import type {DeskOwner} from '../state/desk-owner.js';

/** The day that a list is about: today at first, then one step or any date away. */
export class DayPicker {
  private chosen: string | undefined;

  constructor(
    private readonly owner: DeskOwner,
    /** Another day was chosen. */
    private readonly changed: () => void,
  ) {}

  /** ISO date at the shop. */
  get day(): string {
    return this.chosen ?? this.owner.today();
  }

  template(): TemplateResult {
    const {messages, language} = this.owner.words();
    const {day} = this;
    const step = (days: number): void => this.choose(dayAfter(day, days));
    return html`<div class="day-picker">
      <button
        class="button"
        type="button"
        aria-label=${messages.previousDay}
        @click=${() => step(-1)}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <button class="button" type="button" aria-label=${messages.nextDay} @click=${() => step(1)}>
        <span aria-hidden="true">›</span>
      </button>
      <h3>${dayName(day, this.owner.today(), messages, language)}</h3>
      <label>
        <span class="visually-hidden">${messages.day}</span>
        <input
          class="field"
          type="date"
          .value=${day}
          @change=${({target}: Event) => this.choose((target as HTMLInputElement).value)}
        />
      </label>
    </div>`;
  }

  private choose(day: string): void {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return;
    this.chosen = day;
    this.changed();
    this.owner.update();
  }
}
