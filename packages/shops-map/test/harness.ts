import {waitUntil} from '@open-wc/testing';
import type {Clock, FeedEnvironment} from '@local-widgets/core';
import type {Place} from '@local-widgets/model';
import '../src/define.js';
import type {LocalShopsMap} from '../src/index.js';
import {panelStyles} from '../src/search/panels.styles.js';
import {TUESDAY_MORNING} from './places.js';

/** What a page writes, and what a test puts in the place of the outer world. */
export interface PageOptions {
  readonly places?: readonly Place[];
  /** Attributes by their name in HTML; without `tiles` there is no base map. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes of the box around the element, such as `lang` or `dir`. */
  readonly around?: Readonly<Record<string, string>>;
  readonly now?: Date;
  readonly feedEnvironment?: FeedEnvironment;
  /** Width of the box around, in CSS pixels; from 736 on list and map stand side by side. */
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Text of a link inside the element, for when there is no list. */
  readonly fallback?: string;
}

/** Side by side; one at a time, where the map waits until it is asked for; as narrow as it gets. */
export const WIDE = 780;
export const MEDIUM = 600;
export const NARROW = 320;

/** The console's warnings of the present test, as text. */
export const warnings: string[] = [];

/** Errors that nobody caught during the present test. */
export const uncaught: string[] = [];

/** Looks in a row without a change; longer than Leaflet waits after a change of size. */
const QUIET_LOOKS = 14;

const boxes = new Set<HTMLElement>();
const {warn} = console;
const catchError = ({message}: ErrorEvent): unknown => uncaught.push(message);

beforeEach(() => {
  warnings.length = 0;
  uncaught.length = 0;
  console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
  addEventListener('error', catchError);
});

afterEach(() => {
  for (const box of boxes) box.remove();
  boxes.clear();
  removeEventListener('error', catchError);
  console.warn = warn;
});

/** Waits for something to become true, looking again and again. */
export function until(condition: () => unknown, what: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), `never: ${what}`, {interval: 15, timeout: 9000});
}

export const clockAt = (now: Date): Clock => ({now: () => now});

/** An outer world without waits; `answer` stands for the network. */
export function network(answer: (url: string, init?: RequestInit) => unknown): FeedEnvironment {
  return {
    fetch: async (input, init) => (await answer(new Request(input).url, init)) as Response,
    random: () => 0,
    sleep: () => Promise.resolve(),
  };
}

/** The browser's network, without the waits between attempts. */
export const impatient = network((url, init) => fetch(url, init));

/** Puts the element into the page; gone after the test. */
export function put(options: PageOptions = {}): ShopsHarness {
  const box = document.createElement('div');
  box.style.width = `${options.width ?? MEDIUM}px`;
  if (options.scheme) {
    box.style.colorScheme = options.scheme;
    box.style.background = 'Canvas';
    box.style.color = 'CanvasText';
  }
  for (const [name, value] of Object.entries(options.around ?? {})) box.setAttribute(name, value);
  const element = document.createElement('local-shops-map');
  const attributes = {tiles: 'none', ...options.attributes};
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.clock = clockAt(options.now ?? TUESDAY_MORNING);
  if (options.places) element.places = options.places;
  if (options.feedEnvironment) element.feedEnvironment = options.feedEnvironment;
  if (options.fallback) {
    const link = document.createElement('a');
    link.href = '#';
    link.textContent = options.fallback;
    element.append(link);
  }
  box.append(element);
  boxes.add(box);
  document.body.append(box);
  return new ShopsHarness(element, box);
}

/** The same, and waits for the list with its hours. */
export async function open(options: PageOptions = {}): Promise<ShopsHarness> {
  const shops = put(options);
  await shops.listed();
  return shops;
}

/** The same side by side unless told otherwise, and waits for the map. */
export async function openWithMap(options: PageOptions = {}): Promise<ShopsHarness> {
  const {width = WIDE} = options;
  const shops = await open({...options, width});
  if (width < WIDE) await shops.press('Carte');
  await shops.mapped();
  await shops.mapRests();
  return shops;
}

/** One line of the list as a person sees it. */
export interface Row {
  readonly name: string;
  readonly meta: string;
  readonly opening: string;
  readonly button: HTMLButtonElement;
  readonly phone: HTMLAnchorElement | null;
}

/** One button on the map. */
export interface Marker {
  readonly name: string;
  /** Places it stands for. */
  readonly count: number;
  readonly isCluster: boolean;
  readonly isCurrent: boolean;
  readonly button: HTMLButtonElement;
}

