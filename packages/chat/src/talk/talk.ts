import {formatMoment} from '@local-widgets/core';
import {html, nothing, type TemplateResult} from 'lit';
import type {ChatClient, ChatListener} from '../client/chat-client.js';
import type {MessageState, NewMessage, RoomClient, ShownMessage} from '../client/room-client.js';
import {LocalChatMessageEvent} from '../events.js';
import type {PanelView, RowParts, TalkPart} from '../panel/aside.js';
import {messageRows, type RowsView} from './message-rows.js';
import {releaseClient, takeClient, type PageClient} from './page-clients.js';
import {ScrollKeeper} from './scroll-keeper.js';

/** Milliseconds for which a list that was filled stays silent. */
const QUIET = 600;

/** Those of the page. */
const talks = new Set<Talk>();

/** The messages of one panel: what brings them, and the list that shows them. */
export class Talk implements TalkPart {
  private shared: PageClient | undefined;
  private hub = '';
  private endListening: (() => void) | undefined;
  private present!: RoomClient;
  /** What the panel was about when it was last looked. */
  private about = '';
  private readonly scroll = new ScrollKeeper();
  /** The list may be filled: it stood there empty before (ARIA23). */
  private isFilled = false;
  /** What comes into the list now is no news. */
  private isQuiet = true;
  private isQuieting = false;
  /** Messages that came while the reader was further up. */
  private fresh = 0;
  /** The message of which it is asked whether it should go. */
  private asked = '';
  /** What the last of one's own was, when it was last looked at. */
  private told: {readonly id: string; readonly state: MessageState} | undefined;

  constructor(private readonly view: PanelView) {}

  get isAttached(): boolean {
    return this.shared !== undefined;
  }

  get client(): ChatClient {
    return this.shared!.client;
  }

  get room(): RoomClient {
    return this.present;
  }

  get unread(): number {
    if (this.view.settings.room) return this.present.unread;
    return this.mine.reduce((sum, {unread}) => sum + unread, 0);
  }

  get isUsed(): boolean {
    return this.mine.length > 0;
  }

  get notices(): string[] {
    const {client, present} = this;
    const {messages, language} = this.view.words;
    const {proving} = this.shared!;
    const isStuck = present.messages.some(({state}) => state === 'pending');
    const isOff = client.lineState === 'offline' || present.error?.mayPass;
    const isLimited = client.retryAfter > 0;
    const {heardAt} = client;
    const offline = heardAt
      ? `${messages.offline} ${messages.lastNews(formatMoment(new Date(heardAt), language))}`
      : messages.offline;
    return [
      ...(isLimited ? [messages.limited(client.retryAfter)] : []),
      ...(!isLimited && (isOff || (isStuck && present.outbox.error)) ? [offline] : []),
      ...(proving === undefined ? [] : [messages.proving(proving)]),
      ...(client.isVolatile ? [messages.volatile] : []),
    ];
  }

  attach(): void {
    const {view} = this;
    const {hub, shop, room} = view.settings;
    if (!this.shared) {
      const {environment, clock} = view.host;
      this.hub = hub;
      this.shared = takeClient(hub, environment, clock);
      this.endListening = this.client.subscribe(this.listener);
      talks.add(this);
      this.about = '';
    }
    const {client} = this;
    const about = `${shop}|${room}`;
    if (about === this.about && this.present.phase !== 'gone') return;
    this.about = about;
    // without a shop of its own: what was last talked about
    const latest = shop || room ? undefined : this.mine.at(-1);
    if (room) this.look(client.publicRoom(room, shop));
    else if (latest) view.turnTo(latest);
    else this.look(client.conversation(shop));
  }

  start(): void {
    this.client.start();
    this.client.wake();
    if (this.view.settings.room) void this.present.load();
  }

  look(room: RoomClient): void {
    this.present = room;
    this.told = undefined;
    this.asked = '';
    this.refill();
  }

  refill(): void {
    this.fresh = 0;
    this.isFilled = false;
    void this.quieten();
  }

  send(message: NewMessage): void {
    const {view} = this;
    const id = this.present.send(message);
    // it stands there from now on, and what becomes of it is told
    this.told = {id, state: 'pending'};
    this.fresh = 0;
    this.scroll.toEnd();
    view.emit(new LocalChatMessageEvent({...this.detail, id, direction: 'sent'}));
    view.update();
  }

