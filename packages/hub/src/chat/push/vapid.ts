import {createECDH, createPrivateKey, sign} from 'node:crypto';
import type {KeyObject} from 'node:crypto';
import type {Chance} from '../../chance-and-clock.js';

/** For which a token is good, in seconds; services refuse more than a day (RFC 8292, section 2). */
const GOOD_FOR = 12 * 3600;

/** The key pair by which push services know a hub (RFC 8292). */
export interface VapidKeys {
  /** base64url of the uncompressed point: what a browser subscribes with. */
  publicKey: string;
  privateKey: KeyObject;
}

/** The private number of a new pair, base64url. */
export function newVapidSecret(chance: Chance): string {
  return Buffer.from(chance.bytes(32)).toString('base64url');
}

/** The pair of a private number. */
export function vapidKeys(secret: string): VapidKeys {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(secret, 'base64url'));
  const point = pair.getPublicKey();
  const part = (from: number, to: number) => point.subarray(from, to).toString('base64url');
  const privateKey = createPrivateKey({
    format: 'jwk',
    key: {kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65), d: secret},
  });
  return {publicKey: point.toString('base64url'), privateKey};
}

const base64Json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The `Authorization` of a push: a token for the origin of the endpoint, signed (RFC 8292, section 3).
 *
 * @param subject where the service reaches who runs the hub: `mailto:` or `https:`
 */
export function vapidAuthorization(
  {publicKey, privateKey}: VapidKeys,
  {endpoint, subject, now}: {endpoint: string; subject: string; now: Date},
): string {
  const expires = Math.floor(now.getTime() / 1000) + GOOD_FOR;
  const head = base64Json({typ: 'JWT', alg: 'ES256'});
  const claims = base64Json({aud: new URL(endpoint).origin, exp: expires, sub: subject});
  const signature = sign('sha256', Buffer.from(`${head}.${claims}`), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `vapid t=${head}.${claims}.${signature.toString('base64url')}, k=${publicKey}`;
}
