import {waitUntil} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {
  AddressSearch,
  addressEn,
  addressFr,
  addressStyles,
  addressTemplate,
  type AddressChoice,
  type AddressSearchOptions,
  type AddressSuggestion,
} from '../../src/address/index.js';
import {controls, Dictionary, LocalElement} from '../../src/index.js';
import {SlowGeocoder, town} from './world.js';

const dictionary = new Dictionary(addressFr, addressEn);

/** Two towns of a made-up page. */
export const towns: readonly AddressSuggestion[] = [
  {...town('Bourg-Neuf', -2.5, 47.7), detail: '56999', count: 12},
  {...town('Bourg-le-Vieux', -2.6, 47.8), detail: '56998', count: 1},
];

class Finder extends LocalElement {
  static override styles = [LocalElement.styles, controls, addressStyles];

  readonly choices: (AddressChoice | undefined)[] = [];
  readonly failures: string[] = [];
  settings: Partial<AddressSearchOptions> = {};

  readonly search = new AddressSearch(this, () => ({
    canLocate: false,
    sleep: () => Promise.resolve(),
    onChoose: choice => this.choices.push(choice),
    onFailure: ({message}) => this.failures.push(message),
    ...this.settings,
  }));

  override render(): TemplateResult {
    return addressTemplate(this.search, dictionary.for(this.language.tag).messages);
  }
}
customElements.define('local-finder', Finder);

/** What a device would answer, when the test wants it to. */
export class Device {
  readonly questions: PositionOptions[] = [];
  private answers: [PositionCallback, PositionErrorCallback][] = [];

  readonly getCurrentPosition = (
    found: PositionCallback,
    failed?: PositionErrorCallback | null,
    options: PositionOptions = {},
  ): void => {
    this.questions.push(options);
    this.answers.push([found, failed!]);
  };

  answer(longitude: number, latitude: number): void {
    const [found] = this.answers.pop()!;
    found({coords: {longitude, latitude}} as GeolocationPosition);
  }

  fail(code: number): void {
    const [, failed] = this.answers.pop()!;
    failed({code} as GeolocationPositionError);
  }
}

export const until = (condition: () => unknown, what: string): Promise<void> =>
  waitUntil(() => Boolean(condition()), `never: ${what}`, {interval: 15, timeout: 5000});

let stage: HTMLElement | undefined;

afterEach(() => {
  stage?.remove();
  stage = undefined;
});

let pages = 0;

/** A finder between two buttons, in a page of its own. */
export async function open(settings: Partial<AddressSearchOptions> = {}): Promise<FinderHarness> {
  stage?.remove();
  stage = document.createElement('div');
  const [before, after] = [document.createElement('button'), document.createElement('button')];
  before.textContent = 'Avant';
  after.textContent = 'Après';
  const finder = new Finder();
  // a name of its own, so that no page's gate in front of the service is shut by the test before
  const geocoder = new SlowGeocoder(`Essai ${++pages}`);
  finder.settings = {
    geocoder,
    local: text => towns.filter(({label}) => label.toLowerCase().startsWith(text.toLowerCase())),
    ...settings,
  };
  stage.append(before, finder, after);
  document.body.append(stage);
  await finder.updateComplete;
  return new FinderHarness(finder, geocoder, stage);
}

/** What a person sees and does. */
export class FinderHarness {
  constructor(
    readonly element: Finder,
    readonly geocoder: SlowGeocoder,
    readonly stage: HTMLElement,
  ) {}

  get field(): HTMLInputElement {
    return this.one('input') as HTMLInputElement;
  }

  get list(): HTMLElement {
    return this.one('[role=listbox]');
  }

  /** Options in sight. */
  get options(): HTMLElement[] {
    return [...this.list.querySelectorAll('li')].filter(each => each.getClientRects().length > 0);
  }

  get labels(): string[] {
    return this.options.map(each => textOf(each));
  }

  /** The active option as a screen reader learns of it. */
  get active(): string | undefined {
    const id = this.field.getAttribute('aria-activedescendant');
    const option = id === null ? null : this.element.renderRoot.querySelector(`#${id}`);
    const selected = this.options.filter(each => each.ariaSelected === 'true');
    if (selected.length > 1 || selected[0] !== (option ?? undefined)) return 'contradiction';
    return option ? textOf(option) : undefined;
  }

  get isExpanded(): boolean {
    return this.field.getAttribute('aria-expanded') === 'true';
  }

  get status(): string {
    return textOf(this.one('[role=status]'));
  }

  /** All words in sight. */
  get text(): string {
    return this.one('.address').innerText;
  }

  get clearButton(): HTMLButtonElement | null {
    return this.element.renderRoot.querySelector('button');
  }

  get hasFocus(): boolean {
    return (this.element.renderRoot as ShadowRoot).activeElement === this.field;
  }

  one(selector: string): HTMLElement {
    return this.element.renderRoot.querySelector<HTMLElement>(selector)!;
  }

  /** Puts words into the field, as typing does. */
  async type(text: string): Promise<void> {
    this.field.focus();
    this.field.value = text;
    this.field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.settled();
  }

  /** Types, and waits until the geocoder was asked. */
  async ask(text: string): Promise<void> {
    await this.type(text);
    await until(() => this.geocoder.texts.at(-1) === text, `a request for ${text}`);
  }

  async settled(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve));
    await this.element.updateComplete;
  }
}

function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}
