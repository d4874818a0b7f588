import {waitUntil} from '@open-wc/testing';
import {pageShops} from '../src/basket/page-shop.js';
import '../src/define.js';
import {checkouts} from '../src/dialog/collect-dialog.js';
import type {LocalCollectButton} from '../src/index.js';
import {FakeHub} from './fake-hub.js';
import {TUESDAY_MORNING} from './shop.js';
import {countingChance, MemoryStorage, Sleeps, TestClock, type World} from './world.js';

/** As long as a basket rests; such waits end by themselves here. */
const SHORT = 700;

export interface PageOptions {
  /** Attributes by their name in HTML; hub and shop unless told otherwise. */
  readonly attributes?: Readonly<Record<string, string | null>> | undefined;
  /** Attributes of the box around the element, such as `lang`. */
  readonly around?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Markup inside the element. */
  readonly children?: string;
}

/** The console's warnings of the present test, as text. */
export const warnings: string[] = [];

/** The outer world of the present test. */
export let hub: FakeHub;
export let storage: MemoryStorage;
export let sleeps: Sleeps;
export let clock: TestClock;
let outer: World;

const boxes = new Set<HTMLElement>();
const {warn} = console;

beforeEach(() => {
  warnings.length = 0;
  console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
  hub = new FakeHub();
  storage = new MemoryStorage();
  clock = new TestClock(TUESDAY_MORNING);
  newPage();
});

afterEach(() => {
  newPage();
  console.warn = warn;
});

/** What a reload does: elements and memory are gone, the storage stays. */
export function newPage(): void {
  for (const box of boxes) box.remove();
  boxes.clear();
  pageShops.clear();
  checkouts.clear();
  // what the old page waits for never comes
  sleeps = new Sleeps();
  outer = {
    fetch: hub.fetch,
    chance: countingChance(),
    storage: () => storage,
    page: new EventTarget(),
    sleep: (ms, signal) => (ms < SHORT ? Promise.resolve() : sleeps.sleep(ms, signal)),
  };
}

/** Another tab wrote; this one hears of it. */
export function tellPage(event: Event): void {
  outer.page.dispatchEvent(event);
}

export function until(condition: () => unknown, what: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), `never: ${what}`, {interval: 15, timeout: 9000});
}

/** Puts a button into the page; gone after the test. */
export function put(options: PageOptions = {}): CollectHarness {
  const box = document.createElement('div');
  if (options.width) box.style.width = `${options.width}px`;
  if (options.scheme) {
    box.style.colorScheme = options.scheme;
    box.style.background = 'Canvas';
    box.style.color = 'CanvasText';
  }
  for (const [name, value] of Object.entries(options.around ?? {})) box.setAttribute(name, value);
  const element = document.createElement('local-collect-button');
  const attributes: PageOptions['attributes'] = {
    hub: hub.url,
    shop: 'fournil',
    ...options.attributes,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, value);
  }
  element.environment = outer;
  element.clock = clock;
  if (options.children) {
    element.append(document.createRange().createContextualFragment(options.children));
  }
  box.append(element);
  boxes.add(box);
  document.body.append(box);
  return new CollectHarness(element, box);
}

/** The same, with the dialog open and its catalogue there. */
export async function open(options: PageOptions = {}): Promise<CollectHarness> {
  const button = put(options);
  await button.settled();
  button.face.click();
  await button.opened();
  return button;
}

/** The same at the last step, with one bread and Claire's telephone number. */
export async function openAtReview(options: PageOptions = {}): Promise<CollectHarness> {
  const button = await open({
    ...options,
    attributes: {product: 'pain-de-campagne', ...options.attributes},
  });
  await button.press('Choisir le retrait');
  await button.shows('au plus tôt');
  await button.press('Continuer');
  await button.type('Prénom ou nom', 'Claire');
  await button.type('Téléphone', '06 12 34 56 78');
  await button.press('Vérifier');
  await button.titled('Tout est juste ?');
  return button;
}

export const ORDER = 'Commander avec obligation de paiement';

/** The only way of the tests into the shadow root: what a person sees, and what a person does. */
export class CollectHarness {
  constructor(
    readonly element: LocalCollectButton,
    readonly box: HTMLElement,
  ) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get face(): HTMLButtonElement {
    return this.one('[part=button]') as HTMLButtonElement;
  }

