/** The configurator: a form, a preview and texts to copy, made of what `widgets.json` says. */
import type {Widget, WidgetsJson} from '../widgets/types.js';
import {make} from './dom.js';
import {FileCheck} from './file-check.js';
import {SettingsForm} from './form.js';
import {Outputs} from './outputs.js';
import {fromFragment, toFragment} from './page-address.js';
import {Preview, type OwnData} from './preview.js';
import {missingFor, type Settings} from './settings.js';
import {lang, words} from './words.js';

/** In the order in which a newcomer meets them. */
const ORDER = ['shops-map', 'event-calendar', 'collect-button', 'chat'];

/** No file of its own is read by the chat. */
const WITHOUT_FILE = new Set(['chat']);

class Configurator {
  private readonly widgets: readonly Widget[];
  private readonly form = make('form', {novalidate: true});
  private readonly preview: Preview;
  private readonly outputs = new Outputs();
  private readonly fileSection: HTMLElement;
  private readonly file = new FileCheck(
    () => ({name: this.widget.name, timeZone: this.fields.read().values['time-zone']}),
    data => this.refresh(data),
  );
  private widget: Widget;
  private fields: SettingsForm;

  constructor(
    private readonly json: WidgetsJson,
    private readonly place: HTMLElement,
  ) {
    const rank = ({name}: Widget): number => ORDER.indexOf(name) + 1 || ORDER.length + 1;
    this.widgets = [...json.widgets].sort((one, two) => rank(one) - rank(two));
    this.preview = new Preview(place.dataset['examples'] ?? '');
    const settings = fromFragment(location.hash);
    this.widget = this.find(settings.widget);
    this.fields = new SettingsForm(this.widget, settings);
    this.fileSection = section('check', words.check, this.file.element);
    this.form.addEventListener('input', () => this.refresh());
    this.form.addEventListener('submit', event => event.preventDefault());
    addEventListener('hashchange', () => this.open(fromFragment(location.hash)));
  }

  start(): void {
    this.place.replaceChildren(
      make(
        'div',
        {class: 'configure'},
        section('choose', words.choose, this.choice()),
        section('settings', words.setUp, this.form),
      ),
      make(
        'div',
        {class: 'result'},
        section('preview', words.preview, this.preview.element),
        this.fileSection,
        section('codes', words.codes, this.outputs.element),
      ),
    );
    this.open(fromFragment(location.hash));
  }

  /** A form for other settings, of this widget or another. */
  private open(settings: Settings): void {
    this.widget = this.find(settings.widget);
    this.fields = new SettingsForm(this.widget, settings);
    this.form.replaceChildren(this.fields.element);
    this.file.clear();
    this.fileSection.hidden = WITHOUT_FILE.has(this.widget.name);
    for (const input of this.place.querySelectorAll<HTMLInputElement>('input[name=widget]')) {
      input.checked = input.value === this.widget.name;
    }
    this.refresh();
  }

  private refresh(own?: OwnData): void {
    const settings = this.fields.read();
    const isRight = this.fields.check();
    const isWhole = isRight && missingFor(this.widget, settings.values).length === 0;
    this.outputs.show(this.json, this.widget, settings, isWhole);
    this.preview.show(this.widget, settings, own);
    history.replaceState(null, '', `#${toFragment(settings)}`);
  }

  private choice(): HTMLElement {
    const choices = this.widgets.map(({name, label, description, icon}) => {
      const id = `widget-${name}`;
      const input = make('input', {
        type: 'radio',
        name: 'widget',
        id,
        value: name,
        'aria-describedby': `${id}-help`,
      });
      input.addEventListener('change', () => {
        const {page, files, hub, link} = this.fields.read();
        this.open({widget: name, page, files, hub, link, values: {}});
      });
      return make(
        'div',
        {class: 'choice'},
        input,
        drawing(icon),
        make('label', {for: id}, label[lang]),
        make('p', {class: 'help', id: `${id}-help`}, description[lang]),
      );
    });
    return make(
      'fieldset',
      {},
      make('legend', {class: 'visually-hidden'}, words.choose),
      ...choices,
    );
  }

  private find(name: string): Widget {
    return this.widgets.find(widget => widget.name === name) ?? this.widgets[0]!;
  }
}

function section(id: string, title: string, content: HTMLElement): HTMLElement {
  return make('section', {'aria-labelledby': id}, make('h2', {id}, title), content);
}

function drawing({path, viewBox}: Widget['icon']): SVGElement {
  const name = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(name, 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(name, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

const place = document.querySelector<HTMLElement>('#configurator');
if (place) {
  try {
    const answer = await fetch(new URL(place.dataset['widgets']!, document.baseURI));
    new Configurator((await answer.json()) as WidgetsJson, place).start();
  } catch (error) {
    place.prepend(make('p', {role: 'alert', class: 'fault'}, words.failed));
    throw error;
  }
}
