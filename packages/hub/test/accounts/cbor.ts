/** What a software authenticator writes. A `Map` keeps the order of its keys. */
export type CborValue = number | string | Uint8Array | Map<number | string, CborValue>;

/** CBOR (RFC 8949) in its shortest form: integers up to 32 bits, strings, bytes and maps. */
export function writeCbor(value: CborValue): Uint8Array {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8');
    return Buffer.concat([head(3, bytes.length), bytes]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const parts = [...value].flatMap(([key, item]) => [writeCbor(key), writeCbor(item)]);
  return Buffer.concat([head(5, value.size), ...parts]);
}

/** The first byte of an item, and its length or number. */
function head(majorType: number, argument: number): Uint8Array {
  const first = majorType << 5;
  if (argument < 24) return Buffer.of(first | argument);
  if (argument < 0x100) return Buffer.of(first | 24, argument);
  const bytes = Buffer.alloc(argument < 0x10000 ? 3 : 5);
  bytes[0] = first | (bytes.length === 3 ? 25 : 26);
  bytes.writeUIntBE(argument, 1, bytes.length - 1);
  return bytes;
}
