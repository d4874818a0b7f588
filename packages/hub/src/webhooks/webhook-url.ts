import {isLoopbackAddress, isPublicAddress} from './public-address.js';
import type {WebhookOptions} from './options.js';

/** Why an address cannot be an endpoint of webhooks. */
export type WebhookUrlFault = 'not-an-url' | 'not-https' | 'has-credentials' | 'not-public';

/**
 * What is wrong with an endpoint's address, as far as can be seen without asking DNS; `undefined` when
 * nothing is. Names are looked at again when they are connected to (`guarded-lookup.ts`): what they
 * stand for may change.
 */
export function webhookUrlFault(
  text: string,
  options: WebhookOptions,
): WebhookUrlFault | undefined {
  if (!URL.canParse(text)) return 'not-an-url';
  const url = new URL(text);
  const host = hostOf(url);
  const isOwnMachine = isLoopbackAddress(host) || host === 'localhost';
  if (url.username || url.password) return 'has-credentials';
  if (isOwnMachine && options.allowLoopback) {
    return /^https?:$/.test(url.protocol) ? undefined : 'not-https';
  }
  if (url.protocol !== 'https:') return 'not-https';
  return isOwnMachine || isLocalName(host) ? 'not-public' : undefined;
}

/** The host as sockets take it: IPv6 without its brackets. `URL` has made IPv4 canonical. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Addresses that are not public, and names that are never public (RFC 6761, 6762, 8375, ICANN `.internal`). */
export function isLocalName(host: string): boolean {
  if (/^[\d.]+$/.test(host) || host.includes(':')) return !isPublicAddress(host);
  return !host.includes('.') || /\.(localhost|local|internal|home\.arpa)\.?$/.test(host);
}
