import {adoptStyles, LazyPart, type Clock} from '@local-widgets/core';
import type {ChatProfile, ConversationRequest} from '@local-widgets/model/schemas.js';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {ChatHost, ChatLinks, ChatPart} from '../chat-part.js';
import type {ChatClient} from '../client/chat-client.js';
import type {RoomClient} from '../client/room-client.js';
import {entryName} from '../entry-name.js';
import {LocalChatCloseEvent, LocalChatOpenEvent} from '../events.js';
import {Frame} from '../frame/frame.js';
import type {Words} from '../locales/index.js';
import type {ChatSettings} from '../settings.js';
import type {Aside, ImagesPart, MorePart, PanelView, PublicPart, TalkPart} from './aside.js';
import {isThere} from './availability.js';
import {composerTemplate} from './composer.js';
import {contactFields} from './contact-fields.js';
import {Draft} from './draft.js';
import {greetingTemplate} from './greeting.js';
import {headTemplate} from './head.js';
import {Hours} from './hours.js';
import {panelStyles} from './panel.styles.js';

/** Where the keyboard goes when there are messages. */
const WRITE = ['#text', '#join', '#title'];

/**
 * The panel of one element: a conversation with a shop, or a room where neighbours meet. What carries
 * messages comes in a file of its own, with the first letter or with a conversation that was begun.
 */
export class ChatPanel implements ReactiveController, ChatPart, PanelView {
  settings!: ChatSettings;
  draft = new Draft();

  private readonly frame: Frame;
  private hours!: Hours;
  /** By shop and room. */
  private readonly drafts = new Map<string, Draft>();
  private aside: Aside | undefined;
  private opening = new AbortController();
  private sentence = '';

  private readonly talk: LazyPart<TalkPart>;
  private readonly images: LazyPart<ImagesPart>;
  private readonly more: LazyPart<MorePart>;
  private readonly neighbours: LazyPart<PublicPart>;

  constructor(
    readonly host: ChatHost,
    private readonly links: ChatLinks,
  ) {
    this.frame = new Frame(host, () => this.handleClose());
    const part = <T>(load: () => Promise<T>, sorry: string) => new LazyPart(host, load, sorry);
    this.talk = part(async () => (await import('../talk.js')).talkIn(this), 'messages');
    this.images = part(async () => (await import('../images.js')).imagesIn(host), 'images');
    this.more = part(async () => (await import('../more.js')).moreIn(host), 'the options');
    this.neighbours = part(async () => (await import('../room.js')).roomIn(host), 'rooms');
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.frame.isOpen;
  }

  get isAside(): boolean {
    return this.aside !== undefined;
  }

  get client(): ChatClient {
    return this.carrier!.client;
  }

  get room(): RoomClient {
    return this.carrier!.room;
  }

  get profile(): ChatProfile | undefined {
    return this.hours.profile;
  }

  get words(): Words {
    return this.links.words();
  }

  get clock(): Clock {
    return this.host.clock;
  }

  get signal(): AbortSignal {
    return this.opening.signal;
  }

  get unread(): number {
    return this.isOpen ? 0 : (this.carrier?.unread ?? 0);
  }

  get isUsed(): boolean {
    return this.isOpen || (this.carrier?.isUsed ?? false);
  }

  hostUpdate(): void {
    if (!this.isOpen) return;
    this.frame.hostUpdate();
    adoptStyles(this.host.renderRoot as ShadowRoot, panelStyles);
    const {carrier: part} = this;
    if (this.settings.room) this.neighbours.want();
    if (this.allowsImages || part?.room.messages.some(({image}) => image)) this.images.want();
    part?.hostUpdate();
  }

  hostUpdated(): void {
    if (!this.isOpen) return;
    this.frame.hostUpdated();
    this.images.part?.draw(this, this.host.renderRoot);
    this.carrier?.hostUpdated(this.rowParts);
  }

  open(settings: ChatSettings): void {
    this.attach(settings);
    // what could not be had before may be had now
    for (const part of [this.talk, this.images, this.more, this.neighbours]) part.failed = false;
    if (!this.isOpen) this.begin();
    if (settings.room || this.hasTalked) void this.bringTalk().then(talk => talk?.start());
    this.frame.open(settings.isInline, ...WRITE);
    this.emit(new LocalChatOpenEvent(this.detail));
  }

  close(): void {
    this.frame.close();
  }

