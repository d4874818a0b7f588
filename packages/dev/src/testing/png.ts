import {crc32, deflateSync} from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/**
 * A PNG of `size` × `size` pixels from a palette: `pixel(x, y)` gives the index of its colour.
 * https://www.w3.org/TR/png-3/
 */
export function png(
  size: number,
  palette: readonly Colour[],
  pixel: (x: number, y: number) => number,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits a pixel, palette, no interlacing
  const rows = Buffer.alloc(size * (size + 1)); // each row begins with its filter, 0 for none
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) rows[y * (size + 1) + x + 1] = pixel(x, y);
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
