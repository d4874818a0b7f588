import {LazyPart, LocalElement, mailUrl, property, telUrl, webUrl} from '@local-widgets/core';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {ChatPart} from './chat-part.js';
import {entryName} from './entry-name.js';
import {browserEnvironment, type ChatEnvironment} from './environment.js';
import {styles} from './local-chat.styles.js';
import {chatMessages, type Messages, type Words} from './locales/index.js';
import {takeWishes, type WantedShop} from './map-wishes.js';
import type {ChatSettings} from './settings.js';

/**
 * Where the chat stands: button and panel in the window's corner; a button in the page's flow whose panel
 * opens in the corner; both in the page's flow.
 */
export type ChatLayout = 'launcher' | 'button' | 'inline';

/** What a link that opens a conversation on another device ends with. */
const LINK = /^#local-chat=([\w-]{1,200})$/;

/**
 * Talk with a shop or the town hall, or with neighbours in a room. The button is small, asks nobody and
 * stores nothing; a click opens the panel. All elements of a page that name the same hub share one
 * connection.
 *
 * @summary A human on the other end: talk with a shop, the town hall, or neighbours.
 * @tag local-chat
 *
 * @slot - What to show without JavaScript, and when the chat cannot be opened: a phone number, a link.
 *
 * @event {LocalChatOpenEvent} local-chat-open - A person opened the panel.
 * @event {LocalChatCloseEvent} local-chat-close - A person closed the panel.
 * @event {LocalChatMessageEvent} local-chat-message - A message was sent here, or came; ids only.
 *
 * @csspart launcher - The button that opens the panel.
 * @csspart panel - The panel that a click opens.
 * @csspart log - The messages.
 * @csspart field - Where one writes.
 *
 * @cssproperty [--local-color-accent] - Main buttons, links, one's own messages.
 * @cssproperty [--local-color-on-accent] - Text on the accent colour.
 * @cssproperty [--local-color-surface] - Background of the panel and its fields.
 * @cssproperty [--local-color-text] - Text on that background.
 * @cssproperty [--local-color-muted] - Secondary text.
 * @cssproperty [--local-color-border] - Lines and outlines.
 * @cssproperty [--local-color-focus] - Outline of what has the keyboard.
 * @cssproperty [--local-color-open] - Somebody is there; what went well.
 * @cssproperty [--local-color-closed] - What is wrong, or not sent.
 * @cssproperty [--local-radius] - Rounding of corners.
 * @cssproperty [--local-space] - Distance between parts.
 *
 * @example
 * ```html
 * <local-chat hub="https://hub.example" shop="mairie" phone="02 33 00 00 00">
 *   <a href="tel:+33233000000">Appeler la mairie : 02 33 00 00 00</a>
 * </local-chat>
 * ```
 */
export class LocalChat extends LocalElement {
  static override styles: CSSResultGroup = [LocalElement.styles, styles];

  /** Address of the hub that carries the messages. Without it, the panel tells phone, e-mail and hours. */
  @property() hub = '';

  /**
   * Id of the shop or town hall at the hub; without it, the element answers the cards of a shops map
   * only, for every shop of its hub.
   */
  @property() shop: string | null = null;

  /** Name of a public room at the hub, where neighbours meet; without it, one talks with the shop. */
  @property() room = '';

  /**
   * `launcher`: a button in the corner of the window; `button`: one in the page's flow, whose panel opens in
   * the corner; `inline`: all of it in the page's flow.
   */
  @property() layout: ChatLayout = 'launcher';

  /** What the button says. */
  @property() label = '';

  /** Name of the shop or town hall, where no hub tells it. */
  @property({attribute: 'shop-name'}) shopName = '';

  /** Telephone, one tap away whatever happens. */
  @property() phone = '';

  /** E-mail address, one tap away whatever happens. */
  @property() email = '';

  /** When somebody is there, in your own words; shown where no hub tells it. */
  @property({attribute: 'opening-hours'}) openingHours = '';

  /** The outer world, replaced in tests. */
  @property({attribute: false}) environment: ChatEnvironment = browserEnvironment;

  private readonly panel = new LazyPart<ChatPart>(
    this,
    async () => {
      const links = {words: () => this.words, emit: (event: Event) => void this.emit(event)};
      if (this.settings.hub) return (await import('./panel.js')).panelIn(this, links);
      return (await import('./contact.js')).contactIn(this, links);
    },
    'the panel',
  );