  resume(settings: ChatSettings): void {
    this.attach(settings);
    void this.bringTalk().then(talk => talk?.start());
  }

  follow(settings: ChatSettings, token: string): void {
    this.open(settings);
    void Promise.all([this.bringTalk(), this.more.ask()]).then(([talk, more]) => {
      if (talk) more?.follow(this, token);
    });
  }

  leave(): void {
    this.frame.close();
    this.talk.part?.leave();
  }

  askHours(): void {
    void this.hours.ask();
  }

  emit(event: Event): void {
    this.links.emit(event);
  }

  update(): void {
    this.host.requestUpdate();
  }

  show(aside: Aside | undefined): void {
    this.aside = aside;
    this.carrier?.refill();
    this.focus(...(aside ? ['#title'] : WRITE));
  }

  focus(...selectors: string[]): void {
    this.frame.focusNext = selectors;
    this.update();
  }

  turnTo(room: RoomClient): void {
    const {shop, name = ''} = room.kept;
    if (shop !== this.settings.shop) {
      this.settle({...this.settings, shop, name, phone: '', email: ''});
      this.opening.abort();
      this.begin();
    }
    this.carrier?.look(room);
    this.show(undefined);
  }

  startAnew(): void {
    const {room, client, draft} = this;
    const unsent = room.outbox.messages.map(({text}) => text);
    draft.text = [...unsent, draft.text].filter(Boolean).join('\n');
    client.forget(room);
    this.carrier?.attach();
    if (this.settings.room) void this.room.load();
    this.show(undefined);
  }

  say(sentence: string): void {
    this.sentence = sentence;
    this.update();
  }

  template(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const {aside} = this;
    const content = html`${headTemplate(
        {
          panel: this,
          aside,
          trouble: this.hours.trouble,
          room: this.carrier?.room,
          isBusy: this.more.loading !== undefined,
          options: () => this.handleOptions(),
        },
        this.words,
      )}
      ${aside ? html`<div class="body">${aside.template()}</div>` : this.talkPart()}
      <p class="visually-hidden" role="status">${this.sentence}</p>`;
    return this.frame.template(content, this.words.language);
  }

  private talkPart(): TemplateResult {
    const {profile, words, settings} = this;
    const talk = this.carrier;
    const first =
      profile && !settings.room && !this.isBegun
        ? html`${greetingTemplate(profile, question => this.handleQuestion(question))}
          ${
            this.needsContact
              ? html`<p>${words.messages.leaveMessage}</p>
                  ${contactFields(this.draft, words, 'composer')}`
              : nothing
          }`
        : nothing;
    return html`<div class="notices" role="status">
        ${this.notices.map(line => html`<p class="notice small">${line}</p>`)}
      </div>
      ${
        talk
          ? talk.template(first, this.rowParts)
          : html`<div class="body">
              ${this.talk.loading && settings.room ? words.messages.loading : first}
              ${this.hours.trouble ? html`<slot></slot>` : nothing}
            </div>`
      }
      <div class="foot">${this.footPart()}</div>`;
  }

  /** What stands between a person and an answer. */
  private get notices(): string[] {
    const {messages} = this.words;
    const {trouble} = this.hours;
    const parts = [this.talk, this.images, this.more, this.neighbours];
    const isOff = trouble === 'none' || this.profile?.isEnabled === false;
    return [
      ...(isOff && !this.isBegun ? [messages.notHere] : []),
      ...(trouble === 'unreachable' && !this.isBegun ? [messages.noAnswer] : []),
      ...(this.carrier?.notices ?? []),
      ...(parts.some(({failed}) => failed) ? [messages.partMissing] : []),
    ];
  }

  private footPart(): unknown {
    const {profile, words, draft, settings, isBegun} = this;
    const room = this.carrier?.room;
    const neighbours = this.neighbours.part;
    if (room?.phase === 'gone' || room?.isEnded) return nothing;
    if (settings.room) {
      if (!neighbours || !room?.room) return nothing;
      const gate = neighbours.gate(this);
      if (gate) return gate;
    } else if (!isBegun && (this.hours.trouble === 'none' || profile?.isEnabled === false)) {
      return nothing;
    }
    return composerTemplate(
      {
        draft,
        consentDays: isBegun ? undefined : profile?.retentionDays,
        privacyUrl: profile?.privacyUrl,
        images: this.allowsImages ? this.images.part?.chooser(this) : nothing,
        note: settings.room ? neighbours?.note(this) : nothing,
        input: () => this.handleInput(),
        submit: () => void this.submit(),
      },
      words,
    );
  }

