import {LazyPart, LocalElement, mailUrl, property, telUrl, webUrl} from '@local-widgets/core';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import {pageShop, shopKey, type PageShop} from './basket/page-shop.js';
import {ShopWatch} from './basket/shop-watch.js';
import type {CollectDialog} from './dialog/collect-dialog.js';
import {browserEnvironment, type CollectEnvironment} from './environment.js';
import {LocalBasketChangeEvent} from './events.js';
import {styles} from './local-collect-button.styles.js';
import {collectMessages, type Messages} from './locales/index.js';
import {takeOrders, type WantedShop} from './map-orders.js';
import type {BackEndName, CollectSettings} from './settings.js';

/**
 * Order from a shop, collect and pay at the counter. The button is small and asks nobody anything; a
 * click opens a dialog with the catalogue, pickup times, contact and review. All buttons of a page that
 * name the same shop share one basket.
 *
 * @summary Click and collect from a shop near here.
 * @tag local-collect-button
 *
 * @slot - What to show without JavaScript, and when nobody can take the order: a phone number, a list.
 *
 * @event {LocalBasketChangeEvent} local-basket-change - A person changed the basket of a shop.
 * @event {LocalOrderPlacedEvent} local-order-placed - The shop has the order.
 *
 * @csspart button - The button.
 * @csspart dialog - The dialog that a click opens.
 *
 * @cssproperty [--local-color-accent] - Main buttons, links, what is chosen.
 * @cssproperty [--local-color-on-accent] - Text on the accent colour.
 * @cssproperty [--local-color-surface] - Background of the dialog and its fields.
 * @cssproperty [--local-color-text] - Text on that background.
 * @cssproperty [--local-color-muted] - Secondary text.
 * @cssproperty [--local-color-border] - Lines and outlines.
 * @cssproperty [--local-color-focus] - Outline of what has the keyboard.
 * @cssproperty [--local-color-open] - What went well.
 * @cssproperty [--local-color-closed] - What is wrong, or not sent yet.
 * @cssproperty [--local-radius] - Rounding of corners.
 * @cssproperty [--local-space] - Distance between parts.
 *
 * @example
 * ```html
 * <local-collect-button hub="https://hub.example" shop="fournil" product="pain-de-campagne">
 *   <a href="tel:+33233000000">Commander au 02 33 00 00 00</a>
 * </local-collect-button>
 * ```
 */
export class LocalCollectButton extends LocalElement {
  static override styles: CSSResultGroup = [LocalElement.styles, styles];

  /**
   * Address of the hub, or of the WooCommerce site, that takes the orders. Without it, orders go by
   * phone and e-mail.
   */
  @property() hub = '';

  /** Id of the shop at the hub; without it, the button answers the cards of a shops map only. */
  @property() shop: string | null = null;

  /** Id of one product, which a click puts into the basket; without it, the whole catalogue is offered. */
  @property() product = '';

  /** What the button says. */
  @property() label = '';

  /** Who takes the orders at `hub`: `hub` or `woocommerce`. */
  @property({attribute: 'back-end'}) backEnd: BackEndName = 'hub';

  /** Name of the shop, where no hub tells it. */
  @property({attribute: 'shop-name'}) shopName = '';

  /** Telephone of the shop, for when nobody can take the order online. */
  @property() phone = '';

  /** E-mail address of the shop, for when nobody can take the order online. */
  @property() email = '';

  /** Address of the terms of sale, where no hub tells it (WooCommerce). */
  @property({attribute: 'terms-url'}) termsUrl = '';

  /** The outer world, replaced in tests. */
  @property({attribute: false}) environment: CollectEnvironment = browserEnvironment;

  private readonly dialog = new LazyPart<CollectDialog>(
    this,
    async () => {
      const {CollectDialog} = await import('./dialog.js');
      return new CollectDialog(this, {
        words: () => collectMessages.for(this.language.tag),
        emit: event => this.emit(event),
      });
    },
    'the dialog',
  );
  private readonly watch = new ShopWatch(
    this,
    () => this.pageShop(),
    shop => {
      if (!this.watch.isSpeaker || shop.order.get()?.state !== 'waiting') return;
      // an earlier page left an order that no answer came for
      void this.dialog.ask().then(dialog => dialog?.resume(this.settingsFor()));
    },
  );

