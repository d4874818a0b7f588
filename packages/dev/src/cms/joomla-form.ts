import type {Widget, WidgetAttribute, WidgetsJson, Words} from '../widgets/types.js';
import {element, type Element} from './xml.js';

/** Names of Joomla's fields, where text is not enough. */
const FIELDS: Readonly<Record<string, string>> = {
  integer: 'number',
  number: 'number',
  email: 'email',
  tel: 'tel',
};

/** The settings of the module: which widget, and the attributes of that one. */
export function moduleForm({widgets}: WidgetsJson): Element {
  const fieldsOf = (group: WidgetAttribute['group']) =>
    widgets.flatMap(widget =>
      widget.attributes.filter(one => one.group === group).map(one => field(widget, one)),
    );
  const which = element(
    'field',
    {name: 'widget', type: 'list', label: key('WIDGET'), default: 'shops-map'},
    widgets.map(({name}) => element('option', {value: name}, [key(name)])),
  );
  const link = element('field', {name: 'link', type: 'text', label: key('LINK')});
  return element('config', {}, [
    element('fields', {name: 'params'}, [
      element('fieldset', {name: 'basic'}, [which, ...fieldsOf('basic')]),
      element('fieldset', {name: 'advanced'}, [...fieldsOf('advanced'), link]),
    ]),
  ]);
}

function field({name: widget}: Widget, attribute: WidgetAttribute): Element {
  const {name, type, multiple, minimum, maximum, example, default: usual} = attribute;
  const known = attribute.custom === undefined ? attribute.enum : undefined;
  const common = {
    name: `${widget.replaceAll('-', '_')}__${name}`,
    label: key(widget, name),
    description: key(widget, name, 'HELP'),
    showon: `widget:${widget}`,
  };
  if (type === 'boolean') return element('field', {...common, type: 'checkbox', value: 'true'});
  if (!known) {
    const limits = {
      min: text(minimum),
      max: text(maximum),
      step: type === 'number' ? 'any' : undefined,
    };
    const kind = multiple ? 'text' : (FIELDS[type] ?? 'text');
    return element('field', {...common, type: kind, ...limits, hint: example, filter: 'string'});
  }
  const options = known.map(({value}) =>
    element('option', {value}, [optionKey(widget, name, value)]),
  );
  // the choice to leave the attribute out, where no value is that
  const isMissing = !multiple && !known.some(({value}) => value === String(usual ?? ''));
  return element(
    'field',
    {
      ...common,
      type: 'list',
      multiple: multiple ? 'true' : undefined,
      default: multiple ? undefined : text(usual),
    },
    [...(isMissing ? [element('option', {value: ''}, ['–'])] : []), ...options],
  );
}

/** The file of texts in one language: a line a text. */
export function moduleTexts({widgets}: WidgetsJson, language: keyof Words): string {
  const lines: [string, Words][] = [
    [key('WIDGET'), {fr: 'Module', en: 'Widget'}],
    [
      key('LINK'),
      {
        fr: 'Page équivalente, pour qui n’a pas JavaScript',
        en: 'Equivalent page, for people without JavaScript',
      },
    ],
  ];
  for (const {name, label, attributes} of widgets) {
    lines.push([key(name), label]);
    for (const one of attributes) {
      lines.push([key(name, one.name), one.label], [key(name, one.name, 'HELP'), one.help]);
      for (const {value, label: words} of one.enum ?? []) {
        lines.push([optionKey(name, one.name, value), words]);
      }
    }
  }
  return lines
    .map(([id, words]) => `${id}="${words[language].replaceAll('"', '&quot;')}"\n`)
    .join('');
}

const key = (...parts: string[]): string =>
  ['MOD_LOCALWIDGETS', ...parts].join('_').replaceAll('-', '_').toUpperCase();

const optionKey = (widget: string, name: string, value: string): string =>
  key(widget, name, 'IS', value || 'NOTHING');

const text = (value: string | number | boolean | null | undefined): string | undefined =>
  value === null || value === undefined ? undefined : String(value);
