import type {Order} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {HubError} from '../api/hub-error.js';
import type {DeskPart, DeskTab} from '../desk/desk-part.js';
import {LocalOrderReceivedEvent, LocalOrdersWaitingEvent} from '../events.js';
import type {OrderLink} from '../inbox/inbox-context.js';
import type {Connection} from '../live/live-line.js';
import type {Messages} from '../locales/index.js';
import {Action} from '../state/action.js';
import type {DeskOwner} from '../state/desk-owner.js';
import type {Lazily} from '../state/lazily.js';
import {icon, BAG, CLOCK, LIST, PAUSE, TAG} from '../templates/icons.js';
import {whenOf} from './order-facts.js';
import {OrderWatch} from './order-watch.js';
import {OrdersView} from './orders-view.js';
import {pauseBanner} from './pause-banner.js';

/** Milliseconds between two reminders of orders that wait. */
const REMIND = 60_000;

/** The orders of a shop, kept up to date, and what follows from them for a day of work. */
export class OrdersPart implements DeskPart, OrderLink {
  /** Orders, the preparation list, the slots, the catalogue. */
  readonly tabs: readonly DeskTab[];
  refusal: HubError | undefined;

  private readonly watch: OrderWatch;
  private readonly ordersView: OrdersView;
  private readonly pausing: Action;
  private told = 0;
  private rungAt = 0;

  constructor(
    private readonly owner: DeskOwner,
    lazily: Lazily,
  ) {
    this.pausing = new Action(owner);
    this.watch = new OrderWatch(owner, {
      received: orders => this.receive(orders),
      refused: error => this.refuse(error),
    });
    this.ordersView = new OrdersView(owner, this.watch);
    this.tabs = [
      {
        part: this,
        name: 'orders',
        icon: BAG,
        label: messages => messages.tabOrders,
        count: messages => ({number: this.waiting, words: messages.waitingCount(this.waiting)}),
        view: this.ordersView,
      },
      {
        part: this,
        name: 'preparation',
        icon: LIST,
        label: messages => messages.tabPreparation,
        view: lazily('the preparation list', async () => {
          const {PreparationView} = await import('../preparation.js');
          return new PreparationView(owner, this.watch);
        }),
      },
      {
        part: this,
        name: 'slots',
        icon: CLOCK,
        label: messages => messages.tabSlots,
        view: lazily('the slots', async () => {
          const {SlotsView} = await import('../slots.js');
          return new SlotsView(owner);
        }),
      },
      {
        part: this,
        name: 'catalogue',
        icon: TAG,
        label: messages => messages.tabCatalogue,
        view: lazily('the catalogue', async () => {
          const {CatalogueView} = await import('../catalogue.js');
          return new CatalogueView(owner);
        }),
      },
    ];
  }

  /** Orders that nobody has accepted yet. */
  get waiting(): number {
    return this.watch.waiting;
  }

  get connection(): Connection {
    return this.watch.live.connection;
  }

  start(): void {
    this.watch.live.start();
  }

  stop(): void {
    this.watch.live.stop();
  }

  wake(): void {
    this.watch.live.wake();
  }

  lose(): void {
    this.watch.live.lose();
  }

  tick(): void {
    this.watch.checkDay();
    const now = this.owner.now().getTime();
    if (this.waiting === 0 || now - this.rungAt < REMIND) return;
    this.rungAt = now;
    this.owner.ring();
  }

  /** Whoever listens learns how many wait. */
  rendered(): void {
    if (this.waiting === this.told) return;
    this.told = this.waiting;
    this.owner.emit(new LocalOrdersWaitingEvent({count: this.told}));
  }

  find(id: string): Order | undefined {
    return this.watch.store.get(id);
  }

  show(id: string): void {
    this.owner.open('orders');
    this.ordersView.reveal(id);
  }

  tools(): TemplateResult | typeof nothing {
    const {messages} = this.owner.words();
    const {profile} = this.owner;
    if (!profile || profile.isPaused) return nothing;
    return html`<button
      class="button pause"
      type="button"
      aria-label=${messages.pause}
      aria-disabled=${this.pausing.isBusy ? 'true' : 'false'}
      @click=${() => this.setPaused(true)}
    >
      ${icon(PAUSE)} ${messages.pauseShort}
    </button>`;
  }

  banner(): TemplateResult | typeof nothing {
    const {messages} = this.owner.words();
    const {profile} = this.owner;
    return profile
      ? pauseBanner(profile, this.pausing, messages, () => this.setPaused(false))
      : nothing;
  }

  offlineHint(messages: Messages): string {
    return messages.offlineHint;
  }

  private setPaused(isPaused: boolean): void {
    const {owner} = this;
    void this.pausing.run(async () => {
      await owner.api.changeSettings({isPaused});
      const {messages} = owner.words();
      owner.say(isPaused ? messages.paused : messages.resumed);
      await owner.reloadProfile({isPaused});
    });
  }

  private receive(orders: readonly Order[]): void {
    const {owner} = this;
    const words = owner.words();
    const moment = {timeZone: owner.timeZone, now: owner.now(), today: owner.today()};
    const [order] = orders;
    if (!order) return;
    this.rungAt = moment.now.getTime();
    owner.ring();
    owner.say(
      orders.length > 1
        ? words.messages.newOrders(orders.length)
        : words.messages.newOrder(order.code, whenOf(order, moment, words)),
    );
    for (const each of orders) owner.emit(new LocalOrderReceivedEvent(each));
  }

  private refuse(error: HubError): void {
    if (this.owner.isSignedOut(error)) return;
    this.refusal = error;
    this.owner.update();
  }
}
