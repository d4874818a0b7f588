import {LazyPart, LocalElement, property, state} from '@local-widgets/core';
import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import {HubClient} from '../api/hub-client.js';
import {SessionApi} from '../api/session-api.js';
import type {Membership} from '../api/types.js';
import {browserEnvironment, type DeskEnvironment} from '../environment.js';
import {deskMessages} from '../locales/index.js';
import type {Paper} from '../print/paper.js';
import type {PrintedPaper} from '../print/printed-paper.js';
import {explain} from '../session/explain.js';
import {SessionController} from '../session/session-controller.js';
import type {SignInView} from '../sign-in/sign-in-view.js';
import type {Words} from '../state/desk-owner.js';
import {Account} from './account.js';
import {AddressBar} from './address-bar.js';
import {ClockTicks} from './clock-ticks.js';
import {styles} from './desk-element.styles.js';
import {PageEvents} from './page-events.js';
import type {DeskAddress} from './place-address.js';
import {shopChooser} from './shop-chooser.js';
import {ShopDesk, type DeskHost, type MakePlan} from './shop-desk.js';
import {TitleBadge} from './title-badge.js';

/**
 * What every desk is: somebody signs in with a hub, chooses a shop of theirs, and has its tabs. What the
 * tabs are is said by the elements.
 *
 * @cssproperty [--local-color-accent] - Links, main buttons, the chosen tab.
 * @cssproperty [--local-color-on-accent] - Text on the accent colour.
 * @cssproperty [--local-color-surface] - Background of cards and fields.
 * @cssproperty [--local-color-text] - Text on that background.
 * @cssproperty [--local-color-muted] - Secondary text.
 * @cssproperty [--local-color-border] - Lines and outlines.
 * @cssproperty [--local-color-focus] - Outline of what has the keyboard.
 * @cssproperty [--local-color-open] - What is well: live, ready, taken over.
 * @cssproperty [--local-color-closed] - What wants attention: offline, paused, about to expire, failed.
 * @cssproperty [--local-radius] - Rounding of corners.
 * @cssproperty [--local-space] - Distance between parts.
 */
export abstract class DeskElement extends LocalElement {
  static override styles: CSSResultGroup = [LocalElement.styles, styles];

  /** Address of the hub, such as `https://hub.example`; without it, the page's own site. */
  @property() hub = '';

  /** Id of the shop; without it, the person's only one, or the one chosen on the screen. */
  @property() shop = '';

  /** Puts the number of what waits for somebody in front of the page's title. */
  @property({attribute: 'title-badge', type: Boolean}) titleBadge = false;

  /** The outer world, replaced in tests. */
  @property({attribute: false}) environment: DeskEnvironment = browserEnvironment;

  @state() private paper: Paper | undefined;

  /** What is in the desk of a shop. */
  protected abstract readonly plan: MakePlan;

  private readonly client = new HubClient({
    hub: () => this.hub,
    language: () => this.language.tag,
    environment: () => this.environment,
  });
  private readonly sessionApi = new SessionApi(this.client);
  private readonly session = new SessionController(this, this.sessionApi);
  private readonly deskHost: DeskHost = {
    element: this,
    client: this.client,
    environment: () => this.environment,
    words: () => this.words,
    update: () => this.requestUpdate(),
    sentenceOf: error => explain(error, this.words.messages),
    focus: selector => this.focusOn(selector),
    print: paper => void this.print(paper),
    emit: event => this.emit(event),
    signedOut: () => this.session.lose(),
  };
  private readonly account = new Account(this.deskHost, this.sessionApi);
  private readonly signIn = new LazyPart<SignInView>(
    this,
    async () => {
      const {SignInView} = await import('../sign-in.js');
      return new SignInView(this.deskHost, this.sessionApi, () => void this.session.load());
    },
    'the sign-in',
  );
  private readonly printed = new LazyPart<PrintedPaper>(
    this,
    async () => new (await import('../print.js')).PrintedPaper(this),
    'what is printed',
  );
  private readonly badge = new TitleBadge();
  private readonly addressBar = new AddressBar(this, address => {
    if (this.hasAddress) this.goTo(address);
  });
  /** Where to go once its shop is open. */
  private destination: DeskAddress | undefined;
  /** The shop that a person chose on the screen. */
  private chosen: Membership | undefined;
  private desk: ShopDesk | undefined;
  /** Selector of what gets the keyboard once it is rendered. */
  private focusNext: string | undefined;

