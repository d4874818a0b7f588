import {fileURLToPath} from 'node:url';
import {contentType} from '@local-widgets/dev/src/serve/content-types.js';
import {listener, type Handler} from '@local-widgets/dev/src/serve/handler.js';
import {listen} from '@local-widgets/dev/src/serve/listen.js';
import {serveFolder} from '@local-widgets/dev/src/serve/static-files.js';
import {tile} from '@local-widgets/dev/src/testing/tiles.js';
import {build} from 'esbuild';
import type {ContenderName} from './contenders.js';
import type {DataSet} from './data-sets.js';

export interface BenchServer {
  readonly origin: string;
  /** The feed that the pages ask for from now on. */
  serve(data: DataSet): void;
  close(): void;
}

/** Our map beside the list is this large on a page 1,400 px wide; the peers' maps are as large. */
const STYLE = `body { margin: 0; font: 16px sans-serif }
local-shops-map { display: block; width: 1400px }
#map { width: 830px; height: 700px }
.cluster, .leaflet-div-icon { background: #fff; border: 1px solid; border-radius: 50% }`;

/** One page for each contender, the built files, the feed and tiles, on 127.0.0.1. */
export async function startServer(
  scripts: string,
  names: readonly ContenderName[],
): Promise<BenchServer> {
  const pages = new Map(names.map(name => [`/${name}.html`, Buffer.from(pageOf(name))]));
  const bundles = await bundle(names);
  const oneTile = tile(0, 0, 0);
  let feed: Buffer | undefined;
  const handle: Handler = (_request, response, {pathname}) => {
    const body =
      pathname === '/feed.geojson'
        ? feed
        : pathname.startsWith('/tiles/')
          ? oneTile
          : (pages.get(pathname) ?? bundles.get(pathname));
    if (!body) return false;
    const type = contentType(pathname);
    response.writeHead(200, {'content-type': type, 'content-length': body.length}).end(body);
    return true;
  };
  const {server, origin} = await listen(
    listener([handle, serveFolder('/local-widgets/', scripts)]),
    0,
  );
  return {
    origin,
    serve: data => void (feed = data.body),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The pages' scripts with the peers inside, minified as they would be on a site. */
async function bundle(names: readonly ContenderName[]): Promise<Map<string, Buffer>> {
  const folder = fileURLToPath(new URL('page', import.meta.url));
  const {outputFiles} = await build({
    entryPoints: Object.fromEntries(names.map(name => [name, `${folder}/${name}.ts`])),
    bundle: true,
    minify: true,
    format: 'esm',
    outdir: '/',
    write: false,
    loader: {'.png': 'dataurl'},
    tsconfigRaw: {},
  });
  const leafletStyle = fileURLToPath(import.meta.resolve('leaflet/dist/leaflet.css'));
  const style = await build({
    entryPoints: {leaflet: leafletStyle},
    bundle: true,
    outdir: '/',
    write: false,
    loader: {'.png': 'dataurl'},
  });
  const files = [...outputFiles, ...style.outputFiles];
  return new Map(files.map(({path, contents}) => [path, Buffer.from(contents)]));
}

function pageOf(name: ContenderName): string {
  const isOurs = name === 'ours';
  const body = isOurs
    ? '<local-shops-map src="/feed.geojson" tiles="/tiles/{z}/{x}/{y}.png" height="700px"></local-shops-map>'
    : '<div id="map"></div>';
  const style = isOurs ? '' : '<link rel="stylesheet" href="/leaflet.css">';
  const loader = isOurs
    ? '<script type="module" src="/local-widgets/local-widgets.js"></script>'
    : '';
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${name}</title>
<link rel="icon" href="data:,">${style}<style>${STYLE}</style></head><body>${body}
<script type="module" src="/${name}.js"></script>${loader}</body></html>`;
}
