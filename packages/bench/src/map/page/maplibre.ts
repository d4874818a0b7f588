import {Map, setWorkerUrl, type GeoJSONSource} from 'maplibre-gl';
import {startPeer, type Feature} from './peer.js';

setWorkerUrl('/maplibre/maplibre-gl-worker.mjs');

/** Everybody's radius, in pixels. */
const CLUSTERS = {cluster: true, clusterRadius: 80, clusterMaxZoom: 17, generateId: true};
const LAYER = 'places';

/** Tiles, and a source that gathers its places in a worker. Circles without numbers: these would need fonts. */
const map = new Map({
  container: 'map',
  attributionControl: false,
  fadeDuration: 0,
  style: {
    version: 8,
    sources: {
      tiles: {type: 'raster', tiles: [`${location.origin}/tiles/{z}/{x}/{y}.png`], tileSize: 256},
      places: {type: 'geojson', data: collection([]), ...CLUSTERS},
    },
    layers: [
      {id: 'tiles', type: 'raster', source: 'tiles', paint: {'raster-fade-duration': 0}},
      {
        id: LAYER,
        type: 'circle',
        source: 'places',
        paint: {'circle-radius': 16, 'circle-color': '#fff', 'circle-stroke-width': 1},
      },
    ],
  },
});
const ready = new Promise(resolve => map.once('load', resolve));
const frame = (): Promise<unknown> => new Promise(resolve => requestAnimationFrame(resolve));

interface Drawn {
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What is on the screen, each once: neighbouring tiles both draw what lies on their edge. */
function drawn(): Drawn[] {
  if (!map.getLayer(LAYER)) return [];
  const seen = new globalThis.Map<unknown, Drawn>();
  for (const {id, properties} of map.queryRenderedFeatures({layers: [LAYER]})) {
    seen.set(id, {properties});
  }
  return [...seen.values()];
}

function collection(features: readonly Feature[]): GeoJSON.FeatureCollection {
  return {type: 'FeatureCollection', features: features as unknown as GeoJSON.Feature[]};
}

void startPeer({
  ready,
  workerFiles: ['/maplibre/maplibre-gl-worker.mjs'],
  fit(features) {
    let [west, south, east, north] = [180, 90, -180, -90];
    for (const {geometry} of features) {
      const [longitude, latitude] = geometry.coordinates;
      [west, east] = [Math.min(west, longitude), Math.max(east, longitude)];
      [south, north] = [Math.min(south, latitude), Math.max(north, latitude)];
    }
    map.fitBounds([west, south, east, north], {padding: 40, maxZoom: 16, animate: false});
  },
  show(features) {
    void map.getSource<GeoJSONSource>('places')!.setData(collection(features));
  },
  async answered() {
    // a frame later the source knows that it has new data; another one draws it
    do await frame();
    while (!map.isSourceLoaded('places'));
    await frame();
  },
  markers: () => drawn().length,
  placesOnMap: () =>
    drawn().reduce((sum, {properties}) => sum + Number(properties['point_count'] ?? 1), 0),
  zoomIn: () => map.zoomIn(),
});
