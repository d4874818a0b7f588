import {waitUntil} from '@open-wc/testing';
import '../src/define.js';
import type {ChatEnvironment} from '../src/environment.js';
import type {LocalChat} from '../src/index.js';
import {pageClients} from '../src/talk/page-clients.js';
import {FakeHub} from './support/fake-hub.js';
import type {FakeRoom} from './support/fake-room.js';
import {MemoryStorage, seededChance, TestClock} from './support/world.js';

/** A Tuesday morning, half past ten in France. */
export const TUESDAY = new Date('2026-11-24T09:30:00.000Z');

/** As long as a list stays silent; such waits end by themselves here, all others when a test says so. */
const SHORT = 1500;

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
export let clock: TestClock;
export let page: EventTarget;
/** Ends the long waits of the present page. */
export let wake: () => void;
let environment: ChatEnvironment;

const boxes = new Set<HTMLElement>();
const {warn} = console;
let seed = 0;

beforeEach(() => {
  warnings.length = 0;
  console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
  clock = new TestClock(TUESDAY);
  hub = new FakeHub({now: () => clock.now()});
  storage = new MemoryStorage();
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
  for (const {client} of pageClients.values()) client.stop();
  pageClients.clear();
  // what the old page waits for never comes
  const waits = new Set<() => void>();
  wake = () => {
    for (const end of [...waits]) end();
  };
  page = new EventTarget();
  environment = {
    fetch: hub.fetch,
    chance: seededChance(++seed),
    storage: () => storage,
    page,
    sleep: (ms, signal) =>
      new Promise(resolve => {
        if (signal.aborted) {
          resolve();
          return;
        }
        const end = (): void => {
          clearTimeout(timer);
          waits.delete(end);
          resolve();
        };
        const timer = ms < SHORT ? setTimeout(end, ms / 20) : undefined;
        waits.add(end);
        signal.addEventListener('abort', end);
      }),
    tabs: () => undefined,
  };
}

/** There is no storage, though the browser has a name for it: web views without DOM storage. */
export function nullStorage(): void {
  environment = {...environment, storage: () => null as unknown as undefined};
}

/** The storage refuses, as in some private windows. */
export function refuseStorage(): void {
  environment = {
    ...environment,
    storage: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  };
}

export function until(condition: () => unknown, what: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), `never: ${what}`, {interval: 15, timeout: 9000});
}

/** Puts a chat into the page; gone after the test. */
export function put(options: PageOptions = {}): ChatHarness {
  const box = document.createElement('div');
  if (options.width) box.style.width = `${options.width}px`;
  if (options.scheme) {
    box.style.colorScheme = options.scheme;
    box.style.background = 'Canvas';
    box.style.color = 'CanvasText';
  }
  for (const [name, value] of Object.entries(options.around ?? {})) box.setAttribute(name, value);
  const element = document.createElement('local-chat');
  const attributes: PageOptions['attributes'] = {
    hub: hub.url,
    shop: 'fournil',
    ...options.attributes,
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, value);
  }
  element.environment = environment;
  element.clock = clock;
  if (options.children) {
    element.append(document.createRange().createContextualFragment(options.children));
  }
  box.append(element);
  boxes.add(box);
  document.body.append(box);
  return new ChatHarness(element, box);
}

/** The same, with the panel open and its profile there. */
export async function open(options: PageOptions = {}): Promise<ChatHarness> {
  const chat = put(options);
  await chat.settled();
  chat.launcher.click();
  await chat.opened();
  return chat;
}

/** The same, with a first message that the hub has. */
export async function talking(options: PageOptions = {}): Promise<ChatHarness> {
  const chat = await open(options);
  await chat.send('Bonjour');
  await until(() => chat.states.at(-1) === 'Envoyé', 'it is sent');
  await until(() => hub.streamCount > 0, 'a line');
  return chat;
}

/** A public room in the page's flow, open, with what stands in it. */
export async function neighbours(options: PageOptions = {}): Promise<ChatHarness> {
  const attributes = {room: 'place-du-marche', layout: 'inline', ...options.attributes};
  const chat = put({...options, attributes});
  await chat.settled();
  chat.launcher.click();
  await until(() => chat.find('[role=log]'), 'a log');
  await until(() => chat.find('#join, #text, .foot p'), 'it is known who may write');
  return chat;
}

