import type {RoomSummary} from '@local-widgets/model/schemas.js';
import {html, nothing, type TemplateResult} from 'lit';
import {HubError} from '../api/hub-error.js';
import {InboxApi} from '../api/inbox-api.js';
import type {DeskPart, DeskTab} from '../desk/desk-part.js';
import {LocalMessageReceivedEvent, LocalMessagesWaitingEvent} from '../events.js';
import type {Connection} from '../live/live-line.js';
import {inboxPartFr} from '../locales/inbox-part.js';
import {deskMessages, type Messages} from '../locales/index.js';
import {Action} from '../state/action.js';
import type {DeskOwner} from '../state/desk-owner.js';
import type {Lazily} from '../state/lazily.js';
import {icon, CHAT, MOON} from '../templates/icons.js';
import {awayBanner} from './away-banner.js';
import {nameOf} from './facts.js';
import type {InboxContext, OrderLink} from './inbox-context.js';
import type {News} from './inbox-store.js';
import {Inbox} from './inbox.js';

deskMessages.extend(inboxPartFr);

/** The name of its tab. */
const TAB = 'messages';

/** The messages of a shop, kept up to date; what shows them comes in a file of its own. */
export class InboxPart implements DeskPart, InboxContext {
  readonly tab: DeskTab;
  readonly inbox: Inbox;
  refusal: HubError | undefined;
  opened = '';

  private readonly switching: Action;
  private told = 0;

  /** @param orders absent where the desk is about messages alone */
  constructor(
    readonly desk: DeskOwner,
    lazily: Lazily,
    readonly orders: OrderLink | undefined,
  ) {
    this.switching = new Action(desk);
    this.inbox = new Inbox({
      api: new InboxApi(desk.client, desk.api.shop),
      person: desk.person.id ?? desk.person.email,
      now: () => desk.now(),
      environment: () => desk.environment(),
      changed: () => desk.update(),
      news: (summary, news) => this.announce(summary, news),
      refused: error => this.refuse(error),
    });
    this.tab = {
      part: this,
      name: TAB,
      icon: CHAT,
      label: messages => messages.tabMessages,
      count: messages => ({number: this.waiting, words: messages.unreadCount(this.waiting)}),
      place: this,
      view: lazily('the messages', async () => {
        const {InboxView} = await import('../messages.js');
        return new InboxView(this);
      }),
    };
  }

  /** Conversations and rooms with something to read or to decide. */
  get waiting(): number {
    return this.inbox.store.waiting;
  }

  get connection(): Connection {
    return this.inbox.live.connection;
  }

  get unsent(): NonNullable<DeskPart['unsent']> {
    const count = this.inbox.outbox.size;
    return {
      count,
      words: messages => messages.unsent(count),
      forget: () => void this.forget(),
    };
  }

  get now(): string {
    return this.opened;
  }

  get isWhole(): boolean {
    return this.opened !== '';
  }

  go(place: string): void {
    if (place === this.opened) return;
    this.opened = place;
    this.desk.update();
  }

  open(place: string): void {
    this.go(place);
  }

  start(): void {
    this.inbox.start();
  }

  stop(): void {
    this.inbox.stop();
  }

  wake(): void {
    this.inbox.wake();
    // what is on the screen is seen now
    this.desk.update();
  }

  lose(): void {
    this.inbox.live.lose();
  }

  tick(): void {
    this.inbox.retry();
  }

  /** Whoever listens learns how many wait. */
  rendered(): void {
    if (this.waiting === this.told) return;
    this.told = this.waiting;
    this.desk.emit(new LocalMessagesWaitingEvent({count: this.told}));
  }

  tools(): TemplateResult | typeof nothing {
    const {messages} = this.desk.words();
    const {settings} = this.inbox.store;
    if (!settings?.isEnabled || settings.isAway) return nothing;
    return html`<button
      class="button away"
      type="button"
      aria-label=${messages.goAway}
      aria-disabled=${this.switching.isBusy ? 'true' : 'false'}
      @click=${() => this.setAway(true)}
    >
      ${icon(MOON)} ${messages.goAwayShort}
    </button>`;
  }

  banner(): TemplateResult | typeof nothing {
    const {messages} = this.desk.words();
    const {settings} = this.inbox.store;
    return settings
      ? awayBanner(settings, this.switching, messages, () => this.setAway(false))
      : nothing;
  }

  offlineHint(messages: Messages): string {
    return messages.offlineMessages;
  }

  private setAway(isAway: boolean): void {
    const {desk, inbox} = this;
    void this.switching.run(async () => {
      inbox.know(await inbox.api.setAway(isAway));
      const {messages} = desk.words();
      desk.say(isAway ? messages.awayNow : messages.backNow);
    });
  }

  private announce(summary: RoomSummary, news: NonNullable<News>): void {
    const {desk} = this;
    const {id, shop} = summary.room;
    const {messages} = desk.words();
    desk.emit(new LocalMessageReceivedEvent({room: id, shop}));
    // who has it before their eyes is told by the log
    const isSeen = this.opened === id && desk.isOpen(TAB) && desk.environment().isSeen();
    if (isSeen) return;
    desk.ring();
    const name = nameOf(summary, messages);
    desk.say(news === 'held' ? messages.newHeld(name) : messages.newMessage(name));
  }

  /** Who leaves takes their replies and their notifications along: the next one may be somebody else. */
  private async forget(): Promise<void> {
    this.inbox.outbox.clear();
    const device = await this.desk.environment().push();
    await device?.switchOff();
  }

  private refuse(error: HubError): void {
    if (this.desk.isSignedOut(error)) return;
    const detail = this.desk.words().messages.noChat;
    this.refusal = error.status === 404 ? new HubError('not-found', 404, {detail}) : error;
    this.desk.update();
  }
}
