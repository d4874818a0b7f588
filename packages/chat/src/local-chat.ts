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
 * @label Messages avec un commerce ou la mairie | Messages with a shop or the town hall
 * @help Un bouton pour écrire à un commerce ou à la mairie, ou un salon entre voisins. Le téléphone et
 *   l’adresse électronique restent proposés. | A button to write to a shop or the town hall, or a room for
 *   neighbours. Telephone and e-mail address are always offered.
 * @category messages
 * @keywords messages, discussion, contact, mairie, salon | messages, chat, contact, town hall, room
 * @icon format-chat M4 5h16v11H10l-5 4v-4H4z
 * @height 0
 * @fallback Nous contacter | Contact us
 * @needs hub shop
 * @needs phone
 * @needs email
 * @privacy Le module de messages ne dépose aucun cookie et ne garde rien avant votre premier message.
 *   Ensuite, un secret qui vous identifie sans nom et les messages pas encore envoyés sont gardés sur votre
 *   appareil, 90 jours au plus sans visite ; vous pouvez tout effacer depuis le panneau. Vos messages vont
 *   au serveur de messages choisi par le site, et à lui seul. | The messages widget sets no cookie and
 *   keeps nothing before your first message. From then on a secret that stands for you without a name, and
 *   messages not sent yet, are kept on your device, for 90 days without a visit at most; you can erase
 *   everything from the panel. Your messages go to the server that the site chose, and to no other.
 * @origin sdk
 *   csp: script-src
 *   phase: load
 *   when: à l’ouverture de la page | when the page opens
 *   why: charger les fichiers du module ; rien d’autre n’est transmis | load the files of the widget;
 *     nothing else is told
 *   avoid: copiez les fichiers sur votre propre site | copy the files to your own site
 * @origin attribute hub
 *   csp: connect-src
 *   phase: action
 *   when: le visiteur ouvre le panneau, et aux pages suivantes s’il a déjà écrit | the visitor opens the
 *     panel, and on later pages once they have written
 *   why: lire et envoyer les messages et les images | read and send messages and images
 *   avoid: laissez l’adresse vide : le panneau donne téléphone et adresse électronique | leave the address
 *     empty: the panel gives telephone and e-mail address
 * @storage local local-widgets:chat:{hub}
 *   written: le visiteur envoie son premier message | the visitor sends the first message
 *   purpose: retrouver ses conversations sans compte : un secret et la liste des conversations | find
 *     conversations again without an account: a secret and the list of conversations
 *   lifetime: jusqu’à l’effacement par le visiteur, ou 90 jours sans visite | until the visitor erases it,
 *     or 90 days without a visit
 * @storage local local-widgets:chat:{hub}|{message}
 *   written: le visiteur envoie un message | the visitor sends a message
 *   purpose: ne pas perdre un message si le réseau est mauvais | not lose a message on a bad network
 *   lifetime: jusqu’à ce que le serveur l’ait reçu | until the server has it
 * @storage local local-widgets:chat:{hub}#{message}
 *   written: le visiteur envoie une image | the visitor sends an image
 *   purpose: ne pas perdre une image si le réseau est mauvais | not lose an image on a bad network
 *   lifetime: jusqu’à ce que le serveur l’ait reçue | until the server has it
 * @permission clipboard-write
 *   when: le visiteur copie le lien de sa conversation | the visitor copies the link of the conversation
 *   why: le copier dans le presse-papiers | put it on the clipboard
 * @permission web-share
 *   when: le visiteur partage le lien de sa conversation | the visitor shares the link of the conversation
 *   why: proposer les moyens de partage de l’appareil | offer the device’s ways of sharing
 * @trusted lit-html
 *   when: toujours | always
 * @trusted local-widgets
 *   when: avec la balise script | with the script tag
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

  /**
   * Address of the hub that carries the messages. Without it, the panel tells phone, e-mail and hours.
   *
   * @label Adresse du serveur | Address of the server
   * @kind url
   * @help Adresse du serveur qui transporte les messages. Vide : le panneau donne le téléphone, l’adresse
   *   électronique et les horaires. | Address of the server that carries the messages. Empty: the panel
   *   gives telephone, e-mail address and hours.
   * @example https://messages.commune.example
   */
  @property() hub = '';

  /**
   * Id of the shop or town hall at the hub; without it, the element answers the cards of a shops map
   * only, for every shop of its hub.
   *
   * @label Interlocuteur | Whom one talks with
   * @help Identifiant du commerce ou de la mairie sur ce serveur. Vide : pas de bouton, le module répond
   *   aux fiches de la carte des commerces. | Id of the shop or town hall at that server. Empty: no button,
   *   it answers the cards of the shops map.
   * @example mairie
   */
  @property() shop: string | null = null;

  /**
   * Name of a public room at the hub, where neighbours meet; without it, one talks with the shop.
   *
   * @label Salon public | Public room
   * @help Nom d’un salon où les voisins se parlent. Vide : on parle au commerce ou à la mairie. | Name of a
   *   room where neighbours talk. Empty: one talks with the shop or the town hall.
   * @example place-du-marche
   * @with hub
   * @group advanced
   */
  @property() room = '';

  /**
   * `launcher`: a button in the corner of the window; `button`: one in the page's flow, whose panel opens in
   * the corner; `inline`: all of it in the page's flow.
   *
   * @label Disposition | Layout
   * @option launcher - Bouton dans le coin de la fenêtre | Button in the corner of the window
   * @option button - Bouton dans la page | Button in the page
   * @option inline - Tout dans la page | All of it in the page
   * @help Où se trouvent le bouton et le panneau de messages. | Where the button and the panel of messages
   *   are.
   */
  @property() layout: ChatLayout = 'launcher';

  /**
   * What the button says.
   *
   * @label Texte du bouton | Text of the button
   * @help Ce que dit le bouton. Vide : « Discuter », « Ouvrir le salon » ou « Nous joindre ». | What the
   *   button says. Empty: the usual words for a talk, a room or a contact card.
   * @example Une question ?
   */
  @property() label = '';

  /**
   * Name of the shop or town hall, where no hub tells it.
   *
   * @label Nom affiché | Name to show
   * @help Nom du commerce ou de la mairie, à remplir sans serveur ; avec un serveur, c’est lui qui le
   *   donne. | Name of the shop or town hall, to be filled in without a server; with one, the server tells
   *   it.
   * @example Mairie de Sainte-Aubrette
   */
  @property({attribute: 'shop-name'}) shopName = '';

  /**
   * Telephone, one tap away whatever happens.
   *
   * @label Téléphone | Telephone
   * @kind tel
   * @help Toujours proposé à côté des messages : un appel reste à un geste. | Always offered beside the
   *   messages: a call is one tap away.
   * @example 02 33 00 00 00
   */
  @property() phone = '';

  /**
   * E-mail address, one tap away whatever happens.
   *
   * @label Adresse électronique | E-mail address
   * @kind email
   * @help Toujours proposée à côté des messages. | Always offered beside the messages.
   * @example mairie@commune.example
   */
  @property() email = '';

  /**
   * When somebody is there, in your own words; shown where no hub tells it.
   *
   * @label Horaires | Hours
   * @help Quand quelqu’un répond, dans vos mots ; montré quand il n’y a pas de serveur pour le dire. | When
   *   somebody answers, in your own words; shown where there is no server to tell it.
   * @example Du lundi au vendredi, 9 h – 12 h et 14 h – 17 h
   */
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
