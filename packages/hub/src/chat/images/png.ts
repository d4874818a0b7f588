import type {CleanedBytes} from './clean-image.js';

const SIGNATURE_LENGTH = 8;
/** Length, type and checksum of a chunk. */
const FRAME = 12;

/** Chunks that make the picture (PNG, third edition, 5.6): texts, times, Exif and unknown ones are none. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/**
 * A PNG with the chunks that make the picture, and nothing after its end.
 *
 * @throws RangeError when it is cut off
 */
export function cleanPng(bytes: Buffer): CleanedBytes | undefined {
  const parts: Buffer[] = [bytes.subarray(0, SIGNATURE_LENGTH)];
  let size: {width: number; height: number} | undefined;
  for (let at = SIGNATURE_LENGTH; ;) {
    const end = at + FRAME + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return undefined;
    const chunk = bytes.subarray(at, end);
    at = end;
    if ((type === 'IHDR') !== (size === undefined)) return undefined;
    size ??= {width: chunk.readUInt32BE(8), height: chunk.readUInt32BE(12)};
    // a capital first letter: without it the picture cannot be read
    if (KEPT.has(type)) parts.push(chunk);
    else if (/^[A-Z]/.test(type)) return undefined;
    if (type === 'IEND') return {...size, bytes: Buffer.concat(parts)};
  }
}
