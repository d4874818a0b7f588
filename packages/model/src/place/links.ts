/** A bare domain, as people write it in a spreadsheet: `www.ferme.fr/visite`. */
const DOMAIN = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#:]|$)/i;
const FILE = /^[^/]*\.(?:html?|php|pdf|aspx?)$/i;
const MAX_LENGTH = 2000;

/**
 * An absolute http(s) address; undefined for any other scheme, for an address with a user name
 * (which hides where it leads), and for a relative one without base.
 */
export function resolveUrl(value: unknown, baseUrl: string | undefined): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  try {
    const url = new URL(value.trim(), baseUrl);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The address of a site. A bare domain gets `http:`, which every server answers and which browsers
 * upgrade by themselves; `https:` would be a dead link on an old one.
 */
export function resolveSite(value: unknown, baseUrl: string | undefined): string | undefined {
  const isDomain = typeof value === 'string' && DOMAIN.test(value.trim()) && !FILE.test(value);
  return isDomain ? resolveUrl(`http://${value.trim()}`, undefined) : resolveUrl(value, baseUrl);
}
