import {isIPv4, isIPv6} from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * An address that tells a network, not a person: IPv4 to its first 24 bits, IPv6 to its first 48
 * (recommendation of the CNIL for logs).
 */
export function truncateAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped.replace(/\d+$/, '0');
  return isIPv6(address) ? `${ipv6Groups(address).slice(0, 3).join(':')}::` : 'unknown';
}

/** Who counts as one for limits: one IPv4 address, or a network of IPv6 as a household gets it (/64). */
export function limitedAddress(address: string): string {
  if (!isIPv6(address)) return address;
  // a socket for both kinds writes those of IPv4 as if they were in one network of IPv6 (RFC 4291, 2.5.5.2)
  const read = ipaddr.process(address);
  if (read instanceof ipaddr.IPv4) return read.toString();
  const groups = read.parts.slice(0, 4).map(group => group.toString(16));
  return groups.join(':');
}

/** The eight groups, shortened zeros filled in. */
function ipv6Groups(address: string): string[] {
  const [plain = ''] = address.split('%');
  const [head = '', tail] = plain.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after];
}