  hostUpdate(): void {
    this.scroll.look(this.log);
    this.tellOwn();
  }

  hostUpdated({neighbours}: RowParts): void {
    const {view, log, present} = this;
    if (log) {
      if (!this.isFilled) {
        this.isFilled = true;
        view.update();
      }
      this.scroll.keep(log, present.messages[0]?.id ?? '');
      if (this.scroll.isAtEnd && !document.hidden) present.see();
    }
    if (present.kept.isPublic) neighbours?.watch(view);
  }

  leave(): void {
    if (!this.shared) return;
    talks.delete(this);
    this.endListening?.();
    this.shared = undefined;
    releaseClient(this.hub);
  }

  template(first: unknown, parts: RowParts): TemplateResult {
    const {present, fresh, view} = this;
    const {messages} = view.words;
    const shown = this.isFilled ? present.messages : [];
    const isLoading = present.phase === 'loading' && shown.length === 0 && !present.kept.request;
    return html`${this.elsewherePart()}
      <div class="talk">
        <div
          class="body log"
          part="log"
          role="log"
          tabindex="0"
          aria-label=${messages.log}
          aria-live=${this.isQuiet ? 'off' : 'polite'}
          aria-busy=${isLoading || this.isQuiet}
          @scroll=${(event: Event) => this.handleScroll(event)}
          @keydown=${(event: KeyboardEvent) => this.handleKey(event)}
        >
          ${
            this.isFilled && present.hasOlder
              ? html`<button
                  class="button quiet older"
                  type="button"
                  @click=${() => this.handleOlder()}
                >
                  ${messages.older}
                </button>`
              : nothing
          }
          ${isLoading ? html`<p class="muted">${messages.loading}</p>` : first}
          <ol>
            ${messageRows(shown, this.rowsView(parts), view.words)}
          </ol>
          ${this.endPart()}
        </div>
        ${
          fresh > 0
            ? html`<button class="button fresh" type="button" @click=${() => this.handleFresh()}>
                ${messages.unread(fresh)}
              </button>`
            : nothing
        }
      </div>
      <p class="types small muted">${this.typingText}</p>`;
  }

  /** What other shops answered. */
  private elsewherePart(): unknown {
    const {view} = this;
    return this.mine
      .filter(room => room !== this.present && room.unread > 0)
      .map(
        room =>
          html`<button class="button quiet" type="button" @click=${() => view.turnTo(room)}>
            ${view.words.messages.elsewhere(room.unread, room.kept.name ?? room.kept.shop)}
          </button>`,
      );
  }

  /** Where a conversation has come to its end. */
  private endPart(): unknown {
    const {present, view} = this;
    const {messages} = view.words;
    const isGone = present.phase === 'gone';
    if (!isGone && (present.kept.isPublic || !present.isEnded)) return nothing;
    return html`<div class="end">
      <p>${isGone ? messages.gone : messages.ended}</p>
      ${
        present.kept.isPublic
          ? nothing
          : html`<button class="button" type="button" @click=${() => view.startAnew()}>
              ${messages.startAnew}
            </button>`
      }
    </div>`;
  }

  private rowsView({images, neighbours}: RowParts): RowsView {
    const {present, asked, view} = this;
    const report = (message: ShownMessage): unknown => neighbours?.report(view, message);
    return {
      now: view.clock.now(),
      shopName: view.profile?.name ?? view.settings.name,
      asked,
      deeds: {
        retry: id => present.outbox.retry(id),
        discard: id => present.discard(id),
        ask: id => this.handleAsk(id),
        takeBack: id => void this.takeBack(id),
        report: present.kept.isPublic && neighbours ? report : undefined,
        enlarge: message => images?.enlarge(view, message),
      },
    };
  }

  private get typingText(): string {
    const {messages} = this.view.words;
    const [author, ...others] = this.present.typing.values();
    if (!author) return '';
    const name = author.name ?? (author.role === 'shop' ? this.view.profile?.name : undefined);
    return name && others.length === 0 ? messages.types(name) : messages.someoneTypes;
  }

  private get log(): HTMLElement | null {
    return this.view.host.renderRoot.querySelector('[role=log]');
  }

