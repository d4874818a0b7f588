import type {Widget} from '../widgets/types.js';
import {make} from './dom.js';
import {attributeField, textField, type Field} from './field.js';
import type {Settings} from './settings.js';
import {words} from './words.js';

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
          textField(`site-${name}`, texts, settings[name], {inputmode: 'url'}),
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

  check(): void {
    for (const field of [...this.fields.values(), ...this.site.values()]) field.check();
  }
}
