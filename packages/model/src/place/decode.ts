/**
 * Text of a file: UTF-16 with byte order mark, UTF-8, and when the bytes are not valid UTF-8,
 * Windows-1252, which French spreadsheets still write. Never throws: any bytes are some text.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = bytes.length > 1 ? bytes[0]! * 256 + bytes[1]! : 0;
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
