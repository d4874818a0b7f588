/**
 * The address that shows what the element shows: with `url-state` the page's own as it stands, else the
 * page without its hash, at the element where that has an id.
 */
export function linkTo(element: Element): string {
  const {href} = location;
  if (element.hasAttribute('url-state')) return href;
  const page = href.replace(/#.*$/s, '');
  return element.id ? `${page}#${encodeURIComponent(element.id)}` : page;
}

export type Delivery = 'shared' | 'copied' | 'failed' | 'given-up';

/** Hands a link to the device's own ways of sharing, or else to the clipboard. */
export async function deliverLink(url: string, title: string): Promise<Delivery> {
  if (canShare(url)) {
    try {
      await navigator.share({url, title});
      return 'shared';
    } catch (error) {
      // who closes the device's sheet wants nothing else instead
      if ((error as Error).name === 'AbortError') return 'given-up';
    }
  }
  return (await copyText(url)) ? 'copied' : 'failed';
}

/** Missing in many browsers, and forbidden in frames without the permission `web-share`. */
export function canShare(url: string): boolean {
  const {share, canShare} = navigator as Partial<Navigator>;
  return Boolean(share) && canShare?.call(navigator, {url}) !== false;
}

/** False where there is no clipboard (pages without https), or it is forbidden. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
