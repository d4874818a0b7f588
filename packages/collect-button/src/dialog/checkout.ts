import {warn, type Clock} from '@local-widgets/core';
import {
  basketTotal,
  checkBasket,
  deliveryZoneFor,
  type BasketTotal,
  type CheckedBasket,
} from '@local-widgets/model';
import type {
  DeliveryZone,
  PickupMode,
  PickupRules,
  Product,
  ShopProfile,
} from '@local-widgets/model/schemas.js';
import {BackEndError, type BackEnd, type Placed} from '../back-ends/port.js';
import type {PageShop} from '../basket/page-shop.js';
import type {CollectEnvironment} from '../environment.js';
import {LocalBasketChangeEvent, LocalOrderPlacedEvent} from '../events.js';
import {Outbox} from '../outbox/outbox.js';
import type {CollectSettings} from '../settings.js';
import {answerTo, type Answer} from './answers.js';
import {
  addressErrors,
  contactErrors,
  emptyForm,
  formFrom,
  type Errors,
  type Form,
  type Sentence,
} from './form.js';
import {newOrder, pickupErrors} from './new-order.js';
import {Offers} from './offers.js';

/** Milliseconds after which a catalogue is asked for again. */
const FRESH = 5 * 60_000;

/** Steps that a person goes through; the others are where one may end up. */
export const STEPS = ['basket', 'pickup', 'contact', 'review'] as const;
export type Step = (typeof STEPS)[number] | 'sending' | 'direct' | 'placed';

export interface CheckoutNeeds {
  readonly settings: CollectSettings;
  readonly shared: PageShop;
  /** Undefined where orders go by phone and e-mail. */
  readonly backEnd: BackEnd | undefined;
  readonly environment: CollectEnvironment;
  readonly clock: Clock;
}

/** The button through which a person acts. It may leave the page; what it orders from stays. */
export interface Acting {
  /** Where events go. */
  emit(event: Event): void;
  /** The price list in the page, for where no back end answers. */
  pageProducts(): Promise<readonly Product[]>;
  /** In which the hub writes to the customer. */
  language(): 'fr' | 'en';
}

/** Nobody acts, and whoever did so last is not held in memory. */
export const nobody = (language: 'fr' | 'en'): Acting => ({
  emit: () => undefined,
  pageProducts: () => Promise.resolve([]),
  language: () => language,
});

/** One order from one shop, from the basket to its confirmation; all buttons of the shop share it. */
export class Checkout {
  step: Step = 'basket';
  /** How the catalogue came. */
  phase: 'loading' | 'ready' | 'failed' = 'loading';
  /** What the person must know now, above the step. */
  notice: Sentence | undefined;
  errors: Errors = {};
  form: Form = emptyForm();

  /** When what is shown came, where newer could not be had. */
  staleSince: Date | undefined;
  shop: ShopProfile | undefined;
  products: readonly Product[] = [];

  mode: PickupMode = 'collect';
  /** The order, once it is in. */
  placed: Placed | undefined;

  readonly outbox: Outbox;
  readonly offers: Offers;
  acting: Acting = nobody('fr');
  /** Selector of what gets the keyboard after the next rendering. */
  focusNext: string | undefined;

  private readonly listeners = new Set<() => void>();
  private loadedAt = 0;

