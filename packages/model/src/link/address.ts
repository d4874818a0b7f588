/** Parameters of a link without their prefix; empty where all is as the page has it. */
export type LinkParams<Name extends string = string> = Readonly<Record<Name, string>>;

/** The parameters of an element in an address; of several of the same name, the first. */
export function paramsIn<Name extends string>(
  href: string,
  prefix: string,
  names: readonly Name[],
): LinkParams<Name> {
  const found = new URL(href).searchParams;
  const entries = names.map(name => [name, found.get(`${prefix}-${name}`) ?? '']);
  return Object.fromEntries(entries) as LinkParams<Name>;
}

/**
 * The address with other parameters of an element: those of the page, of other elements, and the hash
 * stay as they are, to the letter and in their order.
 *
 * @param params all that the element has
 */
export function addressWith(href: string, prefix: string, params: LinkParams): string {
  const url = new URL(href);
  const ours = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value) ours.set(`${prefix}-${name}`, value);
  const isOurs = (name: string): boolean =>
    name.startsWith(`${prefix}-`) && Object.hasOwn(params, name.slice(prefix.length + 1));
  const others = url.search
    .slice(1)
    .split('&')
    .filter(part => ![...new URLSearchParams(part).keys()].some(isOurs));
  // commas, colons, slashes and tildes mean nothing in a query (RFC 3986 §3.4), and stay legible
  const written = String(ours).replace(/%(2C|3A|2F|7E)/g, decodeURIComponent);
  url.search = [...others, written].filter(Boolean).join('&');
  return url.href;
}
