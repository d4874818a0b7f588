import type {Widget} from '../widgets/types.js';
import {attributesToWrite, type Settings} from './settings.js';

/** How content systems write a widget, with their plugin. */
export interface Shortcode {
  readonly system: 'WordPress' | 'SPIP' | 'Joomla';
  readonly text: string;
}

/** Tags have underscores there, since SPIP and Joomla take no hyphens; attributes keep theirs. */
export function shortcodes(widget: Widget, {values}: Pick<Settings, 'values'>): Shortcode[] {
  const name = widget.tag.replaceAll('-', '_');
  const attributes = attributesToWrite(widget, values).map(
    ([attribute, value]) => [attribute, value || '1'] as const,
  );
  const quoted = (reserved: RegExp): string =>
    attributes.map(([key, value]) => ` ${key}="${encode(value, reserved)}"`).join('');
  const piped = attributes.map(([key, value]) => `|${key}=${encode(value, /[|<>"&]/g)}`).join('');
  return [
    {system: 'WordPress', text: `[${name}${quoted(/["&<>[\]]/g)}]`},
    {system: 'SPIP', text: `<${name}${piped || '|'}>`},
    {system: 'Joomla', text: `{${name}${quoted(/["&<>{}]/g)}}`},
  ];
}

/** What would end the shortcode, as a reference to its character. */
const encode = (text: string, reserved: RegExp): string =>
  text.replace(reserved, one => `&#${one.codePointAt(0)};`);
