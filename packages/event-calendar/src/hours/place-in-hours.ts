/** What of the data of an element becomes a custom property, which the styles count with. */
const PROPERTIES = [
  'first',
  'from',
  'to',
  'column',
  'width',
  'hours',
  'lanes',
  'lane',
  'span',
  'minute',
];

/**
 * Puts what the markup says in data attributes where the styles can count with it: a style attribute in
 * the markup would break under a strict Content-Security-Policy, a property that is set is allowed.
 */
export function placeInHours(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('.hours, .bar, .slot, .now')) {
    for (const name of PROPERTIES) {
      const value = element.dataset[name];
      if (value !== undefined) element.style.setProperty(`--_${name}`, value);
    }
  }
}
