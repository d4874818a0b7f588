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
  let canvas: Size | undefined;
  for (const {type, bytes: piece, data} of chunksOf(bytes.subarray(12, end))) {
    canvas ??= sizeOf(type, data);
    if (canvas && framesOf(type, data).some(frame => !fits(frame, canvas!))) return undefined;
    const chunk = Buffer.from(piece);
    if (type === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~METADATA, 8);
    if (KEPT.has(type)) parts.push(chunk);
  }
  if (!canvas) return undefined;
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return {...canvas, bytes: Buffer.concat([head, body])};
}

/** Pixels. */
interface Size {
  width: number;
  height: number;
}

interface Chunk {
  type: string;
  /** Type, length and padding included. */
  bytes: Buffer;
  data: Buffer;
}

/** @throws RangeError when the last one is cut off */
function* chunksOf(bytes: Buffer): Generator<Chunk> {
  for (let at = 0; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (next > bytes.length) throw new RangeError('A chunk is longer than the picture.');
    yield {type, bytes: bytes.subarray(at, next), data: bytes.subarray(at + 8, at + 8 + length)};
    at = next;
  }
}

/** The sizes that a decoder makes room for: of a frame, or of a picture of an animation and the frame in it. */
function framesOf(type: string, data: Buffer): Size[] {
  if (type !== 'ANMF') return [sizeOf(type, data) ?? []].flat();
  const own = {width: 1 + data.readUIntLE(6, 3), height: 1 + data.readUIntLE(9, 3)};
  const inside = [...chunksOf(data.subarray(16))].flatMap(chunk =>
    framesOf(chunk.type, chunk.data),
  );
  return [own, ...inside];
}

const fits = (one: Size, other: Size): boolean =>
  one.width <= other.width && one.height <= other.height;

/** The size that a chunk tells: of the canvas, or of a frame. */
function sizeOf(type: string, data: Buffer): Size | undefined {
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
