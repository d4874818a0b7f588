import {isoDateIn, type LocalElement} from '@local-widgets/core';
import type {Order, ShopProfile} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {DeskApi} from '../api/desk-api.js';
import type {HubError} from '../api/hub-error.js';
import type {Role} from '../api/types.js';
import type {DeskEnvironment} from '../environment.js';
import {LocalOrderReceivedEvent, LocalOrdersWaitingEvent} from '../events.js';
import type {OrderStore} from '../live/order-store.js';
import {whenOf} from '../orders/order-facts.js';
import {OrdersView, type OrdersOwner} from '../orders/orders-view.js';
import {Sound} from '../orders/sound.js';
import type {Paper} from '../print/paper.js';
import {Action} from '../state/action.js';
import type {DeskView, Words} from '../state/desk-owner.js';
import {LazyPart} from '../state/lazy-part.js';
import {icon, PAUSE} from '../templates/icons.js';
import {connectionTemplate, offlineTemplate} from './connection.js';
import {noticeTemplate, type Notice} from './notice.js';
import {OrderWatch} from './order-watch.js';
import {pauseBanner, soundButton} from './shop-state.js';
import {TABS, tabsTemplate, type TabName} from './tabs.js';

/** The element, as the desk of one shop knows it. */
export interface DeskHost {
  readonly element: LocalElement;
  environment(): DeskEnvironment;
  words(): Words;
  update(): void;
  sentenceOf(error: unknown): string;
  focus(selector: string): void;
  print(paper: Paper): void;
  emit(event: Event): void;
  /** The hub wants to know who this is. */
  signedOut(): void;
}

/** Milliseconds between two reminders of orders that wait. */
const REMIND = 60_000;

/** The desk of one shop: its orders, kept up to date, and its tabs. */
export class ShopDesk implements OrdersOwner {
  profile: ShopProfile | undefined;

  private readonly watch: OrderWatch;
  private readonly sound: Sound;
  private readonly orderTab: DeskView;
  private readonly parts: Record<Exclude<TabName, 'orders'>, LazyPart<DeskView>>;
  private readonly pausing: Action;
  private tab: TabName = 'orders';
  private notice: Notice | undefined;
  private refusal: HubError | undefined;
  private told = 0;
  private rungAt = 0;

  constructor(
    private readonly host: DeskHost,
    readonly api: DeskApi,
    readonly role: Role,
  ) {
    this.sound = new Sound(
      () => host.environment(),
      () => host.update(),
    );
    this.watch = new OrderWatch(this, {
      received: orders => this.receive(orders),
      refused: error => this.refuse(error),
    });
    this.orderTab = new OrdersView(this);
    this.pausing = new Action(this);
    const lazily = (name: string, load: () => Promise<DeskView>): LazyPart<DeskView> =>
      new LazyPart(host.element, load, name);
    this.parts = {
      preparation: lazily('the preparation list', async () => {
        const {PreparationView} = await import('../preparation.js');
        return new PreparationView(this);
      }),
      slots: lazily('the slots', async () => {
        const {SlotsView} = await import('../slots.js');
        return new SlotsView(this);
      }),
      catalogue: lazily('the catalogue', async () => {
        const {CatalogueView} = await import('../catalogue.js');
        return new CatalogueView(this);
      }),
      shop: lazily('the settings of the shop', async () => {
        const {ShopView} = await import('../shop.js');
        return new ShopView(this);
      }),
    };
  }

  get store(): OrderStore {
    return this.watch.store;
  }

  get orders(): readonly Order[] {
    return this.watch.store.orders;
  }

  get hasLoaded(): boolean {
    return this.watch.hasLoaded;
  }

  /** Orders that nobody has accepted yet. */
  get waiting(): number {
    return this.watch.waiting;
  }

  get timeZone(): string {
    return this.profile?.timeZone ?? 'Europe/Paris';
  }

  environment(): DeskEnvironment {
    return this.host.environment();
  }

  words(): Words {
    return this.host.words();
  }

  now(): Date {
    return this.host.element.clock.now();
  }

  today(): string {
    return isoDateIn(this.now(), this.timeZone);
  }

  update(): void {
    this.host.update();
  }

  say(sentence: string): void {
    this.offerUndo(sentence, undefined);
  }

  offerUndo(sentence: string, undo: (() => void) | undefined): void {
    this.notice = {sentence, undo};
    this.update();
  }

  sentenceOf(error: unknown): string {
    return this.host.sentenceOf(error);
  }

  focus(selector: string): void {
    this.host.focus(selector);
  }

  print(paper: Paper): void {
    this.host.print(paper);
  }

  reloadOrders(): void {
    this.watch.live.reload();
  }

