import type {Chance} from '../chance.js';

/** A UUID version 4 (RFC 9562, section 5.4). */
export function randomUuid(chance: Chance): string {
  const bytes = chance.bytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A visitor's secret: 32 bytes as 43 characters of base64url (RFC 4648, section 5). */
export function randomSecret(chance: Chance): string {
  const text = btoa(String.fromCharCode(...chance.bytes(32)));
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
