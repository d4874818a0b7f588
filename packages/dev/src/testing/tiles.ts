import type {Handler} from '../serve/handler.js';
import {send, sendNotFound} from '../serve/send.js';
import {png} from './png.js';

const size = 256;

/**
 * Map tiles without a map server: `/__tiles/{z}/{x}/{y}.png` is a quiet grid whose tint depends on
 * the tile, so that neighbours can be told apart. `/__tiles/broken/…` and tiles that do not exist
 * at their zoom answer 404.
 */
export const tiles: Handler = (request, response, url) => {
  if (!url.pathname.startsWith('/__tiles/')) return false;
  const match = /^\/__tiles\/(\d{1,2})\/(\d+)\/(\d+)\.png$/.exec(url.pathname);
  const [z = 0, x = 0, y = 0] = match?.slice(1).map(Number) ?? [];
  if (!match || z > 22 || x >= 2 ** z || y >= 2 ** z) sendNotFound(request, response);
  else send(request, response, {type: 'image/png', body: tile(z, x, y)});
  return true;
};

/** The picture of one tile: pale ground, lines every 64 pixels, a stronger one at its border. */
export function tile(z: number, x: number, y: number): Buffer {
  const hash = Math.imul(z * 73_856_093 + x * 19_349_663 + y * 83_492_791, 2_654_435_761) >>> 0;
  const tint = (shift: number): number => 226 + ((hash >>> shift) & 15);
  const ground = [tint(0), tint(8), tint(16)] as const;
  const palette = [ground, [205, 205, 205], [160, 160, 160]] as const;
  return png(size, palette, (px, py) => {
    if (px === 0 || py === 0) return 2;
    return px % 64 === 0 || py % 64 === 0 ? 1 : 0;
  });
}
