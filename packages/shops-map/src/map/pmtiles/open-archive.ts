import type {Basemap} from '../basemaps.js';
import {Archive} from './archive.js';
import {ArchiveError} from './archive-error.js';

/**
 * Opens an archive of raster tiles as a basemap. Pictures are decoded and drawn, so that a page's
 * `img-src` needs neither `blob:` nor `data:`; its `connect-src` names the archive's site.
 *
 * @param signal Ends everything that is still on its way, also later.
 * @returns The basemap with its tiles, or why there is none, as the end of a sentence.
 */
export async function openArchive(
  basemap: Basemap,
  signal: AbortSignal,
): Promise<Basemap | string> {
  try {
    const archive = await Archive.open(basemap.url, signal, (url, init) => fetch(url, init));
    const {minZoom, maxZoom, bounds} = archive.header;
    const attribution = basemap.attribution || (await archive.attribution().catch(() => ''));
    return {
      ...basemap,
      attribution,
      minZoom,
      maxZoom,
      ...(bounds && {bounds}),
      source: {
        async draw(canvas, at, tileSignal) {
          const tile = await archive.tile(at, tileSignal);
          if (!tile || tileSignal.aborted) return;
          const picture = await createImageBitmap(tile);
          canvas.width = picture.width;
          canvas.height = picture.height;
          canvas.getContext('2d')?.drawImage(picture, 0, 0);
          picture.close();
        },
      },
    };
  } catch (error) {
    return error instanceof ArchiveError ? error.message : 'cannot be reached or read';
  }
}
