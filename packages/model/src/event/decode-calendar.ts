import {decodeText} from '../place/decode.js';

const REPLACED = '\ufffd';

/**
 * Text of a calendar. Lines of iCalendar are folded by octets (RFC 5545 §3.1), so that a letter may lie on both
 * sides of a fold: these folds are taken out first. Where a few bytes of UTF-8 are broken they are lost,
 * not the accents of the whole; only text that is no UTF-8 at all is taken for Windows-1252.
 */
export function decodeCalendar(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return decodeText(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!text.includes(REPLACED)) return text;
  const whole = new TextDecoder('utf-8').decode(withoutFoldsInLetters(bytes));
  const broken = whole.split(REPLACED).length - 1;
  const letters = (whole.match(/[\u0080-\ufffc]/g) ?? []).length;
  return broken <= letters ? whole : decodeText(bytes);
}

function withoutFoldsInLetters(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    kept[length++] = bytes[at]!;
    const end = bytes[at + 1] === 13 ? at + 2 : at + 1;
    const isFold = bytes[end] === 10 && (bytes[end + 1] === 32 || bytes[end + 1] === 9);
    // a byte that only goes on with a letter follows
    if (isFold && bytes[at]! >= 0x80 && (bytes[end + 2]! & 0xc0) === 0x80) at = end + 1;
  }
  return kept.subarray(0, length);
}
