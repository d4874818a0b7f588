/** What a visitor finds in the element, by what it is. */
export const all = (shops: Element, selector: string): HTMLElement[] => [
  ...(shops.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export const one = (shops: Element, selector: string): HTMLElement | undefined =>
  all(shops, selector)[0];

export const textOf = (element: Element | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

export const rows = (shops: Element): HTMLElement[] => all(shops, '.row .name');
export const markers = (shops: Element): HTMLElement[] => all(shops, '.on-map .marker');

/** Places that a marker stands for: one, or what a cluster says. */
export const countOf = (marker: Element): number =>
  marker.classList.contains('cluster') ? Number(textOf(marker)) : 1;

/** A button by its exact text. */
export const button = (shops: Element, text: string): HTMLElement | undefined =>
  all(shops, 'button').find(candidate => textOf(candidate) === text);

export const status = (shops: Element): string => textOf(one(shops, '.status'));

/** Whether a person can see it: it has a box. */
export const isShown = (element: Element | null | undefined): boolean =>
  (element?.getClientRects().length ?? 0) > 0;

/** The control a chip's text belongs to, such as a category or "open now". */
export const chip = (shops: Element, text: string): HTMLInputElement | undefined =>
  all(shops, '.chip')
    .find(label => textOf(label.querySelector(':scope > span') ?? undefined) === text)
    ?.querySelector('input') ?? undefined;

/** How many places the status speaks of. */
export function countShown(shops: Element): number {
  const words = status(shops);
  if (words.startsWith('Aucune adresse')) return 0;
  return Number(/^[\d\s]+/.exec(words.replace(/^Une adresse/, '1'))?.[0].replace(/\s/g, ''));
}

/** How many places the map stands for in what is in sight. */
export const countOnMap = (shops: Element): number =>
  markers(shops).reduce((sum, marker) => sum + countOf(marker), 0);

/** A field or a choice gets a value as from a person. */
export function fill(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

/** A control inside the open panel by the text of its label. */
export const inPanel = (shops: Element, text: string): HTMLInputElement | undefined =>
  all(shops, '.tool-panel label')
    .find(label => textOf(label.querySelector(':scope > span') ?? label).startsWith(text))
    ?.querySelector('input') ?? undefined;
