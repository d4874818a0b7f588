import {isUndo} from '@local-widgets/model';
import type {Order, OrderState} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {HubError} from '../api/hub-error.js';
import {dayName} from '../format/days.js';
import type {DeskOwner, DeskView} from '../state/desk-owner.js';
import {icon, PRINTER} from '../templates/icons.js';
import {orderCard} from './order-card.js';
import type {OrderWatch} from './order-watch.js';
import {Refusal} from './refusal.js';
import {
  countOf,
  isFound,
  sectionOf,
  sectionsOf,
  type DayGroup,
  type SectionName,
} from './sections.js';
import {TapGuard} from './tap-guard.js';

/** The orders by what is to be done with them. */
export class OrdersView implements DeskView {
  private find = '';
  private isDoneOpen = false;
  private readonly taps = new TapGuard();
  private readonly refusal: Refusal;

  constructor(
    private readonly owner: DeskOwner,
    private readonly watch: OrderWatch,
  ) {
    this.refusal = new Refusal(owner, (id, to, reason) => void this.change(id, to, reason));
  }

  template(): TemplateResult {
    const {owner, watch} = this;
    const {messages} = owner.words();
    if (!watch.hasLoaded) return html`<p class="wait">${messages.loading}</p>`;
    const all = watch.orders;
    const shown = this.find ? all.filter(order => isFound(order, this.find)) : all;
    const {received, accepted, ready, done} = sectionsOf(shown, owner.timeZone);
    return html`<div class="toolbar">
        <label class="find">
          <span>${messages.findHint}</span>
          <input
            class="field"
            type="search"
            autocomplete="off"
            placeholder=${messages.find}
            @input=${this.handleFind}
          />
        </label>
        <button class="button" type="button" @click=${this.handlePrint}>
          ${icon(PRINTER)} <span class="words">${messages.printAll}</span>
        </button>
      </div>
      ${this.find && shown.length === 0 ? html`<p class="wait" role="status">${messages.noMatch}</p>` : nothing}
      <div class="columns">
        ${this.section('received', messages.received, received, messages.emptyReceived)}
        ${this.section('accepted', messages.accepted, accepted, messages.emptyAccepted)}
        ${this.section('ready', messages.ready, ready, messages.emptyReady)}
      </div>
      ${this.done(done)}`;
  }

  /** Brings one order into sight, and the keyboard to it. */
  reveal(id: string): void {
    const order = this.watch.store.get(id);
    if (order && sectionOf(order.state) === 'done') this.isDoneOpen = true;
    this.owner.focus(`#order-${id}`);
  }

  private section(
    name: SectionName,
    title: string,
    groups: readonly DayGroup[],
    empty: string,
  ): TemplateResult {
    const count = countOf(groups);
    return html`<section class="column" data-section=${name} aria-labelledby="title-${name}">
      <h3 id="title-${name}" tabindex="-1">${title} <span class="count">${count}</span></h3>
      ${count === 0 ? html`<p class="empty">${empty}</p>` : groups.map(group => this.dayOf(group))}
    </section>`;
  }

  /** A day has its name above it, unless it is today. */
  private dayOf({day, orders}: DayGroup): TemplateResult {
    const {messages, language} = this.owner.words();
    const today = this.owner.today();
    return html`${
        day === today
          ? nothing
          : html`<p class="day">${dayName(day, today, messages, language)}</p>`
      }
      <ul class="orders" aria-label=${dayName(day, today, messages, language)}>
        ${repeat(
          orders,
          ({id}) => id,
          order => this.card(order),
        )}
      </ul>`;
  }

  private done(groups: readonly DayGroup[]): TemplateResult {
    const {messages} = this.owner.words();
    const count = countOf(groups);
    return html`<details
      class="done"
      ?open=${this.isDoneOpen || (this.find !== '' && count > 0)}
      @toggle=${({currentTarget}: Event) =>
        (this.isDoneOpen = (currentTarget as HTMLDetailsElement).open && this.find === '')}
    >
      <summary id="title-done">${messages.doneToday(count)}</summary>
      <div class="columns">${groups.map(group => this.dayOf(group))}</div>
    </details>`;
  }

  private card(order: Order): TemplateResult {
    const {owner, refusal, watch} = this;
    const {store} = watch;
    const moment = {timeZone: owner.timeZone, now: owner.now(), today: owner.today()};
    return orderCard(
      {
        ...owner.words(),
        ...moment,
        order,
        isBusy: store.isBusy(order.id),
        failure: store.failed.get(order.id),
        sentenceOf: error => owner.sentenceOf(error),
        refusal: refusal.order === order.id ? refusal.template(order) : undefined,
      },
      {
        change: (to, event) => {
          if (this.taps.accepts(event as UIEvent)) void this.change(order.id, to, undefined, event);
        },
        refuse: () => refusal.open(order),
        retry: () => {
          const failure = store.failed.get(order.id);
          if (failure) void this.change(order.id, failure.to, failure.reason);
        },
        print: () => owner.print({kind: 'tickets', orders: [order]}),
      },
    );
  }

  /** Shows the change at once, asks the hub for it, and takes it back when the hub does not agree. */
  private async change(id: string, to: OrderState, reason?: string, event?: Event): Promise<void> {
    const {owner, watch} = this;
    const {store} = watch;
    const before = store.get(id);
    if (!before || !store.want(id, to)) return;
    // whoever came by keyboard goes on with the same order
    if ((event as UIEvent | undefined)?.detail === 0)
      owner.focus(`#order-${id} .next, .notice button`);
    owner.update();
    const {messages} = owner.words();
    try {
      const change = {to, from: before.state, ...(reason && {reason})};
      store.confirm(await owner.api.changeOrder(id, change));
      const sentence = messages.changed(before.code, messages.states[to]);
      const canUndo = isUndo(to, before.state);
      owner.offerUndo(sentence, canUndo ? () => void this.change(id, before.state) : undefined);
    } catch (error) {
      const failure = error instanceof HubError ? error : new HubError('unreadable');
      store.takeBack(id, {to, error: failure, ...(reason && {reason})});
      if (failure.code === 'wrong-state' || failure.status === 404) watch.live.reload();
      owner.update();
    }
  }

  private readonly handleFind = (event: Event): void => {
    this.find = (event.target as HTMLInputElement).value.trim();
    this.owner.update();
  };

  private readonly handlePrint = (): void => {
    const open = this.watch.orders.filter(({state}) =>
      ['received', 'accepted', 'ready'].includes(state),
    );
    this.owner.print({kind: 'orders', orders: open});
  };
}
