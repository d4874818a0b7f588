import type {Widget, WidgetAttribute} from '../widgets/types.js';

/** What somebody set up, as it also stands in the address of the page. */
export interface Settings {
  /** Name of the widget. */
  readonly widget: string;
  /** By attribute; a boolean one is `''` when it is set. */
  readonly values: Readonly<Record<string, string>>;
  /** Address of the page that the widget goes into. */
  readonly page: string;
  /** Folder of the script files, as an address or a path on that site. */
  readonly files: string;
  /** Address of a hub, for links and frames; empty without one. */
  readonly hub: string;
  /** What the link inside the element leads to; empty for what fits best. */
  readonly link: string;
}

export const DEFAULTS: Omit<Settings, 'widget' | 'values'> = {
  page: 'https://www.votre-commune.fr/',
  files: '/local-widgets/',
  hub: '',
  link: '',
};

/** The attributes to write, in the order of the form: neither empty ones nor those that say the default. */
export function attributesToWrite(
  widget: Widget,
  values: Settings['values'],
): readonly (readonly [name: string, value: string])[] {
  return widget.attributes.flatMap(attribute => {
    const {name, type} = attribute;
    const value = values[name];
    if (value === undefined) return [];
    if (type === 'boolean') return [[name, ''] as const];
    return value === '' || value === String(attribute.default ?? '')
      ? []
      : [[name, value] as const];
  });
}

/** Sets of attributes of which one would have to be filled in; empty when one is. */
export function missingFor(widget: Widget, values: Settings['values']): Widget['needs'] {
  const isWhole = (set: readonly string[]): boolean => set.every(name => Boolean(values[name]));
  return widget.needs.length === 0 || widget.needs.some(isWhole) ? [] : widget.needs;
}

/** The addresses of an attribute, without the words that stand for a known one. */
export function addressesIn(attribute: WidgetAttribute, value: string): readonly string[] {
  const known = new Set(attribute.enum?.map(option => option.value));
  const parts = attribute.multiple ? value.split(attribute.separator ?? ' ') : [value];
  return parts.map(part => part.trim()).filter(part => part !== '' && !known.has(part));
}

export const isAddress = ({type, custom}: WidgetAttribute): boolean =>
  type === 'url' || custom === 'url';

/**
 * An address as another site has to write it. What is whole or names a part of the page stays as it is, and
 * so do the braces of templates, which an address would encode.
 */
export function absolute(address: string, page: string): string {
  if (/^(?:#|[a-z][a-z+.-]*:)/i.test(address)) return address;
  if (!URL.canParse(address.replace(/[{}]/g, ''), page)) return address;
  const {href} = new URL(address, page);
  return address.includes('{') ? href.replace(/%7B/gi, '{').replace(/%7D/gi, '}') : href;
}

/** The same attributes, with all addresses as another site has to write them. */
export function absoluteAttributes(
  widget: Widget,
  {values, page}: Pick<Settings, 'values' | 'page'>,
): readonly (readonly [name: string, value: string])[] {
  return attributesToWrite(widget, values).map(([name, value]) => {
    const attribute = widget.attributes.find(one => one.name === name)!;
    if (!isAddress(attribute)) return [name, value];
    const known = new Set(attribute.enum?.map(option => option.value));
    const one = (part: string): string => (known.has(part) ? part : absolute(part, page));
    const {multiple, separator = ' '} = attribute;
    return [
      name,
      multiple ? value.split(/\s+/).filter(Boolean).map(one).join(separator) : one(value),
    ];
  });
}
