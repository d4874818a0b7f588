const TYPES = /schema\.org\/(Product|Offer)\b/;

/** Values that are told apart from the name of the property. */
const PROPERTIES = ['name', 'sku', 'description', 'category', 'price', 'priceCurrency'] as const;

/**
 * Products and offers in HTML microdata, as flat objects in the shape of JSON-LD: an offer inside a
 * product gives the product its price.
 */
export function offersIn(element: Element): object[] {
  const items = [...element.querySelectorAll('[itemscope][itemtype]')].filter(isOffer);
  const outer = items.filter(item => !items.some(other => other !== item && other.contains(item)));
  return outer.map(item => {
    const values = PROPERTIES.map(name => [name, valueOf(item, name)] as const);
    const given = values.filter(([, value]) => value !== undefined);
    return {'@type': 'Product', '@id': item.getAttribute('itemid'), ...Object.fromEntries(given)};
  });
}

const isOffer = (item: Element): boolean => TYPES.test(item.getAttribute('itemtype') ?? '');

function valueOf(item: Element, name: string): string | undefined {
  const element = item.querySelector(`[itemprop~="${name}"]`);
  const value =
    element?.getAttribute('content') ?? element?.getAttribute('value') ?? element?.textContent;
  return value?.trim() || undefined;
}