/** The only way of the tests into the shadow root: what a person sees, and what a person does. */
export class ShopsHarness {
  constructor(
    readonly element: LocalShopsMap,
    readonly box: HTMLElement,
  ) {}

  get root(): ShadowRoot {
    const {shadowRoot} = this.element;
    if (!shadowRoot) throw new Error('The element has not been rendered.');
    return shadowRoot;
  }

  /* What is there. */

  get status(): string {
    return textOf(this.all('[role=status].status')[0] ?? null);
  }

  /** Everything in sight, in one line. */
  get text(): string {
    return this.all('.root')[0]?.innerText ?? '';
  }

  get rows(): Row[] {
    return this.all('.row:not(.skeleton)').map(row => ({
      name: textOf(row.querySelector('button')),
      meta: textOf(row.querySelector('.meta')),
      opening: textOf(row.querySelector('.opening')),
      button: row.querySelector('button')!,
      phone: row.querySelector('a'),
    }));
  }

  get names(): string[] {
    return this.rows.map(({name}) => name);
  }

  get card(): HTMLElement | undefined {
    return this.all('article')[0];
  }

  /** The name on the card. */
  get cardName(): string | undefined {
    return this.card && textOf(this.card.querySelector('[role=heading]'));
  }

  get markers(): Marker[] {
    return this.all<HTMLButtonElement>('.canvas button').map(button => {
      const name = button.getAttribute('aria-label') ?? '';
      const count = /^(\d+) adresses/.exec(name)?.[1];
      return {
        name,
        count: Number(count ?? 1),
        isCluster: count !== undefined,
        isCurrent: button.getAttribute('aria-current') === 'true',
        button,
      };
    });
  }

  /** How many places the map shows, in markers and clusters. */
  get placesOnMap(): number {
    return this.markers.reduce((sum, {count}) => sum + count, 0);
  }

  /** What has the keyboard, by its name; `undefined` when it is not in the element. */
  get focused(): string | undefined {
    const {activeElement} = this.root;
    return activeElement ? nameOf(activeElement) : undefined;
  }

  get search(): HTMLInputElement {
    return this.one('input[type=search]') as HTMLInputElement;
  }

  get radius(): HTMLSelectElement {
    return this.one('select#radius') as HTMLSelectElement;
  }

  /** Labels of the radius choices. */
  get radii(): string[] {
    return [...this.radius.options].map(option => normal(option.label));
  }

  /** Filters to tick, by row: `Boulangerie 2`. */
  get categoryRows(): string[][] {
    return this.all('fieldset').map(row =>
      [...row.querySelectorAll<HTMLElement>('label')].map(label => labelOf(label)),
    );
  }

  get openNow(): HTMLInputElement | undefined {
    return this.all<HTMLInputElement>('.choices input[type=checkbox]')[0];
  }

  get canvas(): HTMLElement {
    return this.one('.canvas');
  }

  get hasMap(): boolean {
    return this.all('.map').length > 0;
  }

  /** The box with this label. */
  checkbox(label: string): HTMLInputElement {
    const found = this.all('label').find(
      each => each.querySelector('input') && labelOf(each).replace(/ [\d\s]+$/u, '') === label,
    );
    return found?.querySelector('input') ?? fail(`no checkbox "${label}"`);
  }

  /** The button in sight with this name. */
  button(name: string): HTMLButtonElement {
    return this.findButton(name) ?? fail(`no button "${name}"`);
  }

  findButton(name: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find(each => nameOf(each) === name);
  }

  link(name: string): HTMLAnchorElement {
    const found = this.all<HTMLAnchorElement>('a').find(each => nameOf(each) === name);
    return found ?? fail(`no link "${name}"`);
  }

  marker(start: string): Marker {
    return (
      this.markers.find(({name}) => name.startsWith(start)) ??
      fail(`no marker "${start}", only ${this.markers.map(({name}) => name).join(' | ')}`)
    );
  }

  one(selector: string): HTMLElement {
    return this.all(selector)[0] ?? fail(`no ${selector}`);
  }

  all<E extends Element = HTMLElement>(selector: string): E[] {
    return [...(this.element.shadowRoot?.querySelectorAll<E>(selector) ?? [])];
  }

  isVisible(target: Element): boolean {
    return target.getClientRects().length > 0;
  }

  /* Waiting for states. */