  private get detail() {
    const {hub, shop, room} = this.view.settings;
    return {hub, shop, room};
  }

  /**
   * Conversations that this element stands for: with its shop, and, for the first one of the page, with
   * those that have no element of their own.
   */
  private get mine(): RoomClient[] {
    const {settings, host} = this.view;
    if (!this.shared || settings.room) return [];
    const others = [...talks].filter(({hub, view}) => hub === this.hub && !view.settings.room);
    const named = others.filter(({view}) => view.host.hasAttribute('shop'));
    // a button in the corner stands for more than one in a sentence
    const isCorner = ({view}: Talk): boolean =>
      (view.host.getAttribute('layout') ?? 'launcher') === 'launcher';
    const isFirst = (named.find(isCorner) ?? others[0]) === this;
    const own = host.getAttribute('shop') ?? settings.shop;
    return this.client.conversations.filter(
      ({kept: {shop}}) =>
        shop === own ||
        (isFirst && !named.some(({view}) => view.host.getAttribute('shop') === shop)),
    );
  }

  private readonly listener: ChatListener = {
    changed: () => {
      const {view, present} = this;
      // begun in another tab, or on another device
      if (present.phase === 'new' && view.settings.shop) {
        const begun = this.client.conversation(view.settings.shop);
        if (begun.isKept) this.look(begun);
      }
      view.update();
    },
    received: (room, ids) => {
      const {view} = this;
      if (room !== this.present) return;
      for (const id of ids) {
        view.emit(new LocalChatMessageEvent({...this.detail, id, direction: 'received'}));
      }
      if (view.isOpen && !this.scroll.isAtEnd) this.fresh += ids.length;
    },
    availability: ({shop}) => {
      if (shop === this.view.profile?.shop) this.view.askHours();
    },
  };

  /** For a moment, what comes into the list is not read out. */
  private async quieten(): Promise<void> {
    const {view} = this;
    this.isQuiet = true;
    view.update();
    if (this.isQuieting) return;
    this.isQuieting = true;
    do {
      await view.host.updateComplete;
      await view.host.environment.sleep(QUIET, view.signal);
    } while (view.isOpen && this.present.phase === 'loading' && !this.present.error);
    this.isQuieting = this.isQuiet = false;
    view.update();
  }

  /** What became of one's last message, for those who do not see it. */
  private tellOwn(): void {
    const last = this.present.messages.filter(({isMine}) => isMine).at(-1);
    const {told} = this;
    this.told = last && {id: last.id, state: last.state};
    if (!last || !told || (told.id === last.id && told.state === last.state)) return;
    this.view.say(this.view.words.messages.said[last.state]);
  }

  private async takeBack(id: string): Promise<void> {
    const {view, present} = this;
    const {messages} = view.words;
    this.asked = '';
    this.focusMessage(id);
    try {
      await present.takeBack(id);
      view.say(messages.deleted);
    } catch {
      view.say(messages.takeBackFailed);
    }
  }

  private handleAsk(id: string): void {
    if (!id && this.asked) this.focusMessage(this.asked);
    this.asked = id;
    if (id) this.view.focus('#sure');
    this.view.update();
  }

  private handleOlder(): void {
    void this.quieten();
    this.log?.focus();
    this.present.older().catch(() => undefined);
  }

  private handleFresh(): void {
    this.fresh = 0;
    this.scroll.toEnd();
    this.log?.focus();
    this.view.update();
  }

  private handleScroll({currentTarget}: Event): void {
    if (!this.scroll.follow(currentTarget as HTMLElement)) return;
    this.fresh = 0;
    this.view.update();
  }

  /** One tab stop for all messages; arrows go from one to the next. */
  private handleKey(event: KeyboardEvent): void {
    const rows = [...(this.log?.querySelectorAll<HTMLElement>('.message') ?? [])];
    const target = event.target as HTMLElement;
    if (rows.length === 0 || target.closest('button, a, summary')) return;
    const at = rows.indexOf(target);
    const next = {
      ArrowUp: at < 0 ? rows.length - 1 : at - 1,
      ArrowDown: at < 0 ? rows.length - 1 : at + 1,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
  }

  private focusMessage(id: string): void {
    this.view.focus(`[data-message="${id}"]`);
  }
}
