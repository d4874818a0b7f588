/** A picture as it is sent: small, upright, and without anything that the camera wrote into it. */
export interface Prepared {
  readonly data: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels of the longer side, and bytes, at most. */
const LONGEST = 1600;
const HEAVIEST = 950_000;

/** What is tried, from good to small. */
const TRIES = [
  {quality: 0.82, scale: 1},
  {quality: 0.7, scale: 1},
  {quality: 0.6, scale: 0.75},
  {quality: 0.5, scale: 0.5},
] as const;

/**
 * Draws a picture anew: what comes out has its pixels and nothing else, neither place nor date nor
 * camera. WebP where the browser writes it, else JPEG. Undefined when it stays too heavy.
 *
 * @throws DOMException when the browser cannot read it
 */
export async function prepareImage(file: Blob): Promise<Prepared | undefined> {
  const bitmap = await createImageBitmap(file);
  const fit = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  for (const {quality, scale} of TRIES) {
    const width = Math.max(1, Math.round(bitmap.width * fit * scale));
    const height = Math.max(1, Math.round(bitmap.height * fit * scale));
    const data = encode(bitmap, width, height, quality);
    // four letters of base64 stand for three bytes
    if (data.length * 0.75 < HEAVIEST) return {data, width, height};
  }
  return undefined;
}

function encode(bitmap: ImageBitmap, width: number, height: number, quality: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  // what is transparent would be black in a JPEG
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const webp = canvas.toDataURL('image/webp', quality);
  return webp.startsWith('data:image/webp') ? webp : canvas.toDataURL('image/jpeg', quality);
}