  settled(): Promise<boolean> {
    return this.element.updateComplete;
  }

  /** The list is there, with opening hours where any are known. */
  async listed(): Promise<void> {
    await until(() => this.rows.length > 0, 'a list');
    const knowsHours = this.all('.opening').length > 0;
    if (knowsHours) await until(() => this.openNow, 'opening hours');
    await this.settled();
  }

  /** A person turns to the bar: what answers it has come, or could not be had. */
  async answers(): Promise<void> {
    const [search] = this.all('input[type=search]');
    if (!search) return;
    search.dispatchEvent(new FocusEvent('focus'));
    const hasCome = (): boolean => this.root.adoptedStyleSheets.includes(panelStyles.styleSheet!);
    await until(() => hasCome() || this.all('.filters p[role=status]').length, 'answers');
    await this.settled();
  }

  async mapped(): Promise<void> {
    await until(() => this.markers.length > 0, 'markers on the map');
  }

  /** The status says so. */
  async says(words: string): Promise<void> {
    await until(() => this.status.includes(words), `the status "${words}"`);
  }

  async shows(words: string): Promise<void> {
    await until(() => normal(this.text).includes(words), `"${words}" in sight`);
  }

  /* What a person does. */

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settled();
  }

  async tick(label: string): Promise<void> {
    await this.answers();
    this.checkbox(label).click();
    await this.settled();
  }

  async type(text: string): Promise<void> {
    await this.answers();
    this.search.value = text;
    this.search.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.settled();
  }

  async chooseRadius(label: string): Promise<void> {
    await this.answers();
    const {radius} = this;
    const index = this.radii.indexOf(label);
    if (index < 0) fail(`no radius "${label}", only ${this.radii.join(', ')}`);
    radius.selectedIndex = index;
    radius.dispatchEvent(new Event('change', {bubbles: true}));
    await this.settled();
  }

  /** Chooses a row of the list and waits for its card. */
  async choose(name: string): Promise<void> {
    const row = this.rows.find(each => each.name === name) ?? fail(`no row "${name}"`);
    row.button.click();
    await this.carded(name);
  }

  /** Chooses a marker and waits for its card. */
  async chooseMarker(name: string): Promise<void> {
    this.marker(name).button.click();
    await this.carded(name);
  }

  async carded(name: string): Promise<void> {
    await until(() => this.cardName === name, `the card of ${name}`);
    await this.settled();
  }

  /** The names on all pages of the list, from the first. */
  async allNames(): Promise<string[]> {
    const names = [...this.names];
    while (this.findButton('Suivant')?.getAttribute('aria-disabled') === 'false') {
      await this.press('Suivant');
      names.push(...this.names);
    }
    return names;
  }

  /** Waits until no zoom, glide or late change of size moves the map any more. */
  async mapRests(): Promise<void> {
    let before = '';
    let quiet = 0;
    await until(() => {
      const now = this.markers.map(({name}) => name).join('|') + this.transforms();
      quiet = now === before && !this.canvas.querySelector('.leaflet-zoom-anim') ? quiet + 1 : 0;
      before = now;
      return quiet > QUIET_LOOKS;
    }, 'a map at rest');
  }

  private transforms(): string {
    return this.all('.canvas .leaflet-pane, .on-map')
      .map(pane => getComputedStyle(pane).transform)
      .join();
  }
}

/** Events of one type that reach the document, with their details. */
export function hear<K extends `local-${string}` & keyof GlobalEventHandlersEventMap>(
  shops: ShopsHarness,
  type: K,
): GlobalEventHandlersEventMap[K][] {
  const heard: GlobalEventHandlersEventMap[K][] = [];
  shops.box.addEventListener(type, event => heard.push(event));
  return heard;
}

/** Spaces of every kind and width as one plain space. */
export function normal(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

export function textOf(node: Node | null): string {
  return normal(node?.textContent ?? '');
}

/** Name of a control: its `aria-label`, its label, or its text. */
function nameOf(control: Element): string {
  const label =
    control.getAttribute('aria-label') ??
    (control as HTMLInputElement).labels?.[0]?.textContent ??
    control.textContent;
  return normal(label);
}

/** What stands on a filter, without what only screen readers hear. */
function labelOf(label: HTMLElement): string {
  const spans = [...label.querySelectorAll('span:not(.visually-hidden)')];
  return normal(spans.map(span => span.textContent).join(' '));
}

function fail(message: string): never {
  throw new Error(message);
}