  constructor(readonly needs: CheckoutNeeds) {
    const {shared, backEnd, environment, clock} = needs;
    this.offers = new Offers({
      backEnd,
      environment,
      wish: () => ({mode: this.mode, lines: shared.basket.lines}),
      now: () => this.now,
      changed: () => {
        if (this.offers.failed) this.awaitNetwork();
        this.changed();
      },
    });
    this.outbox = new Outbox({
      kept: shared.order,
      environment,
      clock,
      place: attempt => {
        if (!backEnd) throw new BackEndError('unavailable', 'nobody takes orders', 503);
        return backEnd.place(attempt);
      },
      changed: () => this.takeOutbox(),
      placed: placed => this.takePlaced(placed),
    });
    shared.subscribe(() => this.changed());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /* What is there. */

  get now(): Date {
    return this.needs.clock.now();
  }

  get checked(): CheckedBasket {
    return checkBasket(this.products, this.needs.shared.basket.lines);
  }

  get rules(): PickupRules | undefined {
    return this.shop?.pickup.find(({mode}) => mode === this.mode);
  }

  get zone(): DeliveryZone | undefined {
    return this.rules && deliveryZoneFor(this.rules, this.form.postalCode);
  }

  get total(): BasketTotal {
    const fee = this.mode === 'delivery' ? this.zone?.fee : this.offers.place?.price || undefined;
    return basketTotal(this.checked.items, fee);
  }

  /** False: the shop is reached by phone and e-mail only, for now or always. */
  get isOnline(): boolean {
    return this.shop?.acceptsOrders === true;
  }

  /** WooCommerce wants an e-mail and a postal address, also of those who collect. */
  get needsBilling(): boolean {
    return this.needs.settings.backEnd === 'woocommerce';
  }

  /** How the shop can be reached, by its own word before the page's. */
  get reach(): {name: string; phone: string | undefined; email: string | undefined} {
    const {name, phone, email} = this.needs.settings;
    const {shop} = this;
    return {
      name: shop?.name || name,
      phone: shop?.telephone ?? (phone || undefined),
      email: shop?.email ?? (email || undefined),
    };
  }

  /* What a person does. */

  /** The dialog opens: where one was, or at the order that is under way. */
  async begin(): Promise<void> {
    const kept = this.needs.shared.order.get();
    if (kept?.state === 'waiting') this.resume();
    else if (this.step === 'sending') this.step = 'basket';
    if (kept?.state === 'placed' && this.needs.shared.basket.count === 0)
      this.showPlaced(kept.placed);
    if (this.phase !== 'ready') await this.load();
    else if (this.now.getTime() - this.loadedAt > FRESH) await this.reload();
  }

  async load(): Promise<void> {
    const {backEnd} = this.needs;
    // called later: the button may have left meanwhile
    const pageProducts = (): Promise<readonly Product[]> => this.acting.pageProducts();
    this.phase = 'loading';
    this.changed();
    try {
      if (backEnd) this.takeShelves(await backEnd.open());
      else this.products = await pageProducts();
      this.phase = 'ready';
      if (!backEnd && this.products.length === 0) this.step = 'direct';
    } catch (error) {
      if (!(error instanceof BackEndError)) throw error;
      warn('local-collect-button', error.message);
      this.products = await pageProducts();
      this.phase = 'failed';
      if (this.step === 'basket') this.step = 'direct';
    }
    this.changed();
  }

  put(product: string, quantity: number): void {
    const {settings, shared} = this.needs;
    shared.basket.put(product, quantity);
    this.notice = undefined;
    this.tellBasket(settings);
    void this.askSoonest(true);
  }

  emptyBasket(): void {
    const {settings, shared} = this.needs;
    shared.basket.empty();
    this.tellBasket(settings);
  }

  /** Takes out what cannot be had, so that one can go on. */
  takeRest(): void {
    for (const {product, available = 0} of this.checked.problems) this.put(product, available);
  }

  go(step: Step): void {
    this.step = step;
    this.notice = undefined;
    this.errors = {};
    this.focusNext = '#title';
    if (step === 'pickup') void this.offers.ask();
    this.changed();
  }

  back(): void {
    const at = STEPS.indexOf(this.step as (typeof STEPS)[number]);
    this.go(STEPS[at - 1] ?? 'basket');
  }

  /** On to the next step, when this one is whole. */
  next(): void {
    const {step, form, needsBilling} = this;
    if (step === 'basket') this.leaveBasket();
    else if (step === 'pickup') this.pass(pickupErrors(this), 'contact');
    else if (step === 'contact') {
      const address = needsBilling ? addressErrors(form) : {};
      this.pass({...contactErrors(form, needsBilling), ...address}, 'review');
    }
  }

  chooseMode(mode: PickupMode): void {
    this.mode = mode;
    this.offers.choice = undefined;
    this.errors = {};
    void this.offers.ask();
    this.changed();
  }

  choose(choice: string): void {
    this.offers.choice = choice;
    delete this.errors.slot;
    this.changed();
  }

  /** The form is written to directly; this shows what depends on it. */
  fill(change: Partial<Form>): void {
    Object.assign(this.form, change);
    const isMended = ([name]: [string, unknown]): boolean => name in change;
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(each => !isMended(each)));
    this.changed();
  }

  /** The last button. */
  order(): void {
    const {legal} = this.shop ?? {};
    if (legal?.termsUrl && !this.form.acceptsTerms) {
      this.pass({acceptsTerms: messages => messages.termsMissing}, 'review');
      return;
    }
    this.step = 'sending';
    this.notice = undefined;
    this.focusNext = '#title';
    void this.outbox.submit(newOrder(this), this.offers.slot?.orderUntil);
  }

  /** Sends the order that an earlier page left; the form is as it was. */
  resume(): void {
    const {waiting} = this.outbox;
    if (!waiting) return;
    this.step = 'sending';
    if (!this.form.name) {
      Object.assign(this.form, formFrom(waiting.order));
      this.mode = waiting.order.mode;
    }
    if (this.outbox.state.phase === 'idle') void this.outbox.resume();
    this.changed();
  }

