import type {TileAddress} from '../basemaps.js';

/**
 * Number of a tile in an archive: the tiles of all lower zoom levels first, then along a Hilbert curve
 * (PMTiles specification v3, "Tile ID"). Exact up to zoom 26, where numbers end to be.
 */
export function tileId({z, x, y}: TileAddress): number {
  let id = (4 ** z - 1) / 3;
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const low = (y & side) > 0 ? 1 : 0;
    id += side * side * ((3 * right) ^ low);
    if (low === 0) {
      // the curve turns in this quarter
      if (right === 1) {
        x = side - 1 - (x & (side - 1));
        y = side - 1 - (y & (side - 1));
      }
      [x, y] = [y, x];
    }
  }
  return id;
}