  constructor() {
    super();
    new ClockTicks(this, () => this.desk?.tick());
    new PageEvents(this, {
      entered: () => this.desk?.start(),
      left: () => {
        this.desk?.stop();
        if (this.titleBadge) this.badge.clear();
      },
      wake: () => this.desk?.wake(),
      lose: () => this.desk?.lose(),
      touched: event => this.touched(event),
      printed: () => (this.paper = undefined),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    void deskMessages.load(this.language.tag)?.then(() => this.requestUpdate());
    if (this.hasUpdated && changed.has('hub')) {
      this.openDesk(undefined);
      void this.session.load();
    }
    const {state, memberships} = this.session;
    if (!this.hasUpdated || state === 'signed-out') this.destination = this.firstDestination;
    if (state === 'signed-out') {
      this.chosen = undefined;
      this.signIn.want();
    }
    const wanted = memberships.find(({shop}) => shop === this.destination?.shop);
    this.chosen = wanted ?? this.chosen;
    this.openDesk(state === 'signed-in' ? this.membership : undefined);
    this.arrive();
  }

  protected override updated(): void {
    this.toggleAttribute('data-printing', this.paper !== undefined);
    if (this.titleBadge) this.badge.show(this.desk?.waiting ?? 0);
    this.desk?.rendered();
    if (this.hasAddress && this.desk) this.addressBar.show(this.desk.address);
    if (!this.focusNext) return;
    const found = this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    // what is to have the keyboard may be on its way still
    if (found) this.focusNext = undefined;
    found?.focus();
  }

  override render(): TemplateResult {
    const {messages, language} = this.words;
    return html`<div class="root" lang=${language} ?data-whole=${this.desk?.isWhole ?? false}>
        ${this.content(messages.loading)}
      </div>
      <div class="paper" lang=${language}>
        ${
          this.paper && this.printed.part && this.desk
            ? this.printed.part.template(this.paper, this.desk)
            : nothing
        }
      </div>`;
  }

  private content(loading: string): unknown {
    const {session, words} = this;
    const {messages} = words;
    if (session.state === 'failed') {
      return this.problem(explain(session.error, messages), () => void session.load());
    }
    if (session.state === 'signed-out') {
      if (this.signIn.failed)
        return this.problem(messages.partFailed, () => void this.signIn.ask());
      return this.signIn.part?.template() ?? html`<p class="wait" role="status">${loading}</p>`;
    }
    if (session.state === 'loading') return html`<p class="wait" role="status">${loading}</p>`;
    if (this.desk) {
      return this.desk.template({title: this.heading(), account: this.accountMenu()});
    }
    if (this.shop && session.memberships.length > 0) {
      return this.problem(messages.notYourShop, () => void session.load());
    }
    return html`<div class="head">
        <div class="names"><h2>${messages.deskTitle}</h2></div>
        <div class="tools">${this.accountMenu()}</div>
      </div>
      ${shopChooser(session.memberships, messages, membership => {
        this.chosen = membership;
        this.focusOn('#desk-title');
      })}`;
  }

  private heading(): TemplateResult {
    const {chosen, desk, words} = this;
    const name = desk?.profile?.name ?? chosen?.name ?? this.membership?.name;
    return html`<h2 id="desk-title" tabindex="-1">${name ?? words.messages.deskTitle}</h2>`;
  }

  private accountMenu(): TemplateResult {
    const hasOthers = !this.shop && this.session.memberships.length > 1 && this.desk !== undefined;
    return this.account.template(this.session.session?.person.email ?? '', {
      otherShop: hasOthers ? () => this.leaveShop() : undefined,
      unsent: this.desk?.unsent ?? '',
      signOut: async () => {
        const {desk} = this;
        await this.session.signOut();
        desk?.forget();
      },
      say: sentence => this.desk?.say(sentence),
    });
  }

  private problem(sentence: string, retry: () => void): TemplateResult {
    return html`<div class="problem" role="alert">
      <p>${sentence}</p>
      <button class="button" type="button" @click=${retry}>${this.words.messages.retry}</button>
    </div>`;
  }

  private get words(): Words {
    return deskMessages.for(this.language.tag);
  }

  /** Whose desk it is: the page's shop, the only one, or the one that was chosen. */
  private get membership(): Membership | undefined {
    const {memberships} = this.session;
    if (this.shop) return memberships.find(({shop}) => shop === this.shop);
    return memberships.length === 1 ? memberships[0] : this.chosen;
  }

  private openDesk(membership: Membership | undefined): void {
    if (membership?.shop === this.desk?.api.shop) return;
    this.desk?.stop();
    const person = this.session.session?.person;
    this.desk = membership && person && new ShopDesk(this.deskHost, membership, person, this.plan);
    if (this.isConnected) this.desk?.start();
  }

  /** Goes to a place, in another shop of theirs if need be. */
  private goTo(address: DeskAddress | undefined): void {
    this.destination = address;
    if (!address) this.desk?.go(undefined);
    this.requestUpdate();
  }

  /** Whether the page's address tells what is open. */
  protected get hasAddress(): boolean {
    return false;
  }

  private get firstDestination(): DeskAddress | undefined {
    return this.hasAddress ? this.addressBar.first : undefined;
  }

  /** At the place that was asked for, once there is a desk; one of somebody else's shop is none. */
  private arrive(): void {
    const {desk, destination} = this;
    if (!desk || !destination) return;
    this.destination = undefined;
    if (desk.api.shop === destination.shop) desk.go(destination);
  }

  private touched(event: Event): void {
    // whoever goes on by themselves is not pulled back to what comes late
    this.focusNext = undefined;
    // its own press says what is wanted of the sound
    const isSound = event
      .composedPath()
      .some(each => each instanceof Element && each.matches('.sound'));
    if (!isSound) this.desk?.touched();
  }

  private leaveShop(): void {
    this.chosen = undefined;
    this.focusOn('#choose-shop');
  }

  private focusOn(selector: string): void {
    this.focusNext = selector;
    this.requestUpdate();
  }

  /** Prepares what goes on paper, then opens the browser's dialog. */
  private async print(paper: Paper): Promise<void> {
    await this.printed.ask();
    if (!this.printed.part) {
      this.desk?.say(this.words.messages.partFailed);
      return;
    }
    this.paper = paper;
    await this.updateComplete;
    this.printed.part.print(paper, () => this.environment.print());
  }
}
