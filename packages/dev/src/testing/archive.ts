import type {IncomingMessage, ServerResponse} from 'node:http';
import {tile} from './tiles.js';

const MAX_ZOOM = 14;

/**
 * Answers with a part of a raster archive (PMTiles, version 3) that shows the same quiet grid
 * everywhere: all tiles down to zoom 14 are one entry of its only directory.
 */
export function sendArchive(request: IncomingMessage, response: ServerResponse): void {
  const file = archive();
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  if (from === undefined) {
    response.writeHead(200, {'content-length': file.length}).end(file);
    return;
  }
  const start = Number(from);
  const part = file.subarray(start, Number(to) + 1);
  response.writeHead(206, {
    'content-type': 'application/octet-stream',
    'content-length': part.length,
    'content-range': `bytes ${start}-${start + part.length - 1}/${file.length}`,
    etag: '"grid"',
  });
  response.end(part);
}

/** https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
export function archive(): Buffer {
  const picture = tile(0, 0, 0);
  const count = (4 ** (MAX_ZOOM + 1) - 1) / 3;
  // one entry: from the first tile, so many in a row, as long as the picture, at offset 0 (written + 1)
  const directory = Buffer.from([1, 0, count, picture.length, 1].flatMap(varint));
  const words = Buffer.from('{}');
  const header = Buffer.alloc(127);
  header.write('PMTiles');
  header.writeUInt8(3, 7);
  let offset = header.length;
  [directory.length, words.length, 0, picture.length].forEach((length, i) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(length), 16 + 16 * i);
    offset += length;
  });
  // clustered, nothing compressed, PNG, zooms
  header.set([1, 1, 1, 2, 0, MAX_ZOOM], 96);
  [-180, -85, 180, 85].forEach((degrees, i) => header.writeInt32LE(degrees * 1e7, 102 + 4 * i));
  return Buffer.concat([header, directory, words, picture]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}
