/** Languages of France whose readers also read French; other unknown languages get English. */
const READS_FRENCH = new Set(['br', 'ca', 'co', 'eu', 'frp', 'gsw', 'lb', 'oc', 'pcd', 'wa']);

/**
 * The closest `lang` at or around an element, through shadow roots, as a BCP 47 tag in lower case.
 * `fr` when the page does not say: most of our pages are French, and many forget the attribute.
 */
export function languageAround(element: Element): string {
  let at: Element | null = element;
  while (at) {
    const declared: string | null | undefined = at.closest('[lang]')?.getAttribute('lang');
    if (declared) return declared.toLowerCase();
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'fr';
}

/** The best of `available` for a BCP 47 tag: the tag, its language, then French or English. */
export function bestLanguage(wanted: string, available: readonly string[]): string {
  const primary = wanted.split('-')[0] ?? wanted;
  if (available.includes(wanted)) return wanted;
  if (available.includes(primary)) return primary;
  return READS_FRENCH.has(primary) || !available.includes('en') ? 'fr' : 'en';
}
