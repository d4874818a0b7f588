import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {root} from '@local-widgets/dev/src/root.js';
import {contentType} from '@local-widgets/dev/src/serve/content-types.js';
import {listener, type Handler} from '@local-widgets/dev/src/serve/handler.js';
import {listen} from '@local-widgets/dev/src/serve/listen.js';
import {send} from '@local-widgets/dev/src/serve/send.js';
import {setAttributes} from '@local-widgets/dev/src/serve/set-attributes.js';
import {serveFolder} from '@local-widgets/dev/src/serve/static-files.js';
import {startTownHub} from '@local-widgets/dev/src/start/town-hub.js';
import {withHub} from '@local-widgets/dev/src/start/town-server.js';
import {tiles} from '@local-widgets/dev/src/testing/tiles.js';
import {build} from 'esbuild';
import {peerEvents} from './events.js';
import {PEERS_STYLE, peersPage} from './peers-page.js';
import {PUBLISHED, publishedFile} from './published-files.js';

export const NAMES = ['ours', 'peers'] as const;
export type Name = (typeof NAMES)[number];

export interface TownPages {
  readonly addressOf: (name: Name) => string;
  /** The script that answers for a page, to be run in it once all is there. */
  readonly scriptOf: (name: Name) => string;
  close(): Promise<void>;
}

const TOWN = join(root, 'examples/town');
const TILES = '/__tiles/{z}/{x}/{y}.png';

/** The town's page with our elements and its hub, and the same page with the peers; both from 127.0.0.1. */
export async function startPages(): Promise<TownPages> {
  const files = await bundle();
  files.set('/peers/buybutton.js', await publishedFile(PUBLISHED.buyButton));
  files.set('/peers/deep-chat.js', await publishedFile(PUBLISHED.deepChat));
  files.set('/peers/page.css', Buffer.from(PEERS_STYLE));
  files.set('/peers/events.json', Buffer.from(JSON.stringify(peerEvents(new Date()))));
  const html = await readFile(join(TOWN, 'index.html'), 'utf8');
  let hub = '';
  const pages: Handler = (request, response, {pathname}) => {
    const file = files.get(pathname);
    if (file) send(request, response, {type: contentType(pathname), body: file});
    else if (pathname === '/ours.html') send(request, response, oursPage(html, hub));
    else if (pathname === '/peers.html')
      send(request, response, {
        type: 'text/html; charset=utf-8',
        body: peersPage(html),
        // none of the peers runs under the policy that the town's page has
        policy: {csp: false, trustedTypes: 'off'},
      });
    else return false;
    return true;
  };
  const scripts = serveFolder('/local-widgets/', join(root, 'packages/embed/dist/cdn'));
  const {server, origin} = await listen(
    listener([pages, tiles, scripts, serveFolder('/', TOWN)]),
    0,
  );
  const townHub = await startTownHub({port: 0, shops: join(TOWN, 'hub'), town: origin});
  hub = townHub.address;
  return {
    addressOf: name => `${origin}/${name}.html`,
    scriptOf: name => String(files.get(`/peers/${name}.js`)),
    async close() {
      server.closeAllConnections();
      server.close();
      await townHub.stop();
    },
  };
}

function oursPage(html: string, hub: string) {
  const answer = withHub({type: 'text/html; charset=utf-8', body: html}, hub);
  // without a centre the first view has all places in it, as the peers'
  const body = setAttributes(String(answer.body), 'local-shops-map', {tiles: TILES, center: null});
  // the peers have the town's own calendars; that of the farm is the hub's
  const changes = {src: 'data/agenda.ics data/ateliers.json', calendar: null};
  return {...answer, body: setAttributes(body, 'local-event-calendar', changes)};
}

/** The peers' scripts and styles, minified as they would be on a site. */
async function bundle(): Promise<Map<string, Buffer>> {
  const folder = fileURLToPath(new URL('page', import.meta.url));
  const options = {bundle: true, minify: true, outdir: '/peers', write: false} as const;
  const scripts = await build({
    ...options,
    entryPoints: ['map', 'calendar', 'talk', 'ours', 'peers'].map(name => `${folder}/${name}.ts`),
    format: 'esm',
    conditions: ['browser', 'production'],
    define: {'process.env.NODE_ENV': '"production"'},
    loader: {'.png': 'dataurl'},
    tsconfigRaw: {},
  });
  const found = new Map(
    scripts.outputFiles.map(({path, contents}) => [path, Buffer.from(contents)]),
  );
  for (const [name, styles] of Object.entries(STYLES)) {
    const contents = styles
      .map(style => `@import ${JSON.stringify(fileURLToPath(import.meta.resolve(style)))};`)
      .join('\n');
    const {outputFiles} = await build({
      ...options,
      stdin: {contents, loader: 'css', resolveDir: folder, sourcefile: `${name}.css`},
      loader: {'.png': 'dataurl'},
    });
    found.set(`/peers/${name}.css`, Buffer.from(outputFiles[0]!.contents));
  }
  return found;
}

const STYLES = {
  map: [
    'leaflet/dist/leaflet.css',
    'leaflet.markercluster/dist/MarkerCluster.css',
    'leaflet.markercluster/dist/MarkerCluster.Default.css',
  ],
  calendar: [
    'fullcalendar/skeleton.css',
    'fullcalendar/themes/classic/theme.css',
    'fullcalendar/themes/classic/palette.css',
  ],
};
