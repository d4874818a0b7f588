import type {GeoCoordinates} from '../place/place.js';

/** Web Mercator (EPSG:3857) ends here; beyond, tiles and clusters make no sense. */
const MAX_LATITUDE = 85.0511287798;

/** Size of the world in CSS pixels at a zoom level, for the usual tiles of 256 px. */
export function worldSize(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** Longitude to [0, 1] from west to east. */
export function mercatorX(longitude: number): number {
  return longitude / 360 + 0.5;
}

/** Latitude to [0, 1] from north to south, cut at ±85.05°. */
export function mercatorY(latitude: number): number {
  const cut = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
  const sine = Math.sin((cut * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Back from [0, 1] × [0, 1]. */
export function fromMercator(x: number, y: number): GeoCoordinates {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return {longitude: (x - 0.5) * 360, latitude};
}
