/** An item of HTML microdata, in the shape of JSON-LD. */
export interface MicrodataItem {
  '@type'?: string[];
  '@id'?: string;
  [property: string]: MicrodataValue | MicrodataValue[] | undefined;
}

type MicrodataValue = string | MicrodataItem;

/** Items inside items: an address in a place in a list needs three. */
const MAX_DEPTH = 6;
/** Values of one item; what a page about a place has, many times over. */
const MAX_VALUES = 500;

const SCHEMA_ORG = /^https?:\/\/(?:www\.)?schema\.org\//i;

/**
 * The top-level items in and below an element, as objects that a reader of JSON-LD understands (HTML
 * living standard, "Microdata"; https://schema.org/docs/gs.html). Departs from the standard where
 * authors do: any element may have a `content`, a link is no name, and `tel:` and `mailto:` are left
 * out. `itemref` is not followed.
 */
export function itemsIn(root: Element): MicrodataItem[] {
  const inside = [...root.querySelectorAll('[itemscope]:not([itemprop])')];
  return (root.matches('[itemscope]') ? [root, ...inside] : inside).map(item => readItem(item, 0));
}

function readItem(item: Element, depth: number): MicrodataItem {
  const types = tokens(item, 'itemtype').map(type => type.replace(SCHEMA_ORG, ''));
  const id = item.getAttribute('itemid')?.trim();
  const properties = new Map<string, MicrodataValue[]>();
  let left = depth < MAX_DEPTH ? MAX_VALUES : 0;
  for (const element of left > 0 ? item.querySelectorAll('[itemprop]') : []) {
    if (element.parentElement?.closest('[itemscope]') !== item) continue;
    if (left-- <= 0) break;
    for (const name of tokens(element, 'itemprop').map(name => name.replace(SCHEMA_ORG, ''))) {
      // a name of schema.org: neither `@id` nor `__proto__`
      if (!/^[a-z][a-z\d-]*$/i.test(name)) continue;
      const value = element.hasAttribute('itemscope')
        ? readItem(element, depth + 1)
        : valueOf(element, name);
      properties.set(name, [...(properties.get(name) ?? []), value]);
    }
  }
  return {
    ...Object.fromEntries([...properties].map(([name, all]) => [name, oneOrAll(all)])),
    ...(types.length > 0 && {'@type': types}),
    ...(id && {'@id': id}),
  };
}

function oneOrAll<T>(values: T[]): T | T[] {
  return values.length === 1 ? values[0]! : values;
}

function valueOf(element: Element, name: string): string {
  const {localName} = element;
  const given =
    element.getAttribute('content') ??
    element.getAttribute('datetime') ??
    (name === 'name' ? null : element.getAttribute('href')?.replace(/^(?:tel|mailto):/i, '')) ??
    element.getAttribute('src') ??
    (localName === 'data' || localName === 'meter' ? element.getAttribute('value') : null);
  return (given ?? element.textContent).trim();
}

/** Of `itemtype` and `itemprop`: words separated by white space. */
function tokens(element: Element, attribute: string): string[] {
  return (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
}
