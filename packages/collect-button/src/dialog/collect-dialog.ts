import {adoptStyles, LazyPart, type Clock, type LocalElement} from '@local-widgets/core';
import type {Product} from '@local-widgets/model/schemas.js';
import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {pageShop} from '../basket/page-shop.js';
import {hubBackEnd} from '../back-ends/hub.js';
import {BackEndError, type BackEnd} from '../back-ends/port.js';
import type {Confirmation} from '../confirmation/confirmation.js';
import type {DirectOrder} from '../direct/direct-order.js';
import type {CollectEnvironment} from '../environment.js';
import type {OutboxState} from '../outbox/outbox.js';
import type {CollectSettings} from '../settings.js';
import {basketStep, type CatalogueView} from './basket-step.js';
import {Checkout, nobody, type Acting} from './checkout.js';
import {contactStep} from './contact-step.js';
import {dialogStyles} from './dialog.styles.js';
import {footTemplate, headTemplate, noticeTemplate} from './frame.js';
import {pickupStep} from './pickup-step.js';
import {reviewStep} from './review-step.js';
import {directInShort, placedInShort} from './in-short.js';
import {sendingStep} from './sending-step.js';
import type {Words} from './words.js';

/** The element that the dialog belongs to. */
export type DialogHost = LocalElement & {
  readonly environment: CollectEnvironment;
  readonly clock: Clock;
};

export interface DialogLinks {
  words(): Words;
  emit(event: Event): void;
}

/** One for each shop of the page: what was typed in one button's dialog is there in another's. */
export const checkouts = new Map<string, Checkout>();

/** The dialog of one button. */
export class CollectDialog implements ReactiveController {
  private checkout: Checkout | undefined;
  private end: (() => void) | undefined;
  private isOpen = false;
  /** What the person knows of the order. */
  private seen: OutboxState | undefined;
  private view: CatalogueView = {focus: '', search: ''};
  private showsAllDays = false;
  private readonly acting: Acting = {
    emit: event => this.links.emit(event),
    pageProducts: () => this.pageProducts(),
    language: () => this.law,
  };

  private readonly confirmation: LazyPart<Confirmation>;
  private readonly direct: LazyPart<DirectOrder>;

  constructor(
    private readonly host: DialogHost,
    private readonly links: DialogLinks,
  ) {
    host.addController(this);
    this.confirmation = new LazyPart(
      host,
      async () => (await import('../confirmation.js')).confirmationIn(host),
      'the confirmation',
    );
    this.direct = new LazyPart(
      host,
      async () => (await import('../direct.js')).directOrderIn(host),
      'orders by phone and e-mail',
    );
  }

  hostUpdate(): void {
    adoptStyles(this.host.renderRoot as ShadowRoot, dialogStyles);
    const step = this.checkout?.step;
    if (step === 'placed') this.confirmation.want();
    if (step === 'direct') this.direct.want();
  }

  hostUpdated(): void {
    const {dialog, checkout} = this;
    if (!dialog || !checkout) return;
    if (this.isOpen && !dialog.open) dialog.showModal();
    const {focusNext} = checkout;
    if (!focusNext || !this.isOpen) return;
    checkout.focusNext = undefined;
    const target = this.host.renderRoot.querySelector<HTMLElement>(focusNext);
    (target ?? this.host.renderRoot.querySelector<HTMLElement>('#title'))?.focus();
  }

  /** @param product Id of the product that is shown first; empty for the whole catalogue. */
  open(settings: CollectSettings, product: string): void {
    const checkout = this.attach(settings);
    this.view = {focus: product, search: ''};
    this.isOpen = true;
    // what could not be had before may be had now
    for (const part of [this.confirmation, this.direct]) part.failed = false;
    checkout.focusNext = '#title';
    void checkout.begin();
    this.host.requestUpdate();
  }

  /** Goes on sending the order that an earlier page left, without a dialog. */
  resume(settings: CollectSettings): void {
    this.attach(settings).resume();
  }

  /** The element leaves the page; an order that is being sent goes on, and tells it how it ended. */
  leave(): void {
    this.isOpen = false;
    this.end?.();
    this.end = undefined;
    const {acting, checkout, law} = this;
    if (checkout?.acting === acting && !checkout.outbox.waiting) checkout.acting = nobody(law);
  }

  /** An order was refused while nobody looked. */
  get hasNews(): boolean {
    const state = this.checkout?.outbox.state;
    return !this.isOpen && state?.phase === 'refused' && state !== this.seen;
  }

