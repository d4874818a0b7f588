/**
 * An absolute http(s) address, or nothing: `javascript:`, `data:` and friends never become links, nor
 * does an address with a user name, which hides where it leads (`https://town.fr@evil.example`).
 */
export function webUrl(value: string | undefined, base?: string): string | undefined {
  if (!value) return undefined;
  try {
    const url = new URL(value, base);
    const plain = /^https?:$/.test(url.protocol) && !url.username && !url.password;
    return plain ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `tel:` with digits and a leading plus only (RFC 3966), for the first number of a text. What comes
 * after it, such as an extension or a second number, is left out. Nothing rather than a wrong number:
 * under 3 or over 15 digits (E.164), there is no link.
 */
export function telUrl(phone: string | undefined): string | undefined {
  const [found = ''] = /(?:\+[\s(]?)?\d(?:[\d\s().‑–-]|\/(?=\d))*/.exec(phone ?? '') ?? [];
  const number = found
    // the zero of `+33 (0)4` is only dialled inside the country
    .replace(/^(\+|00)([^(]*)\(0\)/, '$1$2')
    .replace(/(?!^\+)\D/g, '');
  return /^\+?\d{3,15}$/.test(number) ? `tel:${number}` : undefined;
}