  /** What the button says, with what only screen readers hear. */
  get faceText(): string {
    return normal(this.face.textContent);
  }

  get note(): string {
    return textOf(this.one('.note'));
  }

  get dialog(): HTMLDialogElement | null {
    return this.root.querySelector('dialog');
  }

  get title(): string {
    return textOf(this.dialog?.querySelector('h2') ?? null);
  }

  /** Everything in sight in the dialog, in one line. */
  get text(): string {
    return normal(this.dialog?.innerText ?? '');
  }

  get alert(): string {
    return normal([...this.all('dialog [role=alert]')].map(each => each.textContent).join(' '));
  }

  get sum(): string {
    return textOf(this.one('.sum'));
  }

  /** What has the keyboard, by its name. */
  get focused(): string | undefined {
    const {activeElement} = this.root;
    return activeElement ? nameOf(activeElement) : undefined;
  }

  get products(): string[] {
    return this.all('.product .name').map(textOf);
  }

  /** The chosen slot. */
  get slot(): string | undefined {
    const chosen = this.all<HTMLInputElement>('input[name=slot]').find(({checked}) => checked);
    return chosen && normal(chosen.closest('label')!.innerText);
  }

  get slots(): string[] {
    return this.all('.slots label').map(label => normal(label.innerText));
  }

  one(selector: string): HTMLElement {
    return this.all(selector)[0] ?? fail(`no ${selector}`);
  }

  all<E extends Element = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  button(name: string): HTMLButtonElement {
    return this.findButton(name) ?? fail(`no button "${name}" in: ${this.text}`);
  }

  findButton(name: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find(each => nameOf(each) === name);
  }

  link(name: string): HTMLAnchorElement {
    const found = this.all<HTMLAnchorElement>('a').find(each => nameOf(each).startsWith(name));
    return found ?? fail(`no link "${name}" in: ${this.text}`);
  }

  field(label: string): HTMLInputElement {
    const found = this.all('label').find(each => textOf(each).startsWith(label));
    const input =
      found?.querySelector('input') ?? this.root.getElementById(found?.getAttribute('for') ?? '');
    return (input as HTMLInputElement | null) ?? fail(`no field "${label}"`);
  }

  /** The error that is tied to a field. */
  errorOf(label: string): string {
    const field = this.field(label);
    const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
    const errors = ids
      .map(id => this.root.getElementById(id))
      .filter(each => each?.matches('.error'));
    return field.getAttribute('aria-invalid') ? normal(errors.map(textOf).join(' ')) : '';
  }

  settled(): Promise<boolean> {
    return this.element.updateComplete;
  }

  async opened(): Promise<void> {
    await until(() => this.dialog?.open && !this.text.includes('Chargement'), 'an open dialog');
    await this.settled();
  }

  async shows(words: string): Promise<void> {
    await until(() => this.text.includes(words), `"${words}" in: ${this.text}`);
    await this.settled();
  }

  async titled(words: string): Promise<void> {
    await until(() => this.title === words, `the title "${words}", only "${this.title}"`);
    await this.settled();
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settled();
  }

  async choose(label: string): Promise<void> {
    const found = this.all('label').find(each => normal(each.innerText).startsWith(label));
    (found ?? fail(`no choice "${label}"`)).click();
    await this.settled();
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.field(label);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.settled();
  }
}

/** Events of one type that reach the document, with their details. */
export function hear<K extends 'local-basket-change' | 'local-order-placed'>(
  button: CollectHarness,
  type: K,
): GlobalEventHandlersEventMap[K]['detail'][] {
  const heard: GlobalEventHandlersEventMap[K]['detail'][] = [];
  button.box.addEventListener(type, event => heard.push(event.detail));
  return heard;
}

/** Spaces of every kind and width as one plain space. */
export function normal(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

export function textOf(node: Node | null): string {
  return normal(node?.textContent ?? '');
}

function nameOf(control: Element): string {
  const label =
    control.getAttribute('aria-label') ??
    (control as HTMLInputElement).labels?.[0]?.textContent ??
    control.textContent;
  return normal(label);
}

function fail(message: string): never {
  throw new Error(message);
}
