import type {CleanedBytes} from './clean-image.js';

/** Markers (ITU-T T.81, table B.1). */
const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [
  0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
];

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
/** C0 to CF hold a size, but for tables (C4, CC) and a reserved one (C8). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * A JPEG with the segments that make the picture: JFIF, Adobe's colour transform and the ICC profile stay,
 * all other application segments and comments go, and so does what stands after its end (films of "motion
 * photos", with their own place and time). What is left of Exif is how the camera was held.
 *
 * @throws RangeError when it is cut off
 */
export function cleanJpeg(bytes: Buffer): CleanedBytes | undefined {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let size: {width: number; height: number} | undefined;
  let orientation = 1;
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    // any number of FF may stand before a marker
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === EOI) {
      parts.push(bytes.subarray(at, at + 2));
      break;
    }
    if (marker === SOI || isRestart(marker)) return undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    at = end;
    if (isFrame(marker)) {
      // with two, a decoder may make room for the one that we do not look at
      if (size) return undefined;
      size = {width: segment.readUInt16BE(7), height: segment.readUInt16BE(5)};
    }
    if (marker === APP1) orientation = orientationOf(segment) ?? orientation;
    if (isKept(marker, segment)) parts.push(segment);
    if (marker === SOS) {
      const scanEnd = endOfScan(bytes, at);
      parts.push(bytes.subarray(at, scanEnd));
      at = scanEnd;
    }
  }
  if (!size) return undefined;
  if (orientation > 1) parts.splice(1, 0, orientationSegment(orientation));
  const isTurned = orientation >= 5;
  return {
    width: isTurned ? size.height : size.width,
    height: isTurned ? size.width : size.height,
    bytes: Buffer.concat(parts),
  };
}

function isKept(marker: number, segment: Buffer): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
  return marker === APP0 || marker === APP14;
}

/** Where the entropy-coded data ends: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) throw new RangeError('The scan has no end.');
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
}

const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;

/** The orientation of an Exif segment (CIPA DC-008, 4.6.5): 1 to 8; undefined when it tells none. */
function orientationOf(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== EXIF) return undefined;
  const tiff = segment.subarray(10);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + entry * 12;
      const value = short(at) === ORIENTATION ? short(at + 8) : 0;
      if (value >= 1 && value <= 8) return value;
    }
  } catch {
    // a broken one says nothing, and goes
  }
  return undefined;
}

/** An Exif segment that tells nothing but the orientation. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  return Buffer.concat([head, Buffer.from(EXIF, 'latin1'), tiff]);
}
