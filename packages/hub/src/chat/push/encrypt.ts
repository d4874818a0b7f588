import {createCipheriv, createECDH, createHmac} from 'node:crypto';
import type {Chance} from '../../chance-and-clock.js';

/** Octets of a record; a push service takes at most 4096 (RFC 8291, section 4). */
const RECORD = 4096;
/** Octets that can be told: the record without its header, its padding octet and its tag. */
const MOST_PLAIN = RECORD - 86 - 17;
const TAG = 16;
/** Marks the last record (RFC 8188, section 2). */
const LAST = 2;

export interface PushKeys {
  /** base64url: the browser's public key (65 octets, uncompressed) and its secret (16 octets). */
  p256dh: string;
  auth: string;
}

/** Whether keys are what a browser gives. */
export function arePushKeys({p256dh, auth}: PushKeys): boolean {
  const key = Buffer.from(p256dh, 'base64url');
  if (key.length !== 65 || key[0] !== 4 || Buffer.from(auth, 'base64url').length !== 16) {
    return false;
  }
  try {
    const own = createECDH('prime256v1');
    own.setPrivateKey(Buffer.alloc(32, 1));
    own.computeSecret(key);
    return true;
  } catch {
    // no point of the curve
    return false;
  }
}

const hmac = (key: Uint8Array, ...data: (Uint8Array | string)[]) => {
  const mac = createHmac('sha256', key);
  for (const part of data) mac.update(part);
  return mac.digest();
};

/**
 * Encrypts a message that only the browser can read, and the push service cannot (RFC 8291): one record
 * of `aes128gcm` (RFC 8188) with its header.
 *
 * @throws RangeError for more than `MOST_PLAIN` octets
 */
export function encryptPush(plain: Buffer, {p256dh, auth}: PushKeys, chance: Chance): Buffer {
  if (plain.length > MOST_PLAIN) throw new RangeError('The message is too long to be pushed.');
  const theirKey = Buffer.from(p256dh, 'base64url');
  const own = createECDH('prime256v1');
  own.setPrivateKey(Buffer.from(chance.bytes(32)));
  const ownKey = own.getPublicKey();
  const salt = Buffer.from(chance.bytes(16));
  // section 3.4: both public keys go into the key, so that it is good for these two alone
  const shared = hmac(Buffer.from(auth, 'base64url'), own.computeSecret(theirKey));
  const input = hmac(shared, 'WebPush: info\0', theirKey, ownKey, '\x01');
  const random = hmac(salt, input);
  const key = hmac(random, 'Content-Encoding: aes128gcm\0\x01').subarray(0, 16);
  const nonce = hmac(random, 'Content-Encoding: nonce\0\x01').subarray(0, 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce, {authTagLength: TAG});
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD, 0);
  head.writeUInt8(ownKey.length, 4);
  return Buffer.concat([
    salt,
    head,
    ownKey,
    cipher.update(Buffer.concat([plain, Buffer.from([LAST])])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}
