import type {Coords, DoneCallback, GridLayerOptions} from 'leaflet';
import {GridLayer} from 'leaflet/src/layer/tile/GridLayer.js';
import {TileLayer} from 'leaflet/src/layer/tile/TileLayer.js';
import type {Basemap, TileSource} from './basemaps.js';
import {MAX_ZOOM} from './map-port.js';

/** Failed tiles, without one success, after which the basemap is given up. */
const HOPELESS = 4;

/** Leaflet's layer for a basemap; tells once when none of its first tiles could be had. */
export function tileLayer(basemap: Basemap, failed: () => void): GridLayer {
  const {url, source, minZoom = 0, bounds} = basemap;
  const options: GridLayerOptions = {
    minZoom,
    maxZoom: MAX_ZOOM,
    maxNativeZoom: basemap.maxZoom,
    ...(bounds && {
      bounds: [
        [bounds.south, bounds.west],
        [bounds.north, bounds.east],
      ],
    }),
  };
  const layer = source
    ? drawnLayer(source, options)
    : // tile servers of OpenStreetMap refuse pages without a referrer
      new TileLayer(url, {...options, referrerPolicy: 'strict-origin-when-cross-origin'});
  watch(layer, failed);
  return layer;
}

function drawnLayer(source: TileSource, options: GridLayerOptions): GridLayer {
  const layer = new GridLayer(options);
  const drawing = new Map<HTMLElement, AbortController>();
  const createTile = (coords: Coords, done: DoneCallback): HTMLElement => {
    const canvas = document.createElement('canvas');
    const aborter = new AbortController();
    const {signal} = aborter;
    drawing.set(canvas, aborter);
    const settle = (error?: Error): void => {
      // a tile that went away may have come back as another canvas
      if (!signal.aborted) done(error, canvas);
    };
    source.draw(canvas, coords, signal).then(() => settle(), settle);
    return canvas;
  };
  layer.on('tileunload', ({tile}) => {
    drawing.get(tile)?.abort();
    drawing.delete(tile);
  });
  return Object.assign(layer, {createTile});
}

function watch(layer: GridLayer, hopeless: () => void): void {
  let loaded = 0;
  let failed = 0;
  const giveUp = (): void => {
    if (loaded > 0 || failed === 0) return;
    // once Leaflet is done with the tile that brought us here: it still needs its map
    queueMicrotask(hopeless);
  };
  layer.on('tileload', () => loaded++);
  layer.on('tileerror', () => {
    failed++;
    if (failed === HOPELESS) giveUp();
  });
  // a small map may ask for fewer tiles than that: "load" says that all have answered
  layer.on('load', giveUp);
}
