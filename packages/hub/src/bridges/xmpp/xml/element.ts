/** An element with the namespace it is in; prefixes are resolved. */
export interface XmlElement {
  name: string;
  namespace: string;
  /** By the name as it was written; declarations of namespaces are left out. */
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Makes an element. Without `xmlns` it is in the namespace of whatever it is put into.
 *
 * @example xml('message', {to: 'a@b.example'}, xml('body', {}, 'Bonjour'))
 */
export function xml(
  name: string,
  {xmlns = '', ...attributes}: Attributes = {},
  ...children: (XmlElement | string | undefined)[]
): XmlElement {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return {
    name,
    namespace: xmlns,
    attributes: Object.fromEntries(given) as Record<string, string>,
    children: children.filter(child => child !== undefined),
  };
}

/** As it goes over the wire, inside of an element of `namespace`. */
export function serialize(
  {name, namespace, attributes, children}: XmlElement,
  within = '',
): string {
  const own = namespace === '' ? within : namespace;
  const shown = own === within ? attributes : {xmlns: own, ...attributes};
  const head = Object.entries(shown).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  if (children.length === 0) return `<${name}${head.join('')}/>`;
  const inside = children.map(child =>
    typeof child === 'string' ? escapeXml(child) : serialize(child, own),
  );
  return `<${name}${head.join('')}>${inside.join('')}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML; characters that XML 1.0 (section 2.2) has no way to write are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, found => ESCAPES[found]!);
}

/** The first child of this name and namespace. */
export function childOf(
  {children, namespace: own}: XmlElement,
  name: string,
  namespace = own,
): XmlElement | undefined {
  return children.find(
    (child): child is XmlElement =>
      typeof child !== 'string' && child.name === name && child.namespace === namespace,
  );
}

/** The text that stands directly in the element. */
export function textIn(element: XmlElement | undefined): string {
  return (element?.children ?? []).filter(child => typeof child === 'string').join('');
}
