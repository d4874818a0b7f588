/** A UUID version 4 (RFC 9562, section 5.4), from bytes that nobody can guess. */
export function randomUuid(bytesOf: (count: number) => Uint8Array): string {
  const bytes = bytesOf(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
