import {isoDateIn, LazyPart, type LocalElement} from '@local-widgets/core';
import type {ShopProfile} from '@local-widgets/model/schemas.js';
import {html, type TemplateResult} from 'lit';
import {DeskApi} from '../api/desk-api.js';
import type {HubClient} from '../api/hub-client.js';
import type {HubError} from '../api/hub-error.js';
import type {Membership, Person, Role} from '../api/types.js';
import type {DeskEnvironment} from '../environment.js';
import type {Connection} from '../live/live-line.js';
import type {Paper} from '../print/paper.js';
import type {DeskOwner, Words} from '../state/desk-owner.js';
import type {Lazily} from '../state/lazily.js';
import type {DeskAddress} from './place-address.js';
import {connectionTemplate, offlineTemplate} from './connection.js';
import type {DeskPart, DeskPlan, DeskTab} from './desk-part.js';
import {noticeTemplate, type Notice} from './notice.js';
import {Sound} from './sound.js';
import {soundButton} from './sound-button.js';
import {tabsTemplate} from './tabs.js';

/** The element, as the desk of one shop knows it. */
export interface DeskHost {
  readonly element: LocalElement;
  readonly client: HubClient;
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

/** What a desk is made of, for the shop that it is told. */
export type MakePlan = (owner: DeskOwner, lazily: Lazily) => DeskPlan;

/** The worst first: the desk is as fresh as what is least so. */
const FRESHNESS: readonly Connection['state'][] = ['offline', 'connecting', 'polling', 'live'];

/** The desk of one shop: what it follows, kept up to date, and its tabs. */
export class ShopDesk implements DeskOwner {
  readonly api: DeskApi;
  readonly role: Role;
  profile: ShopProfile | undefined;

  private readonly parts: readonly DeskPart[];
  private readonly tabs: readonly DeskTab[];
  private readonly sound: Sound;
  private tab: DeskTab;
  private notice: Notice | undefined;

  constructor(
    private readonly host: DeskHost,
    {shop, role}: Membership,
    readonly person: Person,
    plan: MakePlan,
  ) {
    this.api = new DeskApi(host.client, shop);
    this.role = role;
    this.sound = new Sound(
      () => host.environment(),
      () => host.update(),
    );
    const {parts, tabs} = plan(this, (name, load) => new LazyPart(host.element, load, name));
    const [first] = tabs;
    if (!first) throw new Error('A desk has at least one tab.');
    this.parts = parts;
    this.tabs = tabs;
    this.tab = first;
    if (first.view instanceof LazyPart) first.view.want();
  }

  /** How many things wait for somebody. */
  get waiting(): number {
    return this.parts.reduce((sum, {waiting}) => sum + waiting, 0);
  }

  get client(): HubClient {
    return this.host.client;
  }

  /** What was written here and has not left, as sentences; empty when there is nothing. */
  get unsent(): string {
    const {messages} = this.words();
    return this.parts
      .flatMap(({unsent}) => (unsent && unsent.count > 0 ? [unsent.words(messages)] : []))
      .join(' ');
  }

  /** Where one is; nothing where that has no address. */
  get address(): DeskAddress | undefined {
    const {name, place} = this.tab;
    return place?.now ? {tab: name, shop: this.api.shop, place: place.now} : undefined;
  }

