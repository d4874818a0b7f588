import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public Internet. Private, loopback, link-local, unique-local,
 * carrier-grade NAT, multicast, broadcast, reserved and `0.0.0.0/8` addresses are not, nor is any IPv6
 * form that carries an IPv4 address (mapped, 6to4, Teredo, NAT64): what unwraps it may be next door.
 * Text that is no IP address is not public either.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  // `unicast` is what no table of special addresses (RFC 6890) names; of IPv6 only this part was ever
  // given out (RFC 4291, 2.4), which leaves out what carries an IPv4 address in its last 32 bits
  const isGivenOut = address.kind() === 'ipv4' || address.toByteArray()[0]! >> 5 === 1;
  return isGivenOut && address.range() === 'unicast';
}

/** `127.0.0.0/8` and `::1`, also as IPv4-mapped. */
export function isLoopbackAddress(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback';
}
