/** A start tag with its attributes, or a comment, inside which no tag counts. */
const tagOrComment = (name: string): RegExp =>
  new RegExp(`<!--[^]*?-->|<(${name})(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^'">])*)>`, 'gi');

const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** A string sets or replaces an attribute (escaped here), null removes it, a function makes one of the other. */
export type AttributeChange = string | null | ((before: string) => string);

/**
 * Sets attributes of the first `<name>` in a page's HTML, or of all. HTML without the element comes back unchanged.
 */
export function setAttributes(
  html: string,
  name: string,
  changes: Readonly<Record<string, AttributeChange>>,
  which: 'first' | 'all' = 'first',
): string {
  let done = false;
  return html.replace(tagOrComment(name), (whole, tag?: string, attributes = '') => {
    if (done || tag === undefined) return whole;
    done = which === 'first';
    const kept = [...String(attributes).matchAll(attribute)]
      .filter(([, key = '']) => !Object.hasOwn(changes, key.toLowerCase()))
      .map(([text]) => text);
    const before = (name: string): string =>
      new RegExp(String.raw`(?:^|\s)${name}="([^"]*)"`).exec(String(attributes))?.[1] ?? '';
    const set = Object.entries(changes)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => {
        const text = typeof value === 'function' ? value(before(key)) : (value ?? '');
        return `${key}="${escapeAttribute(text)}"`;
      });
    return `<${[tag, ...kept, ...set].join(' ')}>`;
  });
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
