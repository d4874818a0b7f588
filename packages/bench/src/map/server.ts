import {fileURLToPath} from 'node:url';
import {tile} from '@local-widgets/dev/src/testing/tiles.js';
import {bundleScripts, bundleStyles} from '../measuring/bundle.js';
import {packageFolder} from '../measuring/packages.js';
import {filesBelow, serveBodies, type RunningServer} from '../measuring/serve-bodies.js';
import type {ContenderName} from './contenders.js';
import type {DataSet} from './data-sets.js';

export interface MapServer extends RunningServer {
  /** The feed that the pages ask for from now on. */
  serve(data: DataSet): void;
}

/** Our map beside the list is this large on a page 1,400 px wide; the peers' maps are as large. */
const STYLE = `body { margin: 0; font: 16px sans-serif }
local-shops-map { display: block; width: 1400px }
#map { width: 830px; height: 700px }
.cluster, .leaflet-div-icon { background: #fff; border: 1px solid; border-radius: 50% }`;

const STYLES = {leaflet: 'leaflet/dist/leaflet.css', maplibre: 'maplibre-gl/dist/maplibre-gl.css'};

/** One page for each contender, the built files, the feed and tiles, on 127.0.0.1. */
export async function startServer(
  scripts: string,
  names: readonly ContenderName[],
): Promise<MapServer> {
  const folder = fileURLToPath(new URL('page', import.meta.url));
  const files = await bundleScripts(folder, names);
  for (const name of names) files.set(`/${name}.html`, Buffer.from(pageOf(name)));
  for (const [name, style] of Object.entries(STYLES)) {
    files.set(`/${name}.css`, await bundleStyles(folder, [style]));
  }
  const ours = filesBelow('/local-widgets/', scripts);
  const maplibre = filesBelow('/maplibre/', `${packageFolder('maplibre-gl')}/dist`);
  const oneTile = tile(0, 0, 0);
  let feed: Buffer | undefined;
  const server = await serveBodies(path => {
    if (path === '/feed.geojson') return feed;
    return path.startsWith('/tiles/') ? oneTile : (files.get(path) ?? ours(path) ?? maplibre(path));
  });
  return {...server, serve: data => void (feed = data.body)};
}

function pageOf(name: ContenderName): string {
  const isOurs = name === 'ours';
  const body = isOurs
    ? '<local-shops-map src="/feed.geojson" tiles="/tiles/{z}/{x}/{y}.png" height="700px"></local-shops-map>'
    : '<div id="map"></div>';
  const sheet = name === 'maplibre' ? 'maplibre' : 'leaflet';
  const style = isOurs ? '' : `<link rel="stylesheet" href="/${sheet}.css">`;
  const loader = isOurs
    ? '<script type="module" src="/local-widgets/local-widgets.js"></script>'
    : '';
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${name}</title>
<link rel="icon" href="data:,">${style}<style>${STYLE}</style></head><body>${body}
<script type="module" src="/${name}.js"></script>${loader}</body></html>`;
}
