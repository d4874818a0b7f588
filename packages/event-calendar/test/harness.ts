import {waitUntil} from '@open-wc/testing';
import type {Clock, FeedEnvironment} from '@local-widgets/core';
import type {EventsReading} from '@local-widgets/model';
import '../src/define.js';
import type {LocalEventCalendar} from '../src/index.js';
import {FRIDAY_MORNING} from './readings.js';

/** What a page writes, and what a test puts in the place of the outer world. */
export interface PageOptions {
  readonly reading?: EventsReading;
  /** Attributes by their name in HTML. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes of the box around the element, such as `lang` or `dir`. */
  readonly around?: Readonly<Record<string, string>>;
  readonly now?: Date;
  readonly feedEnvironment?: FeedEnvironment;
  /** Width of the box around, in CSS pixels. */
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Text of a link inside the element, for when there is no agenda. */
  readonly fallback?: string;
}

/** Room for everything; the column of an article; as narrow as it gets. */
export const WIDE = 1100;
export const MEDIUM = 720;
export const NARROW = 280;

/** The console's warnings of the present test, as text. */
export const warnings: string[] = [];

/** Errors that nobody caught during the present test. */
export const uncaught: string[] = [];

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

/** Puts the element into the page; gone after the test. */
export function put(options: PageOptions = {}): CalendarHarness {
  const box = document.createElement('div');
  box.style.width = `${options.width ?? MEDIUM}px`;
  if (options.scheme) {
    box.style.colorScheme = options.scheme;
    box.style.background = 'Canvas';
    box.style.color = 'CanvasText';
  }
  for (const [name, value] of Object.entries(options.around ?? {})) box.setAttribute(name, value);
  const element = document.createElement('local-event-calendar');
  for (const [name, value] of Object.entries(options.attributes ?? {}))
    element.setAttribute(name, value);
  element.clock = clockAt(options.now ?? FRIDAY_MORNING);
  if (options.reading) element.reading = options.reading;
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
  return new CalendarHarness(element, box);
}

/** The same, and waits for what the view shows. */
export async function open(options: PageOptions = {}): Promise<CalendarHarness> {
  const calendar = put(options);
  await until(() => calendar.all('.body > *').length > 0, 'a view');
  await until(() => calendar.all('.wait').length === 0, 'the whole view');
  await calendar.settled();
  return calendar;
}

/** One line of a list as a person sees it. */
export interface Row {
  readonly name: string;
  readonly times: string;
  readonly meta: string;
  /** `Annulé`, `Complet`; empty for what is simply on. */
  readonly badge: string;
  readonly control: HTMLElement;
}

/** The only way of the tests into the shadow root: what a person sees, and what a person does. */
export class CalendarHarness {
  constructor(
    readonly element: LocalEventCalendar,
    readonly box: HTMLElement,
  ) {}

  get root(): ShadowRoot {
    const {shadowRoot} = this.element;
    if (!shadowRoot) throw new Error('The element has not been rendered.');
    return shadowRoot;
  }

  /* What is there. */

  get status(): string {
    return textOf(this.all('.root > [role=status]')[0] ?? null);
  }

  /** Everything in sight, in one line. */
  get text(): string {
    return normal(this.all('.root')[0]?.innerText ?? '');
  }

  get rows(): Row[] {
    return this.all('.event:not(.skeleton), .card').map(row => ({
      name: textOf(row.querySelector('.name')),
      times: textOf(row.querySelector('.times')),
      meta: textOf(row.querySelector('.meta')),
      badge: textOf(row.querySelector('.badge')),
      control: row.querySelector<HTMLElement>('.name')!,
    }));
  }

  get names(): string[] {
    return this.rows.map(({name}) => name);
  }

  /** Each group of the agenda as `Aujourd’hui, vendredi 12 juin: Concert | Bal`. */
  get groups(): string[] {
    return this.all('.group').map(group => {
      const names = [...group.querySelectorAll('.name')].map(textOf);
      return `${textOf(group.querySelector('.heading'))}: ${names.join(' | ')}`;
    });
  }

