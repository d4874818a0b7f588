import type {Widget, WidgetAttribute} from '../../../dev/src/widgets/types.js';

export type Values = Readonly<Record<string, string | boolean>>;

/** What the loader and the elements write on elements themselves. */
export const OWN: readonly string[] = ['class', 'local-widget', 'style'];

export const HUB = 'https://hub.example';

/** Also `>`, which HTML would allow: WordPress takes the first one for the end of a tag. */
const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
const textOf = (value: string | boolean): string => (value === true ? '' : String(value));

const written = (values: Values, prefix = ''): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${prefix}${name}="${escape(textOf(value))}"`)
    .join('');

const INSIDE = '<a href="/liste">La liste</a>';

/** A widget as an author writes it: as an element, or as what sanitisers keep. */
export const FORMS: Readonly<Record<string, (name: string, values: Values) => string>> = {
  element: (name, values) => `<local-${name}${written(values)}>${INSIDE}</local-${name}>`,
  div: (name, values) =>
    `<div class="ours" data-local-widget="${name}"${written(values, 'data-')}>${INSIDE}</div>`,
  link: (name, values) => {
    const texts = Object.entries(values).map(([key, value]) => [key, textOf(value)]);
    const query = new URLSearchParams(texts).toString();
    return `<a class="local-widget" href="${HUB}/embed/${name}?${escape(query)}">La liste</a>`;
  },
};

/** A value for every attribute of a widget, texts with what sanitisers and templates stumble over. */
export const everyValue = ({attributes}: Widget): Values =>
  Object.fromEntries(attributes.map(one => [one.name, valueOf(one)]));

function valueOf(attribute: WidgetAttribute): string | boolean {
  const {type, example, enum: known, name} = attribute;
  if (type === 'boolean') return true;
  if (name === 'hub') return HUB;
  if (type === 'string' && !attribute.multiple) {
    return `${example ?? ''} L’été "d'ici" & <b>là</b> ; 100 %`;
  }
  return example ?? known?.find(({value}) => value !== '')?.value ?? '3';
}
