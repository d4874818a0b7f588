/**
 * Whether a mail server that is believed found the sender to be a lie: its `Authentication-Results` (RFC 8601)
 * say that DMARC (RFC 7489) failed. Of other servers nothing is believed: anybody can write such a line.
 *
 * @param authentication values of the header
 * @param server its authserv-id; nothing is looked at without
 */
export function isForged(
  {authentication}: {authentication: readonly string[]},
  server: string | undefined,
): boolean {
  if (server === undefined) return false;
  const own = authentication.filter(value => {
    const [name = ''] = value.trim().split(/[\s;]/, 1);
    return name.toLowerCase() === server.toLowerCase();
  });
  return own.some(value => /[;\s]dmarc\s*=\s*fail\b/i.test(value));
}
