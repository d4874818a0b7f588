import type {TemplateResult} from 'lit';
import type {Messages} from '../../locales/index.js';
import {selectField} from '../../templates/fields.js';

/** By name, so that nobody has to tell them by eye; each has a contrast of 4.5 to white. */
const COLOURS = {
  '#14594a': 'green',
  '#1d5c96': 'blue',
  '#6b3fa0': 'purple',
  '#a03060': 'pink',
  '#a32a1c': 'red',
  '#8a4b00': 'brown',
  '#4d5a00': 'olive',
  '#46525e': 'grey',
} as const;

/** The colour of a calendar or a feed; one that a program set stays among the choices. */
export function colourField(
  {name, value = '', hint}: {name: string; value?: string | undefined; hint?: string},
  messages: Messages,
): TemplateResult {
  const own = value && !Object.hasOwn(COLOURS, value) ? [[value, value] as const] : [];
  return selectField({name, label: messages.colour, value, ...(hint && {hint})}, [
    ['', messages.colourOfPage],
    ...Object.entries(COLOURS).map(
      ([colour, each]) => [colour, messages.colourNames[each]] as const,
    ),
    ...own,
  ]);
}
