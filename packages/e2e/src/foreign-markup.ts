const ALLOWED_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:', 'geo:'];

/** Elements that a widget of ours makes; anything else came in from outside. */
const OURS = new Set(
  (
    'a article button caption circle dd details div dl dt fieldset footer form h2 h3 h4 header img input label legend li nav ' +
    'option p path rect g section select slot span style summary svg table tbody td text th time tr ul use'
  ).split(' '),
);

/** What stands in a shadow tree although no template of ours would write it, one line each. */
export function foreignMarkup(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].flatMap(element => [
    ...(OURS.has(element.localName) ? [] : [`<${element.localName}>`]),
    ...[...element.attributes]
      .filter(({name}) => name.startsWith('on') || name === 'srcdoc')
      .map(({name, value}) => `${name}="${value.slice(0, 40)}"`),
    ...strangeLink(element),
  ]);
}

function strangeLink(element: Element): string[] {
  const {localName} = element;
  const address = localName === 'a' ? (element as HTMLAnchorElement).href : srcOf(element);
  if (!address) return [];
  const {protocol, username} = new URL(address);
  const isFine = ALLOWED_SCHEMES.includes(protocol) && !username;
  return isFine ? [] : [`${localName} leads to ${address.slice(0, 60)}`];
}

const srcOf = (element: Element): string =>
  element.localName === 'img' ? (element as HTMLImageElement).src : '';
