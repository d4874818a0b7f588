/** A start tag with its attributes, or a comment, inside which no tag counts. */
const tagOrComment = (name: string): RegExp =>
  new RegExp(`<!--[^]*?-->|<(${name})(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^'">])*)>`, 'gi');

const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/**
 * Sets attributes of the first `<name>` in a page's HTML, or of all: a string sets or replaces one
 * (escaped here), null removes it. HTML without the element comes back unchanged.
 */
export function setAttributes(
  html: string,
  name: string,
  changes: Readonly<Record<string, string | null>>,
  which: 'first' | 'all' = 'first',
): string {
  let done = false;
  return html.replace(tagOrComment(name), (whole, tag?: string, attributes = '') => {
    if (done || tag === undefined) return whole;
    done = which === 'first';
    const kept = [...String(attributes).matchAll(attribute)]
      .filter(([, key = '']) => !Object.hasOwn(changes, key.toLowerCase()))
      .map(([text]) => text);
    const set = Object.entries(changes)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `${key}="${escapeAttribute(value ?? '')}"`);
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
