import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public Internet. Private, loopback, link-local, unique-local,
 * carrier-grade NAT, multicast, broadcast, reserved and `0.0.0.0/8` addresses are not, nor is any IPv6
 * form that carries an IPv4 address (mapped, 6to4, Teredo, NAT64): what unwraps it may be next door.
 * Text that is no IP address is not public either.
 */
export function isPublicAddress(text: string): boolean {
  // `unicast` is what no table of special addresses (RFC 6890) names
  return ipaddr.isValid(text) && ipaddr.parse(text).range() === 'unicast';
}

/** `127.0.0.0/8` and `::1`, also as IPv4-mapped. */
export function isLoopbackAddress(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback';
}
