import type {Widget} from '../widgets/types.js';
import {make} from './dom.js';
import {attributeField, textField, type Field} from './field.js';
import type {Settings} from './settings.js';
import {words} from './words.js';

/** Pages and hubs have whole addresses; files and links may be on the site itself. */
function faultOfSite(name: 'page' | 'files' | 'hub' | 'link', value: string): string | undefined {
  const text = value.trim();
  if (name === 'link') return undefined;
  if (text === '') return name === 'hub' ? undefined : words.needsAddress;
  const isWhole = /^https?:\/\/[^/\s]+\S*$/.test(text) && URL.canParse(text);
  if (name === 'files')
    return isWhole || /^[./\w-][^\s:]*$/.test(text) ? undefined : words.needsAddress;
  return isWhole ? undefined : words.needsAddress;
}

/** The form of a widget, made of its description. */
export class SettingsForm {
  readonly element: HTMLElement;
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly site: ReadonlyMap<'page' | 'files' | 'hub' | 'link', Field>;

  constructor(
    private readonly widget: Widget,
    {values, ...settings}: Settings,
  ) {
    const fields = widget.attributes.map(
      attribute => [attribute, attributeField(attribute, values[attribute.name])] as const,
    );
    this.fields = new Map(fields.map(([{name}, field]) => [name, field]));
    this.site = new Map(
      (['page', 'files', 'hub', 'link'] as const).map(name => {
        const texts = {label: words[name], help: words[`${name}Help`]};
        return [
          name,
          textField(`site-${name}`, texts, settings[name], {inputmode: 'url'}, text =>
            faultOfSite(name, text),
          ),
        ] as const;
      }),
    );
    const group = (wanted: string): HTMLElement[] =>
      fields.flatMap(([attribute, field]) => (attribute.group === wanted ? [field.element] : []));
    const advanced = group('advanced');
    this.element = make(
      'div',
      {},
      ...group('basic'),
      advanced.length > 0 && make('details', {}, make('summary', {}, words.more), ...advanced),
      make(
        'details',
        {},
        make('summary', {}, words.about),
        ...[...this.site.values()].map(({element}) => element),
      ),
    );
    this.check();
  }

  read(): Settings {
    const values = [...this.fields].flatMap(([name, field]) => {
      const value = field.read();
      return value === undefined ? [] : [[name, value] as const];
    });
    const of = (name: 'page' | 'files' | 'hub' | 'link'): string =>
      this.site.get(name)!.read() ?? '';
    return {
      widget: this.widget.name,
      values: Object.fromEntries(values),
      page: of('page'),
      files: of('files'),
      hub: of('hub'),
      link: of('link'),
    };
  }

  /** Says beside each field what is wrong with it; whether nothing is. */
  check(): boolean {
    const all = [...this.fields.values(), ...this.site.values()].map(field => field.check());
    return all.every(Boolean);
  }
}