/** The same, joined as Yann. */
export async function joined(options: PageOptions = {}): Promise<ChatHarness> {
  const chat = await neighbours(options);
  await chat.press('Participer');
  await until(() => chat.find('#accept'), 'the rules');
  await chat.type('Pseudonyme', 'Yann');
  chat.field('J’ai lu les règles').click();
  await chat.press('Entrer');
  await until(() => chat.find('#text'), 'one may write');
  return chat;
}

/** What a neighbour writes. */
export function neighbourSays(room: FakeRoom, text: string, name = 'Rozenn'): string {
  const number = (room.lastSeq + 1).toString(16).padStart(12, '0');
  const id = `aaaaaaaa-0000-4000-8000-${number}`;
  const author = {id: `member-${name}`, role: 'visitor', name} as const;
  room.add({kind: 'message', message: {id, author, text, via: 'page'}});
  return id;
}

/** The only way of the tests into the shadow root: what a person sees, and what a person does. */
export class ChatHarness {
  constructor(
    readonly element: LocalChat,
    readonly box: HTMLElement,
  ) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get launcher(): HTMLButtonElement {
    return this.one('[part=launcher]') as HTMLButtonElement;
  }

  /** What the button says, with what only screen readers hear. */
  get launcherText(): string {
    return textOf(this.launcher);
  }

  get panel(): HTMLElement | null {
    return this.find('#panel');
  }

  get title(): string {
    return textOf(this.find('#title'));
  }

  /** Everything in sight in the panel, in one line. */
  get text(): string {
    return normal(this.panel?.innerText ?? '');
  }

  get log(): HTMLElement {
    return this.one('[role=log]');
  }

  /** What is said of one's own, for those who do not see it. */
  get status(): string {
    return textOf(this.find('#panel > .visually-hidden[role=status]'));
  }

  get notices(): string {
    return textOf(this.find('.notices'));
  }

  /** The messages, without who and when. */
  get messages(): string[] {
    return this.all('.message .bubble').map(bubble => normal(bubble.innerText));
  }

  /** What stands below the messages. */
  get states(): string[] {
    return this.all('.mark').map(textOf);
  }

  /** What has the keyboard, by its name. */
  get focused(): string | undefined {
    const {activeElement} = this.root;
    return activeElement ? nameOf(activeElement) : undefined;
  }

  one(selector: string): HTMLElement {
    return this.find(selector) ?? fail(`no ${selector} in: ${this.text}`);
  }

  find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(selector);
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
    return (input as HTMLInputElement | null) ?? fail(`no field "${label}" in: ${this.text}`);
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
    await until(() => this.text && !this.text.includes('Chargement'), 'an open panel');
    await this.settled();
  }

  async shows(words: string): Promise<void> {
    await until(() => this.text.includes(words), `"${words}" in: ${this.text}`);
    await this.settled();
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settled();
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.field(label);
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.settled();
  }

  async write(text: string): Promise<void> {
    await this.type('Votre message', text);
  }

  async send(text: string): Promise<void> {
    await this.write(text);
    await this.press('Envoyer');
    await until(() => this.messages.length > 0 || this.find('.error'), 'it stands there');
  }

  /** Opens one of the options. */
  async choose(name: string): Promise<void> {
    await this.press('Options de la conversation');
    await until(() => this.find('.option'), 'the options');
    const option = this.all('summary').find(each => textOf(each) === name);
    (option ?? fail(`no option "${name}" in: ${this.text}`)).click();
    await this.settled();
  }
}

/** Events of one type that reach the document, with their details. */
export function hear<K extends 'local-chat-open' | 'local-chat-close' | 'local-chat-message'>(
  chat: ChatHarness,
  type: K,
): GlobalEventHandlersEventMap[K]['detail'][] {
  const heard: GlobalEventHandlersEventMap[K]['detail'][] = [];
  chat.box.addEventListener(type, event => heard.push(event.detail));
  return heard;
}

/** Spaces of every kind and width as one plain space. */
export function normal(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}

export function textOf(node: Node | null): string {
  return normal(node?.textContent ?? '');
}

export function nameOf(control: Element): string {
  const label =
    control.getAttribute('aria-label') ??
    (control as HTMLInputElement).labels?.[0]?.textContent ??
    control.textContent;
  return normal(label);
}

function fail(message: string): never {
  throw new Error(message);
}
