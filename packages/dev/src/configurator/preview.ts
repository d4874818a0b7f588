import type {Widget} from '../widgets/types.js';
import {make} from './dom.js';
import {absoluteAttributes, missingFor, type Settings} from './settings.js';
import {fill, lang, words} from './words.js';

/** What would write into the address or the head of this page. */
const NOT_HERE = new Set(['url-state', 'json-ld']);

/** How long somebody has stopped typing before the widget is made anew, in milliseconds. */
const PAUSE = 350;

/** Data that was checked on this page, by the property that takes them. */
export type OwnData = Readonly<Record<string, unknown>>;

/** The widget itself, with the attributes at hand, or with example data until there is something to show. */
export class Preview {
  readonly element: HTMLElement;
  private readonly note = make('p', {role: 'status', class: 'help'});
  private readonly place = make('div', {
    class: 'live',
    role: 'group',
    tabindex: '0',
    'aria-labelledby': 'preview',
  });
  private shown = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly examples: string) {
    this.element = make('div', {}, this.note, this.place);
  }

  /** Shows the widget, at once when it is another one; later while somebody types. */
  show(widget: Widget, settings: Settings, own?: OwnData): void {
    clearTimeout(this.timer);
    const attributes = this.attributesOf(widget, settings, own);
    const shown = JSON.stringify([widget.tag, attributes]);
    if (shown === this.shown && !own) return;
    const isOther = !this.shown.startsWith(`["${widget.tag}"`);
    const draw = (): void => {
      this.shown = shown;
      this.draw(widget, attributes, own);
      this.note.textContent = this.noteFor(widget, settings, own);
    };
    if (isOther || own) draw();
    else this.timer = setTimeout(draw, PAUSE);
  }

  private attributesOf(
    widget: Widget,
    settings: Settings,
    own?: OwnData,
  ): readonly (readonly [string, string])[] {
    const attributes = absoluteAttributes(widget, settings).filter(([name]) => !NOT_HERE.has(name));
    if (own) return attributes.filter(([name]) => name !== 'src');
    if (missingFor(widget, settings.values).length === 0) return attributes;
    const given = new Set(attributes.map(([name]) => name));
    return [...attributes, ...this.exampleFor(widget).filter(([name]) => !given.has(name))];
  }

  private exampleFor({name}: Widget): readonly (readonly [string, string])[] {
    const address = (file: string): string => new URL(this.examples + file, document.baseURI).href;
    if (name === 'shops-map')
      return [
        ['src', address('shops.geojson')],
        ['center', '0.5247,48.4086'],
        // nobody has chosen a base map yet
        ['consent', 'click'],
      ];
    if (name === 'event-calendar') return [['src', address('agenda.ics')]];
    const example = [
      ['shop', 'mairie'],
      ['shop-name', 'Sainte-Aubrette'],
      ['phone', '02 61 91 10 00'],
      ['email', 'mairie@sainte-aubrette.example'],
    ] as const;
    return example;
  }

  private draw(
    widget: Widget,
    attributes: readonly (readonly [string, string])[],
    own?: OwnData,
  ): void {
    const element = document.createElement(widget.tag);
    for (const [name, value] of attributes) element.setAttribute(name, value);
    if (own) void customElements.whenDefined(widget.tag).then(() => Object.assign(element, own));
    this.place.replaceChildren(element);
  }

  private noteFor(widget: Widget, {values}: Settings, own?: OwnData): string {
    const corner = widget.name === 'chat' && (values['layout'] ?? 'launcher') === 'launcher';
    const more = corner ? ` ${words.previewCorner}` : '';
    if (own) return words.previewFile + more;
    const missing = missingFor(widget, values);
    if (missing.length === 0) {
      return words.previewYours + more + (values['src'] ? ` ${words.previewReach}` : '');
    }
    return fill(words.previewExample, {needs: needsInWords(widget, missing)}) + more;
  }
}

/** « Liste des lieux », or « Serveur » and « Calendrier », … in the words of the form. */
function needsInWords({attributes}: Widget, needs: Widget['needs']): string {
  const quote = (name: string): string => {
    const label = attributes.find(one => one.name === name)?.label[lang] ?? name;
    return lang === 'fr' ? `« ${label} »` : `“${label}”`;
  };
  return needs.map(set => set.map(quote).join(words.and)).join(words.or);
}
