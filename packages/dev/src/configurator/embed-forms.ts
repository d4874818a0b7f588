import type {EmbedForms, Widget, WidgetsJson} from '../widgets/types.js';
import {absoluteAttributes, attributesToWrite, type Settings} from './settings.js';

export type Language = 'fr' | 'en';

/** Pixels, for pages that do not follow the height of what is in the frame. */
const FRAME_HEIGHT = 720;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (text: string): string => text.replace(/[&<>"]/g, one => ENTITIES[one]!);

const write = (name: string, value: string): string =>
  value === '' ? name : `${name}="${escape(value)}"`;

/** A tag on one line, or with a line for each attribute where it would grow long. */
function tag(name: string, attributes: readonly string[]): string {
  const short = `<${[name, ...attributes].join(' ')}>`;
  return short.length <= 80 ? short : `<${name}\n  ${attributes.join('\n  ')}\n>`;
}

/** The tag itself. */
export function elementForm(widget: Widget, settings: Settings, lang: Language): string {
  const attributes = attributesToWrite(widget, settings.values).map(pair => write(...pair));
  return `${tag(widget.tag, attributes)}\n  ${fallbackLink(widget, settings, lang)}\n</${widget.tag}>`;
}

/** For editors that let no tag of ours through. */
export function divForm(
  widget: Widget,
  settings: Settings,
  lang: Language,
  {div}: EmbedForms,
): string {
  const attributes = attributesToWrite(widget, settings.values).map(([name, value]) =>
    write(div.attributePrefix + name, value),
  );
  const open = tag('div', [write(div.nameAttribute, widget.name), ...attributes]);
  return `${open}\n  ${fallbackLink(widget, settings, lang)}\n</div>`;
}

/** For editors that let nothing but links through; undefined without a hub. */
export function linkForm(
  widget: Widget,
  settings: Settings,
  lang: Language,
  {link}: EmbedForms,
): string | undefined {
  const address = hubAddress(widget, settings);
  if (!address) return undefined;
  const open = tag('a', [write('class', link.className), write('href', address)]);
  return `${open}${escape(widget.fallback[lang])}</a>`;
}

/** For sites without scripts, and for hosts that are not to be trusted with any; undefined without a hub. */
export function frameForm(
  widget: Widget,
  settings: Settings,
  lang: Language,
  {link}: EmbedForms,
): string | undefined {
  const address = hubAddress(widget, settings);
  if (!address) return undefined;
  const allow = widget.permissions.map(({name}) => name).join('; ');
  const open = tag('iframe', [
    write('class', link.className),
    write('src', address),
    write('title', widget.label[lang]),
    'width="100%"',
    `height="${FRAME_HEIGHT}"`,
    'loading="lazy"',
    ...(allow ? [write('allow', allow)] : []),
  ]);
  return `${open}</iframe>`;
}

/** Addresses of a hub that lead to another release after an update: a hash would break the page. */
export const isMoving = (files: string): boolean => /\/v\/(?!\d+\.\d+\.\d+)[^/]+\/?$/.test(files);

/** Once a page. */
export function scriptTag({loader}: WidgetsJson, {files}: Settings): string {
  return tag('script', [
    write('type', loader.type),
    write('src', `${folder(files)}${loader.file}`),
    ...(isMoving(files) ? [] : [write('integrity', loader.integrity)]),
    'crossorigin="anonymous"',
  ]).concat('</script>');
}

const folder = (files: string): string => (files.endsWith('/') ? files : `${files}/`);

/**
 * The page of the widget at the hub; undefined where a hub has nothing to show. The hub that the address
 * names becomes that of the element: it is not said twice, and an empty one says that there is none.
 */
function hubAddress(widget: Widget, settings: Settings): string | undefined {
  const {hub, src, shop, room, calendar} = settings.values;
  const knowsHubs = widget.attributes.some(({name}) => name === 'hub');
  if (knowsHubs && !src && !(hub && (shop ?? room ?? calendar))) return undefined;
  const base = withoutSlash(hub ?? settings.hub);
  if (!/^https?:\/\/[^/]/.test(base)) return undefined;
  const attributes = absoluteAttributes(widget, settings).filter(([name]) => name !== 'hub');
  const none = knowsHubs && !hub ? [['hub', ''] as const] : [];
  const query = new URLSearchParams([...attributes, ...none].map(([name, value]) => [name, value]));
  return `${base}/embed/${widget.name}?${query.toString()}`;
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

function fallbackLink(widget: Widget, settings: Settings, lang: Language): string {
  return `<a href="${escape(fallbackAddress(settings))}">${escape(widget.fallback[lang])}</a>`;
}

/** What fits best: a telephone before an e-mail address before a list. */
function fallbackAddress({link, values}: Settings): string {
  if (link) return link;
  const {phone, email, src, hub} = values;
  if (phone) return `tel:${phone.replace(/[^+\d]/g, '').replace(/^0/, '+33')}`;
  if (email) return `mailto:${email}`;
  return src?.split(/\s+/)[0] ?? hub ?? '#';
}
