/**
 * Scrolls the list of an address search to its active option. By hand: `scrollIntoView` would move the
 * whole page along.
 */
export function keepActiveInView(root: ParentNode): void {
  for (const option of root.querySelectorAll<HTMLElement>('.address [aria-selected=true]')) {
    const list = option.parentElement!;
    const [{top, bottom}, frame] = [option.getBoundingClientRect(), list.getBoundingClientRect()];
    if (top < frame.top) list.scrollTop -= frame.top - top;
    else if (bottom > frame.bottom) list.scrollTop += bottom - frame.bottom;
  }
}
