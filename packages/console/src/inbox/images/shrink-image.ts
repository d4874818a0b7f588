/** What the hub takes: bytes, and pixels of the longer side. */
const MOST_BYTES = 1_000_000;
/** Enough to read a label on; the hub would take 2,048. */
const LONGEST_SIDE = 1600;
/** Qualities of JPEG that are tried, one after the other. */
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/** A picture that the hub takes. */
export interface SmallImage {
  readonly blob: Blob;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The size of a picture whose longer side is at most so long. */
export function sizeWithin(
  width: number,
  height: number,
  longest: number,
): {width: number; height: number} {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * A picture drawn anew as JPEG: small enough, upright, on white, and without what the camera wrote into
 * the file, such as the place.
 *
 * @returns nothing for a file that is no picture, or cannot be made small enough
 */
export async function shrinkImage(file: Blob): Promise<SmallImage | undefined> {
  const picture = await decode(file);
  if (!picture) return undefined;
  const {width, height} = sizeWithin(picture.width, picture.height, LONGEST_SIDE);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>(resolve =>
      canvas.toBlob(resolve, 'image/jpeg', quality),
    );
    if (blob && blob.size <= MOST_BYTES) return {blob, width, height};
  }
  return undefined;
}

async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, {imageOrientation: 'from-image'});
  } catch {
    return undefined;
  }
}