  async reloadProfile(): Promise<void> {
    try {
      this.profile = await this.api.profile();
    } catch {
      // its name and zone are nice to have; the orders are what matters
    }
    this.update();
  }

  /** The element came into the page. */
  start(): void {
    // the shop's own clock first: days depend on it
    void this.reloadProfile().then(() => {
      if (this.host.element.isConnected) this.watch.live.start();
    });
  }

  /** The element left the page. */
  stop(): void {
    this.watch.live.stop();
    this.sound.close();
  }

  /** The network is back, or somebody looks again. */
  wake(): void {
    this.watch.live.wake();
  }

  lose(): void {
    this.watch.live.lose();
  }

  /** Somebody touched the page: sounds may be made from now on. */
  touched(): void {
    if (this.sound.isBlocked) void this.sound.unlock();
  }

  /** Time has passed. */
  tick(): void {
    this.watch.checkDay();
    const now = this.now().getTime();
    if (this.waiting > 0 && now - this.rungAt >= REMIND) {
      this.rungAt = now;
      this.sound.play();
    }
    this.update();
  }

  /** After each rendering: whoever listens learns how many wait. */
  tell(): void {
    if (this.waiting === this.told) return;
    this.told = this.waiting;
    this.host.emit(new LocalOrdersWaitingEvent({count: this.told}));
  }

  template(around: {title: unknown; account: unknown}): TemplateResult {
    const words = this.words();
    const {messages} = words;
    const {connection} = this.watch.live;
    const isPaused = this.profile?.isPaused ?? false;
    return html`<div class="head">
        <div class="names">
          ${around.title} ${connectionTemplate(connection, words, this.timeZone)}
        </div>
        <div class="tools">
          ${soundButton(this.sound, messages)}
          ${
            this.profile && !isPaused
              ? html`<button
                  class="button pause"
                  type="button"
                  aria-label=${messages.pause}
                  aria-disabled=${this.pausing.isBusy ? 'true' : 'false'}
                  @click=${() => this.setPaused(true)}
                >
                  ${icon(PAUSE)} ${messages.pauseShort}
                </button>`
              : nothing
          }
          ${around.account}
        </div>
      </div>
      ${this.profile ? pauseBanner(this.profile, this.pausing, messages, () => this.setPaused(false)) : nothing}
      ${offlineTemplate(connection, words, () => this.wake())}
      ${tabsTemplate({tabs: TABS, active: this.tab, waiting: this.waiting, messages}, tab => this.select(tab))}
      <div id="panel" class="panel" role="tabpanel" tabindex="-1" aria-labelledby="tab-${this.tab}">
        ${this.panel(messages.partFailed, messages.retry, messages.loading)}
      </div>
      ${noticeTemplate(this.notice, messages, () => {
        this.notice = undefined;
        this.focus(`#tab-${this.tab}`);
      })}`;
  }

  private panel(failed: string, retry: string, loading: string): unknown {
    if (this.refusal) {
      return html`<p class="problem" role="alert">${this.sentenceOf(this.refusal)}</p>`;
    }
    if (this.tab === 'orders') return this.orderTab.template();
    const part = this.parts[this.tab];
    if (part.part) return part.part.template();
    if (!part.failed) return html`<p class="wait" role="status">${loading}</p>`;
    return html`<div class="problem" role="alert">
      <p>${failed}</p>
      <button class="button" type="button" @click=${() => void part.ask()}>${retry}</button>
    </div>`;
  }

  private select(tab: TabName): void {
    this.tab = tab;
    this.focus(`#tab-${tab}`);
    if (tab === 'orders') return;
    const part = this.parts[tab];
    const isThere = part.part !== undefined;
    void part.ask().then(() => {
      if (isThere) part.part?.show?.();
      this.update();
    });
  }

  private setPaused(isPaused: boolean): void {
    void this.pausing.run(async () => {
      await this.api.changeSettings({isPaused});
      const {messages} = this.words();
      if (this.profile) this.profile = {...this.profile, isPaused};
      this.say(isPaused ? messages.paused : messages.resumed);
      await this.reloadProfile();
    });
  }

  private receive(orders: readonly Order[]): void {
    const words = this.words();
    const moment = {timeZone: this.timeZone, now: this.now(), today: this.today()};
    const [order] = orders;
    if (!order) return;
    this.rungAt = moment.now.getTime();
    this.sound.play();
    this.say(
      orders.length > 1
        ? words.messages.newOrders(orders.length)
        : words.messages.newOrder(order.code, whenOf(order, moment, words)),
    );
    for (const each of orders) this.host.emit(new LocalOrderReceivedEvent(each));
  }

  private refuse(error: HubError): void {
    if (error.status === 401) this.host.signedOut();
    else this.refusal = error;
    this.update();
  }
}
