import type {GeoBounds} from '@local-widgets/model';
import {ArchiveError} from './archive-error.js';

/** Bytes of the header (PMTiles specification v3, "Header"). */
const HEADER_BYTES = 127;

/** A part of the file, in bytes. */
export interface Range {
  readonly offset: number;
  readonly length: number;
}

export interface Header {
  readonly root: Range;
  readonly metadata: Range;
  /** Where leaf directories begin, and the tiles. */
  readonly leaves: number;
  readonly tiles: number;
  /** Whether directories and metadata, and tiles, are compressed with gzip. */
  readonly gzip: boolean;
  readonly tileGzip: boolean;
  readonly mediaType: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: GeoBounds | undefined;
}

const MEDIA_TYPES: Readonly<Record<number, string | undefined>> = {
  2: 'image/png',
  3: 'image/jpeg',
  4: 'image/webp',
  5: 'image/avif',
};

/** @throws ArchiveError for anything but version 3 with pictures, compressed with gzip or not at all. */
export function readHeader(bytes: Uint8Array): Header {
  const magic = String.fromCharCode(...bytes.subarray(0, 7));
  if (bytes.length < HEADER_BYTES || magic !== 'PMTiles')
    throw new ArchiveError('is no PMTiles file');
  if (bytes[7] !== 3) throw new ArchiveError('is not PMTiles version 3');
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const number = (at: number): number => Number(view.getBigUint64(at, true));
  const degrees = (at: number): number => view.getInt32(at, true) / 1e7;
  const type = view.getUint8(99);
  if (type === 1 || type === 6) {
    throw new ArchiveError('holds vector tiles; pictures (png, jpeg, webp) are needed');
  }
  const mediaType = MEDIA_TYPES[type];
  if (!mediaType) throw new ArchiveError('holds tiles of an unknown kind');
  const [west, south, east, north] = [degrees(102), degrees(106), degrees(110), degrees(114)];
  return {
    root: {offset: number(8), length: number(16)},
    metadata: {offset: number(24), length: number(32)},
    leaves: number(40),
    tiles: number(56),
    gzip: isGzip(view.getUint8(97)),
    tileGzip: isGzip(view.getUint8(98)),
    mediaType,
    minZoom: view.getUint8(100),
    maxZoom: view.getUint8(101),
    // some writers leave them at zero
    bounds: west < east && south < north ? {west, south, east, north} : undefined,
  };
}

/** 0 is "unknown": writers of pictures leave it so. */
function isGzip(compression: number): boolean {
  if (compression > 2) throw new ArchiveError('is compressed by brotli or zstd; gzip is needed');
  return compression === 2;
}
