/** An element of an XML file. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly children?: readonly (Element | string)[];
}

export const element = (
  name: string,
  attributes: Element['attributes'] = {},
  children: readonly (Element | string)[] = [],
): Element => ({name, attributes, children});

export function xmlFile(root: Element): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`);
}

function write({name, attributes = {}, children = []}: Element, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(value!)}"`)
    .join('')}`;
  if (children.length === 0) return `${start}/>`;
  // white space would be part of a text
  if (children.every(child => typeof child === 'string')) {
    return `${start}>${children.map(escape).join('')}</${name}>`;
  }
  const inner = children.map(child =>
    typeof child === 'string' ? `${indent}  ${escape(child)}` : write(child, `${indent}  `),
  );
  return `${start}>\n${inner.join('\n')}\n${indent}</${name}>`;
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
