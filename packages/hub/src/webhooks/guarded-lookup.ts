import {lookup as systemLookup, type LookupAddress} from 'node:dns';
import type {LookupFunction} from 'node:net';
import type {WebhookOptions} from './options.js';
import {isLoopbackAddress, isPublicAddress} from './public-address.js';

/** The name, or the address itself, leads to a network that is none of the public's business. */
export class ForbiddenAddressError extends Error {
  override name = 'ForbiddenAddressError';
  readonly code = 'ERR_FORBIDDEN_ADDRESS';

  constructor(host: string) {
    super(`${host} does not lead to a public address.`);
  }
}

/** All addresses of a name, as the operating system finds them. */
export type Resolve = (
  host: string,
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

const resolveBySystem: Resolve = (host, callback) =>
  systemLookup(host, {all: true, order: 'verbatim'}, callback);

export function isAllowedAddress(address: string, {allowLoopback}: WebhookOptions): boolean {
  return isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
}

/**
 * The `lookup` of a socket that refuses names with any address that is not public. The very addresses
 * that were looked at are connected to, so that a name which changes its mind in between (DNS
 * rebinding) finds nothing open. Sockets do not look up a host that is an address already: check that
 * one with `isAllowedAddress`.
 */
export function guardedLookup(
  options: WebhookOptions,
  resolve: Resolve = resolveBySystem,
): LookupFunction {
  return (host, {all}, callback) => {
    resolve(host, (error, addresses) => {
      const [first] = error ? [] : addresses;
      const isFine = first && addresses.every(({address}) => isAllowedAddress(address, options));
      if (!isFine) callback(error ?? new ForbiddenAddressError(host), '', 0);
      else if (all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