  /** What is open wants the whole screen of a telephone. */
  get isWhole(): boolean {
    return this.tab.place?.isWhole ?? false;
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

  ring(): void {
    this.sound.play();
  }

  sentenceOf(error: unknown): string {
    return this.host.sentenceOf(error);
  }

  focus(selector: string): void {
    this.host.focus(selector);
  }

  find(selector: string): HTMLElement | undefined {
    return this.host.element.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }

  open(tab: string): void {
    const found = this.tabs.find(({name}) => name === tab);
    if (found && found !== this.tab) this.select(found);
  }

  isOpen(tab: string): boolean {
    return this.tab.name === tab;
  }

  /** Goes to a place; without one, to the beginning of the tab that is open. */
  go(address: DeskAddress | undefined): void {
    const tab = address ? this.tabs.find(({name}) => name === address.tab) : this.tab;
    if (!tab?.place) return;
    if (tab !== this.tab) this.turnTo(tab);
    tab.place.go(address?.place ?? '');
  }

  /** Nothing of what was written here stays on the device. */
  forget(): void {
    this.parts.forEach(({unsent}) => unsent?.forget());
  }

  print(paper: Paper): void {
    this.host.print(paper);
  }

  emit(event: Event): void {
    this.host.emit(event);
  }

  isSignedOut({status}: HubError): boolean {
    if (status === 401) this.host.signedOut();
    return status === 401;
  }

  async reloadProfile(known?: Partial<ShopProfile>): Promise<void> {
    if (this.profile && known) this.profile = {...this.profile, ...known};
    try {
      this.profile = await this.api.profile();
    } catch {
      // its name and zone are nice to have; what comes in is what matters
    }
    this.update();
  }

  /** The element came into the page. */
  start(): void {
    // the shop's own clock first: days depend on it
    void this.reloadProfile().then(() => {
      if (this.host.element.isConnected) this.parts.forEach(part => part.start());
    });
  }

  /** The element left the page. */
  stop(): void {
    this.parts.forEach(part => part.stop());
    this.sound.close();
  }

  /** The network is back, or somebody looks again. */
  wake(): void {
    this.parts.forEach(part => part.wake());
  }

  lose(): void {
    this.parts.forEach(part => part.lose());
  }

  /** Somebody touched the page: sounds may be made from now on. */
  touched(): void {
    if (this.sound.isBlocked) void this.sound.unlock();
  }

  /** Time has passed. */
  tick(): void {
    this.parts.forEach(part => part.tick());
    this.update();
  }

  /** After each rendering. */
  rendered(): void {
    this.parts.forEach(part => part.rendered());
    const {view} = this.tab;
    const shown = view instanceof LazyPart ? view.part : view;
    shown?.rendered?.();
  }

  template(around: {title: unknown; account: unknown}): TemplateResult {
    const words = this.words();
    const {messages} = words;
    const {tabs, tab} = this;
    return html`<div class="head">
        <div class="names">
          ${around.title} ${connectionTemplate(this.connection, words, this.timeZone)}
        </div>
        <div class="tools">
          ${soundButton(this.sound, messages)} ${this.shown.map(part => part.tools())}
          ${around.account}
        </div>
      </div>
      ${this.shown.map(part => part.banner())}
      ${offlineTemplate(this.offlineHint, words, () => this.wake())}
      ${tabsTemplate({tabs, active: tab, messages}, next => this.select(next))}
      <div id="panel" class="panel" role="tabpanel" tabindex="-1" aria-labelledby="tab-${tab.name}">
        ${this.panel()}
      </div>
      ${noticeTemplate(this.notice, messages, () => {
        this.notice = undefined;
        this.focus(`#tab-${this.tab.name}`);
      })}`;
  }

  /** What was refused is not waited for. */
  private get followed(): readonly DeskPart[] {
    return this.parts.filter(({refusal}) => !refusal);
  }

  /** What is in front: its part alone, or all parts in a tab of the whole desk. */
  private get shown(): readonly DeskPart[] {
    const {part} = this.tab;
    return part ? [part] : this.followed;
  }

  private get connection(): Connection {
    const told = this.followed.filter(part => !part.isAside || this.shown.includes(part));
    const found = FRESHNESS.flatMap(state =>
      told.flatMap(({connection}) => (connection.state === state ? [connection] : [])),
    );
    return found[0] ?? {state: 'connecting'};
  }

  /** What does not come in at present; empty when all of it does. */
  private get offlineHint(): string {
    const {messages} = this.words();
    const lost = this.followed.filter(({connection}) => connection.state === 'offline');
    // of what is in front first: one sentence is enough
    const part = lost.find(each => this.shown.includes(each)) ?? lost[0];
    return part?.offlineHint(messages) ?? '';
  }

  private panel(): unknown {
    const {messages} = this.words();
    const {view} = this.tab;
    const {refusal} = this;
    if (refusal) return html`<p class="problem" role="alert">${this.sentenceOf(refusal)}</p>`;
    if (!(view instanceof LazyPart)) return view.template();
    if (view.part) return view.part.template();
    if (!view.failed) return html`<p class="wait" role="status">${messages.loading}</p>`;
    return html`<div class="problem" role="alert">
      <p>${messages.partFailed}</p>
      <button class="button" type="button" @click=${() => void view.ask()}>
        ${messages.retry}
      </button>
    </div>`;
  }

  /** Why nothing of the open tab is shown: what it is a tab of, or all of the desk, was refused. */
  private get refusal(): HubError | undefined {
    const {part} = this.tab;
    if (part) return part.refusal;
    return this.parts.every(each => each.refusal) ? this.parts[0]?.refusal : undefined;
  }

  private select(tab: DeskTab): void {
    this.turnTo(tab);
    this.focus(`#tab-${tab.name}`);
  }

  private turnTo(tab: DeskTab): void {
    this.tab = tab;
    this.update();
    const {view} = tab;
    if (!(view instanceof LazyPart)) return;
    const isThere = view.part !== undefined;
    void view.ask().then(() => {
      if (isThere) view.part?.show?.();
      this.update();
    });
  }
}