  /** What carries messages, once it is there and belongs to this page. */
  private get carrier(): TalkPart | undefined {
    const {part} = this.talk;
    return part?.isAttached ? part : undefined;
  }

  private async bringTalk(): Promise<TalkPart | undefined> {
    const talk = await this.talk.ask();
    // the element may have left the page while the file came
    if (!talk || !this.host.isConnected) return undefined;
    talk.attach();
    return talk;
  }

  private get rowParts() {
    return {images: this.images.part, neighbours: this.neighbours.part};
  }

  /** Something was sent before: the sentence about what is kept was on the screen. */
  private get isBegun(): boolean {
    return this.carrier?.room.isKept ?? false;
  }

  private get needsContact(): boolean {
    const {profile} = this;
    return !this.settings.room && !this.isBegun && profile !== undefined && !isThere(profile);
  }

  private get allowsImages(): boolean {
    return !this.settings.room && this.profile?.allowsImages === true;
  }

  private get hasTalked(): boolean {
    try {
      const name = entryName(this.settings.hub);
      return this.carrier !== undefined || this.host.environment.storage()?.getItem(name) != null;
    } catch {
      return false;
    }
  }

  private get detail() {
    const {hub, shop, room} = this.settings;
    return {hub, shop, room};
  }

  private attach(settings: ChatSettings): void {
    const {shop, room} = (this.settings as ChatSettings | undefined) ?? {};
    if (shop === settings.shop && room === settings.room) {
      this.settings = settings;
    } else {
      this.settle(settings);
      this.carrier?.attach();
    }
  }

  private settle(settings: ChatSettings): void {
    this.settings = settings;
    const {hub, shop, room} = settings;
    this.hours = new Hours(this.host, hub, shop);
    const key = `${shop}|${room}`;
    this.draft = this.drafts.get(key) ?? new Draft();
    this.drafts.set(key, this.draft);
  }

  private begin(): void {
    this.opening = new AbortController();
    if (this.settings.shop) void this.hours.follow(this.opening.signal);
  }

  private async submit(): Promise<void> {
    const {draft, words, settings} = this;
    const {messages} = words;
    // who is quick sends before it is known whether somebody is there
    if (!settings.room && !this.isBegun && !this.profile) await this.hours.ask();
    const {profile} = this;
    const wrong = draft.check(this.needsContact);
    if (wrong) {
      this.focus(wrong === 'contact' ? '#email' : `#${wrong}`);
      return;
    }
    const talk = await this.bringTalk();
    const sorry = !talk ? messages.partMissing : !this.isBegun && !profile ? messages.noAnswer : '';
    if (!talk || sorry) {
      draft.errors.text = () => sorry;
      this.say(sorry);
      return;
    }
    // two taps while the file came
    if (!draft.clean && !draft.image) return;
    const rest = (settings.room && this.neighbours.part?.rest(this)) || 0;
    if (rest > 0) {
      this.say(messages.nextIn(rest));
      return;
    }
    if (profile && !this.isBegun) talk.client.begin(talk.room, this.request, profile.name);
    const text = draft.clean;
    const {image} = draft;
    draft.empty();
    talk.send({...(text && {text}), ...(image && {image})});
    this.neighbours.part?.sent(this);
    this.focus('#text');
  }

  private get request(): ConversationRequest {
    const {origin, pathname} = location;
    return {
      shop: this.settings.shop,
      language: this.words.language.startsWith('fr') ? 'fr' : 'en',
      consent: true,
      ...(/^https?:/.test(origin) && {page: origin + pathname}),
      ...(this.needsContact && {contact: this.draft.contact}),
    };
  }

  private handleClose(): void {
    this.opening.abort();
    this.aside = undefined;
    this.sentence = '';
    this.carrier?.refill();
    this.emit(new LocalChatCloseEvent(this.detail));
  }

  private handleOptions(): void {
    this.more.failed = false;
    void this.more.ask().then(more => {
      if (this.isOpen) more?.open(this);
    });
  }

  private handleInput(): void {
    const {draft} = this;
    delete draft.errors.text;
    const {carrier} = this;
    if (!carrier && !this.talk.failed) void this.bringTalk();
    else if (draft.text) void carrier?.room.type();
    this.update();
  }

  private handleQuestion(question: string): void {
    this.draft.text = question;
    void this.bringTalk();
    this.focus('#text');
  }
}
