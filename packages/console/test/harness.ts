import {waitUntil} from '@open-wc/testing';
import '../src/define.js';
import type {LocalDesk, LocalEventsDesk, LocalInbox, LocalOrdersDesk} from '../src/index.js';
import {busyHub, FakeHub} from './fake-hub.js';
import {NOW} from './town.js';

export {busyHub, FakeHub};

/** What a page writes, and what a test puts in the place of the outer world. */
export interface DeskOptions {
  readonly hub?: FakeHub;
  readonly attributes?: Readonly<Record<string, string>>;
  /** `local-orders-desk` unless told. */
  readonly tag?: 'local-orders-desk' | 'local-inbox' | 'local-events-desk' | 'local-desk';
  readonly lang?: string;
  /** Width of the box around, in CSS pixels. */
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
}

const boxes = new Set<HTMLElement>();

/** The console's warnings of the present test, as text. */
export const warnings: string[] = [];
const {warn} = console;

beforeEach(() => {
  warnings.length = 0;
  console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
});

afterEach(() => {
  for (const box of boxes) box.remove();
  boxes.clear();
  console.warn = warn;
});

/** Waits for something to become true, looking again and again. */
export function until(condition: () => unknown, what: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), `never: ${what}`, {interval: 15, timeout: 9000});
}

/** Puts the desk into the page; gone after the test. */
export function put(options: DeskOptions = {}): DeskHarness {
  const hub = options.hub ?? busyHub();
  const box = document.createElement('div');
  box.style.width = `${options.width ?? 760}px`;
  box.lang = options.lang ?? 'fr';
  if (options.scheme) {
    box.style.colorScheme = options.scheme;
    box.style.background = 'Canvas';
    box.style.color = 'CanvasText';
  }
  const element = document.createElement(options.tag ?? 'local-orders-desk');
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  element.environment = hub.environment;
  element.clock = {now: () => NOW};
  box.append(element);
  boxes.add(box);
  document.body.append(box);
  return new DeskHarness(element, box, hub);
}

/** The same, and waits for the orders. */
export async function open(options: DeskOptions = {}): Promise<DeskHarness> {
  const desk = put(options);
  await until(() => desk.all('.columns').length > 0, 'orders');
  await until(() => desk.connection === (options.lang === 'en' ? 'live' : 'en direct'), 'a line');
  return desk;
}

/** The same, and waits for a tab. */
export async function openTab(name: string, options: DeskOptions = {}): Promise<DeskHarness> {
  const desk = await open(options);
  desk.tab(name).click();
  await until(() => desk.all('.view, .panel > .wait:not([role])').length > 0, `the tab ${name}`);
  await desk.settled();
  return desk;
}

/** The only way of the tests into the shadow root: what a person sees, and what a person does. */
export class DeskHarness {
  constructor(
    readonly element: LocalOrdersDesk | LocalInbox | LocalEventsDesk | LocalDesk,
    readonly box: HTMLElement,
    readonly hub: FakeHub,
  ) {}

  get text(): string {
    return normal(this.all('.root')[0]?.innerText ?? '');
  }

  get connection(): string {
    return normal(this.all('.connection')[0]?.innerText ?? '');
  }

  /** What was said last. */
  get notice(): string {
    return normal(this.all('.notice p')[0]?.textContent ?? '');
  }

  /** Codes of the orders in a section. */
  codes(section: 'received' | 'accepted' | 'ready'): string[] {
    return this.all(`[data-section=${section}] .code`).map(code => normal(code.textContent));
  }

  get focused(): string | undefined {
    const {activeElement} = this.root;
    return activeElement ? nameOf(activeElement) : undefined;
  }

  get root(): ShadowRoot {
    const {shadowRoot} = this.element;
    if (!shadowRoot) throw new Error('The desk has not been rendered.');
    return shadowRoot;
  }

  card(code: string): HTMLElement {
    const found = this.all('.order').find(
      each => each.querySelector('.code')?.textContent === code,
    );
    return found ?? fail(`no order ${code}`);
  }

  tab(name: string): HTMLElement {
    const found = this.all('[role=tab]').find(each => normal(each.textContent).startsWith(name));
    return found ?? fail(`no tab ${name}`);
  }

  findButton(name: string, within: ParentNode = this.root): HTMLButtonElement | undefined {
    return [...within.querySelectorAll('button')].find(each => nameOf(each) === name);
  }

  button(name: string, within?: ParentNode): HTMLButtonElement {
    return this.findButton(name, within) ?? fail(`no button "${name}"`);
  }

  field(label: string): HTMLInputElement {
    const fields = this.all<HTMLInputElement>('input, select, textarea');
    return fields.find(each => nameOf(each) === label) ?? fail(`no field "${label}"`);
  }

  all<E extends Element = HTMLElement>(selector: string): E[] {
    return [...(this.element.shadowRoot?.querySelectorAll<E>(selector) ?? [])];
  }

  /** What is said by a field. */
  errorOf(label: string): string {
    const ids = this.field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    const error = ids.find(id => id.endsWith('-error'));
    return normal((error && this.root.getElementById(error)?.textContent) ?? '');
  }

  async settled(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) {
      await new Promise(resolve => setTimeout(resolve));
      await this.element.updateComplete;
    }
  }

  async press(name: string, within?: ParentNode): Promise<void> {
    this.button(name, within).click();
    await this.settled();
  }

  async type(label: string, value: string): Promise<void> {
    const field = this.field(label);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await this.settled();
  }

  /** Waits until what has this name has the keyboard; Firefox is late while its window is not in front. */
  async hasKeyboard(name: string): Promise<void> {
    await until(() => this.focused === name, `the keyboard in "${name}", only ${this.focused}`);
  }

  async shows(words: string): Promise<void> {
    await until(() => this.text.includes(words), `"${words}" in sight, only ${this.text}`);
  }
}

/** Spaces of every kind and width as one plain space. */
export function normal(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

/** Name of a control: its `aria-label`, its label, or its text. */
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
