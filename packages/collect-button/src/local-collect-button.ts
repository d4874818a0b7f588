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
 * @label Commander et retirer | Click and collect
 * @help Un bouton pour commander à un commerce, choisir un créneau de retrait et payer sur place. Sans
 *   serveur, la commande part par téléphone ou par courriel. | A button to order from a shop, choose a time
 *   to collect and pay there. Without a server the order goes by phone or e-mail.
 * @category orders
 * @keywords commande, retrait, panier, click and collect, drive | order, collect, basket, click and
 *   collect, pickup
 * @icon cart M8 3 5 9H2l2 12h16l2-12h-3l-3-6h-2.2l3 6H7.2l3-6z
 * @height 2.75rem
 * @fallback Commander par téléphone | Order by phone
 * @needs hub
 * @needs phone
 * @needs email
 * @privacy Le bouton de commande ne dépose aucun cookie et ne garde rien avant votre premier clic. Votre
 *   panier, puis votre commande tant qu’elle n’est pas reçue, sont gardés sur votre appareil, 30 jours au
 *   plus. Vos coordonnées ne sont transmises qu’au commerce, par le serveur de commandes, quand vous
 *   validez. | The order button sets no cookie and keeps nothing before your first click. Your basket, then
 *   your order until it is received, are kept on your device, for 30 days at most. Your contact details go
 *   to the shop only, through the order server, when you confirm.
 * @origin sdk
 *   csp: script-src
 *   phase: load
 *   when: à l’ouverture de la page | when the page opens
 *   why: charger les fichiers du bouton ; rien d’autre n’est transmis | load the files of the button;
 *     nothing else is told
 *   avoid: copiez les fichiers sur votre propre site | copy the files to your own site
 * @origin attribute hub
 *   csp: connect-src
 *   phase: action
 *   when: le visiteur ouvre le catalogue ou commande, et à la page suivante si une commande attend encore
 *     son envoi | the visitor opens the catalogue or orders, and on the next page while an order waits to
 *     be sent
 *   why: lire le catalogue et les créneaux, envoyer la commande | read catalogue and times, send the order
 *   avoid: laissez l’adresse vide : on commande par téléphone ou par courriel | leave the address empty:
 *     orders go by phone and e-mail
 * @origin data
 *   csp: img-src
 *   phase: action
 *   when: le visiteur ouvre un catalogue qui a des photos | the visitor opens a catalogue that has photos
 *   why: montrer les photos des produits | show the photos of products
 *   avoid: n’ajoutez pas de photos au catalogue | have no photos in the catalogue
 * @storage local local-widgets:basket:{hub}|{shop}
 *   written: le visiteur met un produit dans le panier | the visitor puts something into the basket
 *   purpose: retrouver le panier d’une page à l’autre | find the basket again from page to page
 *   lifetime: jusqu’à la commande ou au vidage du panier, 30 jours au plus | until the order or the
 *     emptying of the basket, 30 days at most
 * @storage local local-widgets:order:{hub}|{shop}
 *   written: le visiteur envoie sa commande | the visitor sends the order
 *   purpose: ne perdre ni doubler une commande si le réseau est mauvais, puis retrouver son code de
 *     retrait | neither lose nor double an order on a bad network, then find its code again
 *   lifetime: coordonnées : jusqu’à la réponse du serveur ; code et créneau : jusqu’au lendemain du
 *     retrait ; 30 jours au plus | contact details: until the answer of the server; code and time: until
 *     the day after collection; 30 days at most
 * @permission clipboard-write
 *   when: le visiteur copie sa commande pour l’envoyer lui-même | the visitor copies the order to send it
 *     themselves
 *   why: le copier dans le presse-papiers | put it on the clipboard
 * @trusted lit-html
 *   when: toujours | always
 * @trusted local-widgets
 *   when: avec la balise script | with the script tag
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
   *
   * @label Adresse du serveur | Address of the server
   * @kind url
   * @help Adresse du serveur de commandes de la commune ou du commerce, ou de la boutique WooCommerce.
   *   Vide : on commande par téléphone ou par courriel. | Address of the town’s or the shop’s order server,
   *   or of the WooCommerce site. Empty: orders go by phone and e-mail.
   * @example https://commandes.commune.example
   */
  @property() hub = '';

  /**
   * Id of the shop at the hub; without it, the button answers the cards of a shops map only.
   *
   * @label Commerce | Shop
   * @help Identifiant du commerce sur ce serveur. Vide : le bouton n’est pas montré, il répond aux fiches
   *   de la carte des commerces. | Id of the shop at that server. Empty: no button is shown, it answers the
   *   cards of the shops map.
   * @example boulangerie-lecourbe
   */
  @property() shop: string | null = null;

  /**
   * Id of one product, which a click puts into the basket; without it, the whole catalogue is offered.
   *
   * @label Produit | Product
   * @help Identifiant d’un produit, que le clic met dans le panier. Vide : le clic ouvre tout le catalogue.
   *   | Id of one product, which a click puts into the basket. Empty: a click opens the whole catalogue.
   * @example pain-de-campagne
   */
  @property() product = '';

  /**
   * What the button says.
   *
   * @label Texte du bouton | Text of the button
   * @help Ce que dit le bouton. Vide : « Commander », ou « Ajouter au panier » pour un produit. | What the
   *   button says. Empty: “Order”, or “Add to basket” for a product.
   * @example Commander et retirer
   */
  @property() label = '';

  /**
   * Who takes the orders at `hub`: `hub` or `woocommerce`.
   *
   * @label Logiciel du serveur | Software of the server
   * @option hub - Serveur local-widgets | local-widgets server
   * @option woocommerce - Boutique WooCommerce | WooCommerce shop
   * @help Ce qui prend les commandes à l’adresse du serveur. | What takes the orders at the address of the
   *   server.
   * @with hub
   * @group advanced
   */
  @property({attribute: 'back-end'}) backEnd: BackEndName = 'hub';

  /**
   * Name of the shop, where no hub tells it.
   *
   * @label Nom du commerce | Name of the shop
   * @help À remplir sans serveur ou avec WooCommerce ; autrement, c’est le serveur qui le donne. | To be
   *   filled in without a server or with WooCommerce; else the server tells it.
   * @example Le Fournil du Perche
   */
  @property({attribute: 'shop-name'}) shopName = '';

  /**
   * Telephone of the shop, for when nobody can take the order online.
   *
   * @label Téléphone | Telephone
   * @kind tel
   * @help Pour commander de vive voix quand la commande en ligne n’est pas possible. | To order by voice
   *   when nobody can take the order online.
   * @example 02 33 00 00 00
   */
  @property() phone = '';

  /**
   * E-mail address of the shop, for when nobody can take the order online.
   *
   * @label Adresse électronique | E-mail address
   * @kind email
   * @help Pour commander par courriel quand la commande en ligne n’est pas possible. | To order by mail
   *   when nobody can take the order online.
   * @example bonjour@fournil.example
   */
  @property() email = '';

  /**
   * Address of the terms of sale, where no hub tells it (WooCommerce).
   *
   * @label Conditions de vente | Terms of sale
   * @kind url
   * @help Adresse de vos conditions générales de vente, à donner avec WooCommerce ; sinon le serveur les
   *   donne. | Address of your terms of sale, to be given with WooCommerce; else the server tells it.
   * @example https://boutique.example/cgv
   * @group advanced
   */
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
