/** The only way to randomness: what a hub cannot guess, and what spreads retries. */
export interface Chance {
  /** So many bytes, each equally likely. */
  bytes(count: number): Uint8Array;
}

/** The browser's own; also where `crypto.randomUUID` is missing, on pages without HTTPS. */
export const systemChance: Chance = {
  // eslint-disable-next-line no-restricted-syntax -- this is what is injected everywhere else
  bytes: count => crypto.getRandomValues(new Uint8Array(count)),
};

/** A UUID version 4 (RFC 9562, section 5.4). */
export function randomUuid(chance: Chance): string {
  const bytes = chance.bytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
