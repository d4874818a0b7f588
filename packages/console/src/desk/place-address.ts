/** A place at the desk: of which shop, in which tab, and what is open there. */
export interface DeskAddress {
  readonly tab: string;
  /** Id of the shop. */
  readonly shop: string;
  /** Empty at the beginning of the tab. */
  readonly place: string;
}

const FORM = /^#([a-z-]+)\/([^/]+)\/([a-z0-9-]+)$/;

/** The fragment of a place: `#messages/fournil/0197…`. */
export function writeAddress({tab, shop, place}: DeskAddress): string {
  return `#${tab}/${encodeURIComponent(shop)}/${place}`;
}

/** Reads what `writeAddress` wrote; nothing of any other fragment. */
export function readAddress(fragment: string): DeskAddress | undefined {
  const [, tab, shop, place] = FORM.exec(fragment) ?? [];
  if (tab === undefined || shop === undefined || place === undefined) return undefined;
  try {
    return {tab, shop: decodeURIComponent(shop), place};
  } catch {
    return undefined;
  }
}

/** Type of what the service worker tells the page when somebody presses a notification. */
export const OPEN_MESSAGE = 'local-desk:open';
