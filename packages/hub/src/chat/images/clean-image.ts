import {cleanJpeg} from './jpeg.js';
import {cleanPng} from './png.js';
import {cleanWebp} from './webp.js';

/** A picture without what was written beside it. */
export interface CleanImage {
  type: 'image/jpeg' | 'image/png' | 'image/webp';
  /** Pixels, as it is shown. */
  width: number;
  height: number;
  bytes: Buffer;
}

/** What the readers of formats return. */
export type CleanedBytes = Omit<CleanImage, 'type'>;

const FORMATS = [
  {type: 'image/jpeg', magic: [[0, 'ffd8ff']], clean: cleanJpeg},
  {type: 'image/png', magic: [[0, '89504e470d0a1a0a']], clean: cleanPng},
  {
    type: 'image/webp',
    magic: [
      [0, '52494646'],
      [8, '57454250'],
    ],
    clean: cleanWebp,
  },
] as const;

/**
 * What a picture is by its own bytes, whatever it is called, and the picture without place, time, camera,
 * owner, thumbnail and whatever else is written beside it. Its pixels and colours are left as they are.
 *
 * @returns undefined when it is no JPEG, PNG or WebP, or a broken one
 */
export function cleanImage(bytes: Buffer): CleanImage | undefined {
  const format = FORMATS.find(({magic}) =>
    magic.every(([at, hex]) => bytes.toString('hex', at, at + hex.length / 2) === hex),
  );
  if (!format) return undefined;
  try {
    const cleaned = format.clean(bytes);
    return cleaned && cleaned.width > 0 && cleaned.height > 0
      ? {type: format.type, ...cleaned}
      : undefined;
  } catch (error) {
    // it ends where something should be
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
