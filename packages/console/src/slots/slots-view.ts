import {html, nothing, type TemplateResult} from 'lit';
import type {SlotLoad} from '../api/types.js';
import {dayAfter, dayName, timeSpan} from '../format/days.js';
import {Action} from '../state/action.js';
import type {DeskOwner, DeskView} from '../state/desk-owner.js';
import {DayPicker} from '../templates/day-picker.js';
import {problemTemplate} from '../templates/problem.js';
import {fullness} from './fullness.js';

/** Days shown at once. */
const DAYS = 3;

/** How full the slots of a day and of those after it are. */
export class SlotsView implements DeskView {
  private readonly loaded = new Map<string, readonly SlotLoad[]>();
  private readonly loading: Action;
  private readonly days: DayPicker;

  constructor(private readonly owner: DeskOwner) {
    this.loading = new Action(owner);
    this.days = new DayPicker(owner, () => void this.load());
    void this.load();
  }

  show(): void {
    void this.load();
  }

  template(): TemplateResult {
    const {messages} = this.owner.words();
    return html`<section class="view" aria-label=${messages.slotsTitle}>
      ${this.days.template()} ${problemTemplate(this.loading, messages)}
      ${this.shownDays.map((day, at) => this.dayPart(day, at === 0))}
    </section>`;
  }

  private get shownDays(): string[] {
    return [...Array(DAYS).keys()].map(days => dayAfter(this.days.day, days));
  }

  private dayPart(day: string, isFirst: boolean): TemplateResult {
    const {messages, language} = this.owner.words();
    const name = dayName(day, this.owner.today(), messages, language);
    return html`<section class="slot-day" aria-label=${name}>
      ${isFirst ? nothing : html`<h3>${name}</h3>`} ${this.slotsOf(day)}
    </section>`;
  }

  private slotsOf(day: string): TemplateResult | typeof nothing {
    const {messages} = this.owner.words();
    const slots = this.loaded.get(day);
    if (!slots) {
      return this.loading.sentence ? nothing : html`<p class="wait">${messages.loading}</p>`;
    }
    if (slots.length === 0) return html`<p class="empty">${messages.slotsEmpty}</p>`;
    const withModes = new Set(slots.map(({mode}) => mode)).size > 1;
    return html`<ul class="slots">
      ${slots.map(slot => this.slot(slot, withModes))}
    </ul>`;
  }

  private slot(slot: SlotLoad, withMode: boolean): TemplateResult {
    const {messages, language} = this.owner.words();
    const {takenOrders, takenItems, capacityOrders, capacityItems} = slot;
    const {share, isFull} = fullness(slot);
    return html`<li data-full=${isFull ? 'true' : nothing}>
      <p class="slot-time">
        <b>${timeSpan(slot, language, this.owner.timeZone)}</b>
        ${withMode ? html`<span class="mode">${messages.modes[slot.mode]}</span>` : nothing}
      </p>
      <p class="load">
        ${messages.slotOrders} : ${messages.load(takenOrders, capacityOrders ?? undefined)}
        ${isFull ? html`<b class="badge urgent">${messages.full}</b>` : nothing}
        ${
          capacityItems
            ? html`<br />${messages.slotItems} : ${messages.load(takenItems, capacityItems)}`
            : nothing
        }
      </p>
      ${
        (capacityOrders ?? capacityItems)
          ? html`<div class="bar" aria-hidden="true">
              <span .style=${`inline-size:${share}%`}></span>
            </div>`
          : nothing
      }
    </li>`;
  }

  private load(): Promise<boolean> {
    return this.loading.run(async () => {
      const days = this.shownDays;
      const slots = await Promise.all(days.map(day => this.owner.api.slots(day)));
      days.forEach((day, at) => this.loaded.set(day, slots[at] ?? []));
      // another day was chosen while these were on their way
      if (days[0] !== this.shownDays[0]) void Promise.resolve().then(() => this.load());
    });
  }
}