  constructor() {
    super();
    let stopTaking: (() => void) | undefined;
    this.addController({
      hostConnected: () => {
        stopTaking = takeOrders(this);
      },
      hostDisconnected: () => {
        stopTaking?.();
        this.dialog.part?.leave();
      },
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('hub') && this.hub && !this.settingsFor().hub) {
      this.warn(
        `hub="${this.hub}" is not an http or https address: orders go by phone and e-mail.`,
      );
    }
    void collectMessages.load(this.language.tag)?.then(() => this.requestUpdate());
  }

  /** Opens the dialog as a click on the button would, without putting anything into the basket. */
  async open(): Promise<void> {
    await this.openFor(this.settingsFor(), this.product);
  }

  /**
   * Opens the dialog with the whole catalogue of a shop, as the card of a shops map asks for it; what
   * it knows of the shop stands in where the hub does not answer.
   */
  async orderFrom(wanted: WantedShop): Promise<void> {
    await this.openFor(this.settingsFor(wanted), '');
  }

  override render(): TemplateResult {
    // its sentences are on their way
    if (!this.hasUpdated && collectMessages.load(this.language.tag)) return html`<slot></slot>`;
    const {messages, language} = this.words;
    const {failed, loading, part} = this.dialog;
    const hasFace = this.shop !== null || this.backEnd === 'woocommerce' || !this.hub;
    return html`<div class="face" lang=${language}>
        ${hasFace ? this.buttonPart(messages) : html`<slot></slot>`}
        <p class="note" role="status">
          ${
            loading
              ? html`<span class="visually-hidden">${messages.opening}</span>`
              : failed
                ? messages.openFailed
                : this.orderNote(messages)
          }
        </p>
        ${failed ? this.contactPart(messages) : nothing}
      </div>
      ${part?.template() ?? nothing}`;
  }

  private buttonPart(messages: Messages): TemplateResult {
    const {product} = this;
    const basket = this.watch.current?.basket;
    const count = (product ? basket?.quantityOf(product) : basket?.count) ?? 0;
    const said = product ? messages.thisInBasket(count) : messages.inBasket(count);
    return html`<button
      class="button primary"
      part="button"
      type="button"
      aria-haspopup="dialog"
      aria-busy=${this.dialog.loading !== undefined}
      @click=${() => this.handleClick()}
    >
      ${this.label || (product ? messages.add : messages.order)}${
        count > 0
          ? html`<span class="count" aria-hidden="true">${count}</span
              ><span class="visually-hidden">, ${said}</span>`
          : nothing
      }
    </button>`;
  }

  /** What became of the order of this device, told by one button of the page. */
  private orderNote(messages: Messages): TemplateResult | typeof nothing {
    const order = this.watch.isSpeaker ? this.watch.current?.order.get() : undefined;
    const isRefused = !order && this.dialog.part?.hasNews;
    if (!order && !isRefused) return nothing;
    return html`${
        order?.state === 'placed'
          ? messages.placed(order.placed.code)
          : isRefused
            ? messages.refused
            : messages.notSent
      }
      <button class="button quiet" type="button" @click=${() => this.open()}>
        ${messages.see}
      </button>`;
  }

  /** The dialog's file could not be had: the shop can be reached all the same. */
  private contactPart(messages: Messages): TemplateResult {
    const {phone, email} = this;
    const tel = telUrl(phone);
    const mail = mailUrl(email);
    return html`<p class="contact">
      ${tel ? html`<a href=${tel}>${messages.call(phone)}</a>` : nothing}
      ${mail ? html`<a href=${mail}>${messages.write(email)}</a>` : nothing}
      <slot></slot>
    </p>`;
  }

  private handleClick(): void {
    const {product} = this;
    const shop = this.watch.current;
    if (product && shop?.basket.quantityOf(product) === 0) {
      shop.basket.put(product, 1);
      const {hub, shop: id} = this.settingsFor();
      const {lines, count} = shop.basket;
      this.emit(new LocalBasketChangeEvent({hub, shop: id, lines, count}));
    }
    void this.open();
  }

  private async openFor(settings: CollectSettings, product: string): Promise<void> {
    const dialog = await this.dialog.ask();
    if (this.isConnected) dialog?.open(settings, product);
  }

  private get words(): {messages: Messages; language: string} {
    return collectMessages.for(this.language.tag);
  }

  private pageShop(): PageShop | undefined {
    if (this.hub && this.shop === null && this.backEnd !== 'woocommerce') return undefined;
    return pageShop(this.settingsFor().key, this.environment, this.clock);
  }

  private settingsFor(wanted?: WantedShop): CollectSettings {
    const hub =
      webUrl(this.hub || undefined, this.ownerDocument.baseURI)?.replace(/\/+$/, '') ?? '';
    const shop = wanted?.id ?? this.shop ?? '';
    return {
      key: shopKey(hub, shop),
      hub,
      shop,
      backEnd: this.backEnd,
      name: this.shopName || (wanted?.name ?? ''),
      phone: this.phone || (wanted?.telephone ?? ''),
      email: this.email || (wanted?.email ?? ''),
      termsUrl: this.termsUrl,
    };
  }
}
