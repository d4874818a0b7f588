import type {Widget} from '../widgets/types.js';
import {attributesToWrite, type Settings} from './settings.js';

/** How content systems write a widget, with their plugin. */
export interface Shortcode {
  readonly system: 'WordPress' | 'SPIP' | 'Joomla';
  readonly text: string;
}

/** Names in PHP have underscores where tags have hyphens. */
const inPhp = (name: string): string => name.replaceAll('-', '_');

export function shortcodes(widget: Widget, {values}: Pick<Settings, 'values'>): Shortcode[] {
  const name = `local_${inPhp(widget.name)}`;
  const attributes = attributesToWrite(widget, values).map(
    ([attribute, value]) => [inPhp(attribute), value || '1'] as const,
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