  constructor() {
    super();
    let stopTaking: (() => void) | undefined;
    this.addController({
      hostConnected: () => {
        stopTaking = takeWishes(this);
        // attributes come after it where a script makes the element
        if (this.hasUpdated) this.takeUp();
      },
      hostDisconnected: () => {
        stopTaking?.();
        this.panel.part?.leave();
      },
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('hub')) {
      if (this.hub && !this.settings.hub) {
        this.warn(
          `hub="${this.hub}" is not an http or https address: nobody can be reached by it.`,
        );
      }
      this.panel.part?.leave();
      this.panel.part = undefined;
    }
    void chatMessages.load(this.language.tag)?.then(() => this.requestUpdate());
  }

  protected override firstUpdated(): void {
    this.takeUp();
  }

  /** Opens the panel as a click on the button would. */
  async open(): Promise<void> {
    await this.openFor(this.settings);
  }

  /** Closes the panel; what was written in it stays. */
  close(): void {
    this.panel.part?.close();
  }

  /**
   * Opens the panel for a shop, as the card of a shops map asks for it; what it knows of the shop stands
   * in where the hub does not answer.
   */
  async talkTo(wanted: WantedShop): Promise<void> {
    await this.openFor({
      ...this.settings,
      shop: wanted.id,
      name: wanted.name ?? this.shopName,
      phone: wanted.telephone ?? this.phone,
      email: wanted.email ?? this.email,
    });
  }

  override render(): TemplateResult {
    // its sentences are on their way
    if (!this.hasUpdated && chatMessages.load(this.language.tag)) return html`<slot></slot>`;
    const {messages, language} = this.words;
    const {failed, loading, part} = this.panel;
    const {layout} = this;
    const isFlow = layout === 'inline' || layout === 'button';
    return html`<div class=${isFlow ? 'flow' : 'corner'} lang=${language}>
        ${
          layout === 'inline' && part?.isOpen
            ? nothing
            : this.hasButton
              ? this.buttonPart(messages)
              : html`<slot></slot>`
        }
        <div role="status">
          ${
            loading
              ? html`<span class="visually-hidden">${messages.opening}</span>`
              : failed
                ? html`<p class="note">${messages.openFailed}</p>`
                : nothing
          }
        </div>
        ${failed ? this.contactPart(messages) : nothing}
      </div>
      ${part?.template() ?? nothing}`;
  }

  /** For a shop, a room or ways to get in touch of its own, or for what was begun. */
  private get hasButton(): boolean {
    const {hub, shop, room, phone, email, openingHours, panel} = this;
    const hasWays = phone || email || openingHours;
    return shop !== null || Boolean(room || (!hub && hasWays) || panel.part?.isUsed);
  }

  private buttonPart(messages: Messages): TemplateResult {
    const {part} = this.panel;
    const {room, shopName} = this;
    const unread = part?.unread ?? 0;
    const isOpen = part?.isOpen ?? false;
    const usual = room ? messages.joinRoom : !this.hub ? messages.contact : messages.talk;
    return html`<button
      class="button primary launcher"
      part="launcher"
      type="button"
      aria-expanded=${isOpen}
      aria-controls=${isOpen ? 'panel' : nothing}
      aria-busy=${this.panel.loading !== undefined}
      @click=${() => (isOpen ? this.close() : void this.open())}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 5h16v11H10l-5 4v-4H4z"></path>
      </svg>
      <span
        >${this.label || usual}${
          shopName && !this.label
            ? html`<span class="visually-hidden">, ${shopName}</span>`
            : nothing
        }</span
      >${
        unread > 0
          ? html`<span class="count" aria-hidden="true">${unread}</span
              ><span class="visually-hidden">, ${messages.unread(unread)}</span>`
          : nothing
      }
    </button>`;
  }

  /** The panel's file could not be had: there are other ways. */
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

  /** Goes on with what the person began on an earlier page, or on another device. */
  private takeUp(): void {
    const {settings} = this;
    const {hub} = settings;
    if (!hub) return;
    const token = this.room ? undefined : LINK.exec(location.hash)?.[1];
    if (token) void this.panel.ask().then(part => part?.follow?.(settings, token));
    else if (this.hasTalked(hub)) void this.panel.ask().then(part => part?.resume(settings));
  }

  private hasTalked(hub: string): boolean {
    try {
      return this.environment.storage()?.getItem(entryName(hub)) != null;
    } catch {
      // a browser that keeps nothing
      return false;
    }
  }

  private async openFor(settings: ChatSettings): Promise<void> {
    const part = await this.panel.ask();
    if (this.isConnected) part?.open(settings);
  }

  private get words(): Words {
    return chatMessages.for(this.language.tag);
  }

  private get settings(): ChatSettings {
    const {room, layout, shopName, phone, email, openingHours} = this;
    const hub = webUrl(this.hub || undefined, this.ownerDocument.baseURI) ?? '';
    return {
      hub: hub.replace(/\/+$/, ''),
      shop: this.shop ?? '',
      room,
      isInline: layout === 'inline',
      name: shopName,
      phone,
      email,
      openingHours,
    };
  }
}