  /** The slot is over: another one, with everything else as it is. */
  chooseAgain(): void {
    this.outbox.abandon();
    this.offers.forget();
    this.go('pickup');
  }

  giveUp(): void {
    this.outbox.abandon();
    this.go('review');
    if (!this.shop || !this.offers.choice) this.go('basket');
    this.say(messages => messages.gaveUp);
  }

  startAnew(): void {
    this.needs.shared.order.set(undefined);
    this.placed = undefined;
    this.offers.forget();
    this.form.acceptsTerms = false;
    this.go('basket');
  }

  showPlaced(placed: Placed): void {
    this.placed = placed;
    this.step = 'placed';
    this.changed();
  }

  /** The order as it stands now, of this device as well. */
  updatePlaced(placed: Placed): void {
    this.needs.shared.order.set({state: 'placed', placed});
    this.placed = placed;
    this.changed();
  }

  say(notice: Sentence): void {
    this.notice = notice;
    this.changed();
  }

  /* The rest. */

  /** For the next slot up front; of a basket that changes, once it rests. */
  private async askSoonest(isChanging = false): Promise<void> {
    const isRested = !isChanging || (await this.offers.rested());
    const isWanted = this.step === 'basket' && this.isOnline && !this.needsBilling;
    if (isRested && isWanted) await this.offers.ask();
  }

  private leaveBasket(): void {
    const isShort = this.checked.problems.length > 0;
    if (!this.isOnline) this.go('direct');
    else if (isShort) this.say(messages => messages.problem.outOfStockSome);
    else this.go('pickup');
  }

  /** Shows what is wrong and moves the keyboard to the first of it, or goes on. */
  private pass(errors: Errors, next: Step): void {
    this.errors = errors;
    if (Object.keys(errors).length === 0) this.go(next);
    else {
      this.focusNext = '[aria-invalid=true]';
      this.changed();
    }
  }

  private takeShelves({shop, products}: {shop: ShopProfile; products: readonly Product[]}): void {
    this.shop = shop;
    this.products = products;
    this.loadedAt = this.now.getTime();
    this.staleSince = undefined;
    if (!this.rules) this.mode = shop.pickup[0]?.mode ?? 'collect';
    if (!shop.payments.includes(this.form.payment!)) this.form.payment = shop.payments[0];
    if (this.step === 'direct') this.step = 'basket';
    void this.askSoonest();
  }

  private takeOutbox(): void {
    const {state} = this.outbox;
    if (state.phase === 'refused') this.takeRefusal(state.error);
    const kept = this.needs.shared.order.get();
    // answered in another tab
    if (state.phase === 'idle' && this.step === 'sending' && kept?.state === 'placed') {
      this.showPlaced(kept.placed);
    }
    this.changed();
  }

  /** The back end said no: a sentence and a way on, at the step where something can be done. */
  private takeRefusal(error: BackEndError): void {
    const before = this.total.total;
    const answer: Answer = answerTo(error, this.products, before);
    this.step = this.shop || answer.step === 'direct' ? answer.step : 'basket';
    this.notice = answer.notice;
    this.errors = answer.errors;
    this.focusNext = '#notice';
    if (answer.step === 'pickup') this.offers.replace(answer.slots);
    if (answer.isStale) void this.reload();
  }

  /** Prices and stock are the back end's word. */
  private async reload(): Promise<void> {
    try {
      const shelves = await this.needs.backEnd?.open();
      if (shelves) this.takeShelves(shelves);
    } catch {
      // what was there stays on the screen, with its age
      this.staleSince = new Date(this.loadedAt);
      this.awaitNetwork();
    }
    this.changed();
  }

  private awaitNetwork(): void {
    this.needs.environment.page?.addEventListener('online', this.askAgain, {once: true});
  }

  /** The network is back. What never came waits for a person: no step changes under their hands. */
  private readonly askAgain = (): void => {
    if (this.staleSince) void this.reload();
    if (this.offers.failed) void this.offers.ask(true);
  };

  private takePlaced(placed: Placed): void {
    const {settings, shared} = this.needs;
    shared.basket.empty();
    this.focusNext = '#title';
    this.showPlaced(placed);
    const {contract, mode, total, count} = placed;
    const {hub, shop} = settings;
    this.acting.emit(new LocalOrderPlacedEvent({hub, shop, contract, mode, total, count}));
  }

  private tellBasket({hub, shop}: CollectSettings): void {
    const {lines, count} = this.needs.shared.basket;
    this.acting.emit(new LocalBasketChangeEvent({hub, shop, lines, count}));
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
