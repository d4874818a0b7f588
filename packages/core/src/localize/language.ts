/** Languages of France whose readers also read French; other unknown languages get English. */
const READS_FRENCH = /^(br|ca|co|eu|frp|gsw|lb|oc|pcd|wa)\b/;

/** A BCP 47 tag in lower case, also from the `fr_FR` that some CMSs write. */
export function normalTag(tag: string): string {
  return tag.trim().toLowerCase().replace(/_/g, '-');
}

/** The roots of the trees that an element is in: shadow roots from inside out, then the document. */
export function rootsAround(element: Element): Node[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsAround(root.host)] : [root];
}

/**
 * The closest `lang` at or around an element, through shadow roots, as a BCP 47 tag in lower case;
 * an empty one counts as none. `fr` when the page does not say: most of our pages are French, and
 * many forget the attribute.
 */
export function languageAround(element: Element): string {
  const declared = element.closest('[lang]:not([lang=""])')?.getAttribute('lang');
  if (declared) return normalTag(declared);
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : 'fr';
}

/**
 * The best of `available` (in lower case) for a BCP 47 tag in any case: the tag itself, what is left
 * of it after cutting its end (RFC 4647, lookup), then French or English.
 */
export function bestLanguage(wanted: string, available: readonly string[]): string {
  const whole = normalTag(wanted);
  for (let tag = whole; tag; tag = tag.replace(/-?[^-]*$/, '')) {
    if (available.includes(tag)) return tag;
  }
  return READS_FRENCH.test(whole) || !available.includes('en') ? 'fr' : 'en';
}
