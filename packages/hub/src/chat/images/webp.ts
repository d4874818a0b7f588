import type {CleanedBytes} from './clean-image.js';

/** Chunks that make the picture (RFC 9649, 2.7). */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of `VP8X` that say that there are Exif and XMP. */
const METADATA = 0x08 | 0x04;

/**
 * A WebP with the chunks that make the picture, and nothing after its end.
 *
 * @throws RangeError when it is cut off
 */
export function cleanWebp(bytes: Buffer): CleanedBytes | undefined {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return undefined;
  const parts: Buffer[] = [];
  let size: {width: number; height: number} | undefined;
  for (let at = 12; at + 8 <= end;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > end) return undefined;
    const chunk = Buffer.from(bytes.subarray(at, next));
    at = next;
    size ??= sizeOf(type, chunk.subarray(8));
    if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~METADATA, 8);
    if (KEPT.has(type)) parts.push(chunk);
  }
  if (!size) return undefined;
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return {...size, bytes: Buffer.concat([head, body])};
}

/** The size that the first chunk tells: of the canvas, or of the only frame. */
function sizeOf(type: string, data: Buffer): {width: number; height: number} | undefined {
  switch (type) {
    case 'VP8X':
      return {width: 1 + data.readUIntLE(4, 3), height: 1 + data.readUIntLE(7, 3)};
    case 'VP8 ':
      // RFC 6386, 9.1: a key frame, its start code, two sizes of 14 bits
      if (data.readUIntBE(3, 3) !== 0x9d012a) return undefined;
      return {width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff};
    case 'VP8L': {
      // RFC 9649, 3.4: a signature, two sizes of 14 bits less one
      if (data.readUInt8(0) !== 0x2f) return undefined;
      const bits = data.readUInt32LE(1);
      return {width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff)};
    }
    default:
      return undefined;
  }
}
