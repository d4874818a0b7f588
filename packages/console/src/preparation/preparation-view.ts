import {formatTime} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {PreparationLine} from '../api/types.js';
import type {OrderWatch} from '../orders/order-watch.js';
import {Action} from '../state/action.js';
import type {DeskOwner, DeskView} from '../state/desk-owner.js';
import {DayPicker} from '../templates/day-picker.js';
import {icon, PRINTER} from '../templates/icons.js';
import {problemTemplate} from '../templates/problem.js';
import {Ticks} from './ticks.js';

/** What is to be made on a day: each product once, with how many for which slot. */
export class PreparationView implements DeskView {
  private lines: readonly PreparationLine[] | undefined;
  private linesOf = '';
  private updatedAt: Date | undefined;
  /** The orders that the list was made of. */
  private seen = '';
  private readonly ticks = new Ticks();
  private readonly loading: Action;
  private readonly days: DayPicker;

  constructor(
    private readonly owner: DeskOwner,
    private readonly watch: Pick<OrderWatch, 'orders'>,
  ) {
    this.loading = new Action(owner);
    this.days = new DayPicker(owner, () => void this.load());
    void this.load();
  }

  show(): void {
    void this.load();
  }

  template(): TemplateResult {
    const {messages, language} = this.owner.words();
    this.follow();
    const {updatedAt} = this;
    return html`<section class="view" aria-label=${messages.preparationTitle}>
      ${this.days.template()} ${problemTemplate(this.loading, messages)} ${this.list()}
      <div class="toolbar end">
        <button class="button" type="button" @click=${() => void this.load()}>
          ${messages.refresh}
        </button>
        ${
          updatedAt
            ? html`<p class="hint">
                ${messages.updatedAt(formatTime(updatedAt, language, this.owner.timeZone))}
              </p>`
            : nothing
        }
      </div>
    </section>`;
  }

  private list(): TemplateResult | typeof nothing {
    const {messages} = this.owner.words();
    const {lines, days, ticks} = this;
    if (!lines || this.linesOf !== days.day) {
      return this.loading.sentence
        ? nothing
        : html`<p class="wait" role="status">${messages.loading}</p>`;
    }
    if (lines.length === 0) return html`<p class="empty">${messages.preparationEmpty}</p>`;
    const done = lines.filter(({product, quantity}) => ticks.isTicked(days.day, product, quantity));
    return html`<div class="toolbar">
        <p role="status">${messages.prepared(done.length, lines.length)}</p>
        <button class="button" type="button" @click=${() => this.print(lines)}>
          ${icon(PRINTER)} ${messages.printPreparation}
        </button>
      </div>
      <ul class="preparation">
        ${lines.map(line => this.line(line))}
      </ul>
      <p class="hint">${messages.ticksHint}</p>`;
  }

  private line({product, name, quantity, bySlot}: PreparationLine): TemplateResult {
    const {messages, language} = this.owner.words();
    const {day} = this.days;
    const grown = this.ticks.grownBy(day, product, quantity);
    const at = (instant: string): string =>
      formatTime(new Date(instant), language, this.owner.timeZone);
    return html`<li>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.ticks.isTicked(day, product, quantity)}
          @change=${() => {
            this.ticks.toggle(day, product, quantity);
            this.owner.update();
          }}
        />
        <b class="quantity">${quantity}</b>
        <span class="product">${name}</span>
      </label>
      <ul class="by-slot">
        ${bySlot.map(slot => html`<li>${messages.atTime(at(slot.startsAt), slot.quantity)}</li>`)}
      </ul>
      ${grown > 0 ? html`<p class="badge urgent">${messages.quantityGrew(grown)}</p>` : nothing}
    </li>`;
  }

  private print(lines: readonly PreparationLine[]): void {
    this.owner.print({kind: 'preparation', day: this.days.day, lines});
  }

  /** Orders have come or gone: the list is another one. */
  private follow(): void {
    const orders = this.watch.orders.map(({id, state}) => id + state).join();
    if (orders === this.seen || this.loading.isBusy) return;
    const isFirst = this.seen === '';
    this.seen = orders;
    // not while rendering
    if (!isFirst) void Promise.resolve().then(() => this.load());
  }

  private load(): Promise<boolean> {
    return this.loading.run(async () => {
      const {day} = this.days;
      this.lines = await this.owner.api.preparation(day);
      this.linesOf = day;
      this.updatedAt = this.owner.now();
      // the day was changed while this was on its way
      if (day !== this.days.day) void Promise.resolve().then(() => this.load());
    });
  }
}
