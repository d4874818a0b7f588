/** For every link that leads out of a text from a feed: no opener, no referrer, no endorsement. */
export const UGC_REL = 'noopener noreferrer nofollow ugc';

/**
 * `mailto:` for one plain address, or nothing. Only characters that mean nothing else in such a link
 * are let through, so that no headers and no second address can be smuggled in (RFC 6068).
 */
export function mailUrl(email: string | undefined): string | undefined {
  const address = email?.trim() ?? '';
  const plain = /^[\w\p{L}.+'-]+@[\w\p{L}.-]+\.[\w\p{L}-]{2,}$/u;
  return plain.test(address) ? `mailto:${address}` : undefined;
}

/** The host name of a checked address as people say it: `ferme-du-bois.example`. */
export function siteName(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
