import {crc32} from 'node:zlib';

/** A segment of a JPEG: marker, length, content. */
export function segment(marker: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(2 + bytes.length, 2);
  return Buffer.concat([head, bytes]);
}

export interface JpegParts {
  extra?: readonly Buffer[];
  scans?: readonly Buffer[];
  /** What stands after its end. */
  tail?: string;
}

/** What tells a decoder of JPEGs how large the picture is, and has it make room for it. */
export function frameHeader(width = 40, height = 30): Buffer {
  const frame = Buffer.from('0800000000030111000211010311010000', 'hex').subarray(0, 15);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return segment(0xc0, frame);
}

/** A JPEG in form, of 40 by 30 pixels. */
export function jpeg({extra = [], scans = [Buffer.from('PIXELS')], tail = ''}: JpegParts): Buffer {
  const scan = Buffer.from('03010002110311003f00', 'hex');
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    ...extra,
    segment(0xdb, Buffer.alloc(65)),
    frameHeader(),
    segment(0xc4, Buffer.alloc(20)),
    ...scans.flatMap(data => [segment(0xda, scan), data]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from(tail),
  ]);
}

/** An Exif segment with an orientation and a text. */
export function exif({orientation = 1, isLittle = false, secret = ''} = {}): Buffer {
  const tiff = Buffer.alloc(38);
  const short = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(isLittle ? 'II' : 'MM', 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  // the camera's maker, then how it was held
  short(0x010f, 10);
  short(2, 12);
  long(4, 14);
  short(0x0112, 22);
  short(3, 24);
  long(1, 26);
  short(orientation, 30);
  return segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret)]),
  );
}

/** A chunk of a PNG: length, type, content, checksum. */
export function chunk(type: string, content: string | Buffer): Buffer {
  const body = Buffer.concat([
    Buffer.from(type, 'latin1'),
    Buffer.from(content as string, 'latin1'),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG in form, of 40 by 30 pixels unless told. */
export function png({
  extra = [],
  tail = '',
  width = 40,
  height = 30,
}: {
  extra?: readonly Buffer[];
  tail?: string;
  width?: number;
  height?: number;
}): Buffer {
  const head = Buffer.from('00000000000000000802000000', 'hex');
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', 'PIXELS'),
    chunk('IEND', ''),
    Buffer.from(tail),
  ]);
}

/** A chunk of a WebP: type, length, content, made even. */
export function riff(type: string, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as string, 'latin1');
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
}

/** A lossy frame of a WebP. */
export function lossyFrame(width = 40, height = 30): Buffer {
  const head = Buffer.from('3000009d012a00000000', 'hex');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return riff('VP8 ', Buffer.concat([head, Buffer.from('PIXELS')]));
}

/** A lossless frame of a WebP. */
export function losslessFrame(width = 40, height = 30): Buffer {
  const head = Buffer.from('2f00000000', 'hex');
  head.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  return riff('VP8L', Buffer.concat([head, Buffer.from('PIXELS')]));
}

/** A picture of an animation, which says how large it is and holds a frame. */
export function animationFrame(frame: Buffer, width = 40, height = 30): Buffer {
  const head = Buffer.alloc(16);
  head.writeUIntLE(width - 1, 6, 3);
  head.writeUIntLE(height - 1, 9, 3);
  return riff('ANMF', Buffer.concat([head, frame]));
}

/** A WebP in form, of 40 by 30 pixels, with the flags of all metadata. */
export function webp({
  extra = [],
  frames = [lossyFrame()],
  tail = '',
}: {
  extra?: readonly (readonly [type: string, content: string])[];
  frames?: readonly Buffer[];
  tail?: string;
}): Buffer {
  const size = Buffer.from('0c000000270000001d0000', 'hex').subarray(0, 10);
  size.writeUIntLE(39, 4, 3);
  size.writeUIntLE(29, 7, 3);
  const body = Buffer.concat([
    riff('VP8X', size),
    ...frames,
    ...extra.map(([type, content]) => riff(type, content)),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body, Buffer.from(tail)]);
}