  /** What is named above the period, `Juin 2026`. */
  get period(): string {
    return textOf(this.all('.period-name')[0] ?? null);
  }

  /** The days of the month, by what screen readers say of them. */
  get days(): string[] {
    return this.all('.month .date').map(nameOf);
  }

  /** What has the keyboard, by its name; `undefined` when it is not in the element. */
  get focused(): string | undefined {
    const {activeElement} = this.root;
    return activeElement ? nameOf(activeElement) : undefined;
  }

  get search(): HTMLInputElement {
    return this.one('#search') as HTMLInputElement;
  }

  /** The open dialog. */
  get dialog(): HTMLDialogElement | undefined {
    return this.all<HTMLDialogElement>('dialog[open]')[0];
  }

  /** Everything that the dialog says, in one line. */
  get dialogText(): string {
    return normal(this.dialog?.innerText ?? '');
  }

  /** The button in sight with this name. */
  button(name: string): HTMLButtonElement {
    return this.findButton(name) ?? fail(`no button "${name}", only ${this.buttons.join(' | ')}`);
  }

  findButton(name: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find(each => nameOf(each) === name);
  }

  get buttons(): string[] {
    return this.all('button').map(nameOf);
  }

  link(name: string): HTMLAnchorElement {
    const found = this.all<HTMLAnchorElement>('a').find(each => nameOf(each) === name);
    return found ?? fail(`no link "${name}"`);
  }

  /** The day of the month whose name begins so. */
  day(start: string): HTMLButtonElement {
    const found = this.all<HTMLButtonElement>('.month .date').find(each =>
      nameOf(each).startsWith(start),
    );
    return found ?? fail(`no day "${start}"`);
  }

  /** The box with this label. */
  checkbox(label: string): HTMLInputElement {
    const found = this.all('label').find(
      each => each.querySelector('input') && labelOf(each).replace(/ [\d\s]+$/u, '') === label,
    );
    return found?.querySelector('input') ?? fail(`no checkbox "${label}"`);
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

  /** The status says so. */
  async says(words: string): Promise<void> {
    await until(() => this.status.includes(words), `the status "${words}"`);
  }

  async shows(words: string): Promise<void> {
    await until(() => this.text.includes(words), `"${words}" in sight`);
  }

  /* What a person does. */

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settled();
  }

  /** Opens an event of the view by its name, and waits for its dialog. */
  async choose(name: string): Promise<void> {
    const row = this.rows.find(each => each.name === name) ?? fail(`no event "${name}"`);
    row.control.focus();
    row.control.click();
    await this.opened(name);
  }

  async opened(name: string): Promise<void> {
    await until(() => textOf(this.dialog?.querySelector('h2') ?? null) === name, `dialog ${name}`);
    await this.settled();
  }

  async type(text: string): Promise<void> {
    this.search.focus();
    this.search.value = text;
    this.search.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await until(
      () => this.element['parts'].finder.part ?? this.element['parts'].finder.failed,
      'answers',
    );
    await this.settled();
  }

  /** Opens the panel of filters, and waits for it. */
  async openPanel(name: 'Filtres' | 'Partager' = 'Filtres'): Promise<void> {
    this.button(name).click();
    await until(() => this.all('#panel fieldset').length > 0, `the panel ${name}`);
    await this.settled();
  }

  async tick(label: string): Promise<void> {
    this.checkbox(label).click();
    await this.settled();
  }
}

/** Events of one type that reach the box around, with their details. */
export function hear<K extends `local-${string}` & keyof GlobalEventHandlersEventMap>(
  calendar: CalendarHarness,
  type: K,
): GlobalEventHandlersEventMap[K][] {
  const heard: GlobalEventHandlersEventMap[K][] = [];
  calendar.box.addEventListener(type, event => heard.push(event));
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
export function nameOf(control: Element): string {
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
