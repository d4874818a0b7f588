import type {Chance} from '../chance-and-clock.js';

const PREFIX = 'whsec_';
/** Bytes of a key, as Standard Webhooks 1.0 bounds them. */
const LEAST = 24;
const MOST = 64;

/** A new `whsec_…` secret of 32 random bytes, in base64. */
export function createWebhookSecret(chance: Chance): string {
  return PREFIX + Buffer.from(chance.bytes(32)).toString('base64');
}

/**
 * The key of a `whsec_…` secret. Throws `RangeError` for what is no such secret: another prefix, not
 * base64, or fewer than 24 or more than 64 bytes (Standard Webhooks 1.0, "Signature scheme").
 */
export function webhookKey(secret: string): Buffer {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '';
  const key = Buffer.from(text, 'base64');
  if (key.toString('base64') !== text || key.length < LEAST || key.length > MOST) {
    throw new RangeError(`A webhook secret is ${PREFIX} and ${LEAST} to ${MOST} bytes in base64.`);
  }
  return key;
}
