/** For every link that leads out of a text from a feed: no opener, no referrer, no endorsement. */
export const UGC_REL = 'noopener noreferrer nofollow ugc';

/** An absolute http(s) address, or nothing: `javascript:`, `data:` and friends never become links. */
export function webUrl(value: string | undefined, base?: string): string | undefined {
  if (!value) return undefined;
  try {
    const url = new URL(value, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** `tel:` with digits and a leading plus only (RFC 3966), or nothing when too few remain. */
export function telUrl(phone: string | undefined): string | undefined {
  const digits = phone
    ?.replace(/\(0\)/g, '')
    .replace(/(?!^\s*\+)\D/g, '')
    .trim();
  return digits && digits.length >= 3 ? `tel:${digits}` : undefined;
}

/** `mailto:` for one plain address, or nothing; no headers can be smuggled in (RFC 6068). */
export function mailUrl(email: string | undefined): string | undefined {
  const address = email?.trim();
  return address && /^[^\s@?&<>"]+@[^\s@?&<>"]+\.[^\s@?&<>"]+$/.test(address)
    ? `mailto:${address}`
    : undefined;
}

/** The host name of a checked address as people say it: `ferme-du-bois.example`. */
export function siteName(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
