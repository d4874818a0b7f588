import {getRandomValues, hash} from 'node:crypto';

/** The only way to the time of day: tests and demonstrations bring their own. */
export interface Clock {
  now(): Date;
}

/** The only way to what cannot be guessed. */
export interface Chance {
  /** So many bytes, each as likely as any other; fit for secrets unless a test gave it. */
  bytes(count: number): Uint8Array;
}

/** The machine's clock. */
export const systemClock: Clock = {now: () => new Date()};

/** Bytes that are asked for at once: most of what a question costs is to ask. */
const POOL_SIZE = 4096;
let pool = new Uint8Array(0);

/** The operating system's generator. No byte is given twice, nor kept once it was given. */
export const systemChance: Chance = {
  bytes(count) {
    if (count > pool.length) pool = getRandomValues(new Uint8Array(Math.max(count, POOL_SIZE)));
    const bytes = pool.slice(0, count);
    pool.fill(0, 0, count);
    pool = pool.subarray(count);
    return bytes;
  },
};

/** A UUID version 7 (RFC 9562, section 5.7): made by the hub, sorts by the time it was made. */
export function uuid7(clock: Clock, chance: Chance): string {
  const bytes = Buffer.from(chance.bytes(16));
  bytes.writeUIntBE(clock.now().getTime(), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A secret for an address or a header: 256 bits as 43 characters of base64url. */
export function secretToken(chance: Chance): string {
  return Buffer.from(chance.bytes(32)).toString('base64url');
}

/** SHA-256 of the text's UTF-8, in lower-case hexadecimal: what the database keeps of a secret. */
export function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex');
}