  template(): TemplateResult | typeof nothing {
    const {checkout} = this;
    if (!checkout || !this.isOpen) return nothing;
    const words = this.links.words();
    return html`<dialog
      class="dialog"
      part="dialog"
      lang=${words.language}
      aria-labelledby="shop title"
      @close=${() => this.handleClose()}
    >
      <form class="sheet" novalidate @submit=${(event: Event) => this.handleSubmit(event)}>
        ${headTemplate(checkout, this.title(checkout, words), words, () => this.close())}
        <div class="scroll">
          ${noticeTemplate(checkout, words)} ${this.stepTemplate(checkout, words)}
        </div>
        ${checkout.phase === 'loading' ? nothing : footTemplate(checkout, words)}
      </form>
    </dialog>`;
  }

  private stepTemplate(checkout: Checkout, words: Words): unknown {
    const {messages} = words;
    switch (checkout.step) {
      case 'sending':
        return sendingStep(checkout, words);
      case 'placed':
        return this.confirmation.part?.(checkout, words) ?? placedInShort(checkout, words);
      case 'direct':
        return this.direct.part?.(checkout, words) ?? directInShort(checkout, words);
      default:
    }
    if (checkout.phase === 'loading') {
      return html`<p class="muted" role="status">${messages.loadingShop}</p>`;
    }
    switch (checkout.step) {
      case 'pickup': {
        const days = {
          all: this.showsAllDays,
          showAll: () => {
            this.showsAllDays = true;
            this.host.requestUpdate();
          },
        };
        return pickupStep(checkout, words, days);
      }
      case 'contact':
        return contactStep(checkout, words);
      case 'review':
        return reviewStep(checkout, words);
      default:
        return basketStep(checkout, this.view, words, view => {
          this.view = {...this.view, ...view};
          this.host.requestUpdate();
        });
    }
  }

  private title({step, placed}: Checkout, {messages}: Words): string {
    switch (step) {
      case 'pickup':
      case 'contact':
      case 'review':
      case 'sending':
        return messages[step];
      case 'direct':
        return this.direct.part ? messages.direct : messages.order;
      case 'placed':
        return this.confirmation.part ? messages.received(placed!.contract) : messages.order;
      default:
        return messages.catalogue;
    }
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    const {checkout} = this;
    if (checkout?.step === 'review') checkout.order();
    else checkout?.next();
  }

  /** Escape closes it by itself; the event comes late, when it may have been opened again. */
  private handleClose(): void {
    if (!this.dialog?.open) this.close();
  }

  private close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.dialog?.close();
    this.seen = this.checkout?.outbox.state;
    this.host.requestUpdate();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  private attach(settings: CollectSettings): Checkout {
    const checkout = this.checkoutFor(settings);
    if (checkout !== this.checkout || !this.end) {
      this.end?.();
      this.checkout = checkout;
      this.end = checkout.subscribe(() => this.host.requestUpdate());
    }
    checkout.acting = this.acting;
    return checkout;
  }

  private checkoutFor(settings: CollectSettings): Checkout {
    const {environment, clock} = this.host;
    const {key} = settings;
    const found = checkouts.get(key);
    if (found) return found;
    const shared = pageShop(key, environment, clock);
    // it outlives this dialog, of which it must hold nothing
    const language = (): 'fr' | 'en' => checkout.acting.language();
    const backEnd = backEndFor(settings, language, environment);
    const checkout = new Checkout({settings, shared, backEnd, environment, clock});
    checkouts.set(key, checkout);
    return checkout;
  }

  /** The languages in which a hub writes. */
  private get law(): 'fr' | 'en' {
    return this.links.words().language.startsWith('fr') ? 'fr' : 'en';
  }

  /** Of the page, where it has any: their reader comes in a file of its own. */
  private async pageProducts(): Promise<readonly Product[]> {
    const file = await import('../price-list.js').catch(() => undefined);
    return file?.pageProducts(this.host) ?? [];
  }
}

function backEndFor(
  {hub, shop, backEnd, ...rest}: CollectSettings,
  language: () => 'fr' | 'en',
  environment: CollectEnvironment,
): BackEnd | undefined {
  if (!hub) return undefined;
  if (backEnd !== 'woocommerce') return hubBackEnd(hub, shop, language, environment);
  return lazyBackEnd(async () => {
    const {wooCommerceBackEnd} = await import('../woocommerce.js');
    return wooCommerceBackEnd({...rest, site: hub}, environment);
  });
}

/** A back end whose file is loaded with its first use. */
function lazyBackEnd(load: () => Promise<BackEnd>): BackEnd {
  let loading: Promise<BackEnd> | undefined;
  const get = (): Promise<BackEnd> =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw new BackEndError('unreachable', `its file could not be loaded (${String(error)}).`);
    }));
  return {
    open: async () => (await get()).open(),
    offer: async (...about) => (await get()).offer(...about),
    place: async attempt => (await get()).place(attempt),
  };
}
