import {isAllowedAddress} from '../../webhooks/guarded-lookup.js';
import {isLoopbackAddress} from '../../webhooks/public-address.js';
import {hostOf, isLocalName} from '../../webhooks/webhook-url.js';
import type {FeedOptions} from './options.js';

/** Why an address is none of a feed. */
export type FeedUrlFault = 'not-an-url' | 'not-web' | 'has-credentials' | 'bad-port' | 'not-public';

const PROTOCOLS = new Set(['http:', 'https:', 'webcal:', 'webcals:']);

/**
 * What is wrong with a feed's address, as far as can be seen without asking DNS; `undefined` when nothing
 * is. Names are looked at again when they are connected to (`guarded-lookup.ts`): what they stand for may
 * change. Ports below 1024 other than those of the web belong to other protocols.
 */
export function feedUrlFault(text: string, options: FeedOptions): FeedUrlFault | undefined {
  if (!URL.canParse(text)) return 'not-an-url';
  if (!PROTOCOLS.has(new URL(text).protocol)) return 'not-web';
  const url = webUrl(text);
  if (!url) return 'not-an-url';
  if (url.username || url.password) return 'has-credentials';
  const host = hostOf(url).replace(/\.$/, '');
  const isOwnMachine = isLoopbackAddress(host) || host === 'localhost';
  if (isOwnMachine && options.allowLoopback) return undefined;
  const port = Number(url.port || 443);
  if (port < 1024 && port !== 80 && port !== 443) return 'bad-port';
  if (isAddress(host)) return isAllowedAddress(host, options) ? undefined : 'not-public';
  return isOwnMachine || isLocalName(host) ? 'not-public' : undefined;
}

/** The address as it is asked for: `webcal:` is https under another name. */
export function webUrl(text: string): URL | undefined {
  const web = text.trim().replace(/^webcals?:/i, 'https:');
  return URL.canParse(web) ? new URL(web) : undefined;
}

/** Whether a host is an address and no name: such hosts are never looked up. */
const isAddress = (host: string): boolean => /^[\d.]+$/.test(host) || host.includes(':');
