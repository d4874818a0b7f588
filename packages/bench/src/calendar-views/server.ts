import {fileURLToPath} from 'node:url';
import {contentType} from '@local-widgets/dev/src/serve/content-types.js';
import {listener, type Handler} from '@local-widgets/dev/src/serve/handler.js';
import {listen} from '@local-widgets/dev/src/serve/listen.js';
import {serveFolder} from '@local-widgets/dev/src/serve/static-files.js';
import {build} from 'esbuild';
import {CONTENDERS, type ContenderName} from './contenders.js';
import type {DataSet} from './data-set.js';

export interface ViewsServer {
  readonly origin: string;
  /** The events that the pages ask for from now on. */
  serve(data: DataSet): void;
  close(): void;
}

/** One page for each contender, the built files and the feeds, on 127.0.0.1. */
export async function startServer(scripts: string): Promise<ViewsServer> {
  const files = await bundle();
  let data: DataSet | undefined;
  const handle: Handler = (_request, response, {pathname}) => {
    const name = CONTENDERS.find(name => pathname === `/${name}.html`);
    const body =
      pathname === '/events.json'
        ? data?.json
        : pathname === '/events.ics'
          ? data?.ics
          : name
            ? Buffer.from(pageOf(name))
            : files.get(pathname);
    if (!body) return false;
    const type = pathname.endsWith('.ics') ? 'text/calendar; charset=utf-8' : contentType(pathname);
    response.writeHead(200, {'content-type': type, 'content-length': body.length}).end(body);
    return true;
  };
  const {server, origin} = await listen(
    listener([handle, serveFolder('/local-widgets/', scripts)]),
    0,
  );
  return {
    origin,
    serve: next => void (data = next),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const STYLES: Readonly<Partial<Record<ContenderName, readonly string[]>>> = {
  fullcalendar: [
    'fullcalendar/skeleton.css',
    'fullcalendar/themes/classic/theme.css',
    'fullcalendar/themes/classic/palette.css',
  ],
  eventcalendar: ['@event-calendar/core/index.css'],
};

/** The pages' scripts with the peers inside, minified as they would be on a site; and their styles. */
async function bundle(): Promise<Map<string, Buffer>> {
  const folder = fileURLToPath(new URL('page', import.meta.url));
  const options = {bundle: true, minify: true, outdir: '/', write: false} as const;
  const scripts = await build({
    ...options,
    entryPoints: Object.fromEntries(CONTENDERS.map(name => [name, `${folder}/${name}.ts`])),
    format: 'esm',
    conditions: ['browser', 'production'],
    define: {'process.env.NODE_ENV': '"production"'},
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
      outfile: `/${name}.css`,
      outdir: undefined as never,
    });
    found.set(`/${name}.css`, Buffer.from(outputFiles[0]!.contents));
  }
  return found;
}

function pageOf(name: ContenderName): string {
  const style = STYLES[name] ? `<link rel="stylesheet" href="/${name}.css">` : '';
  const loader =
    name === 'ours' ? '<script type="module" src="/local-widgets/local-widgets.js"></script>' : '';
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${name}</title>
<link rel="icon" href="data:,">${style}<style>body { margin: 0; font: 16px sans-serif }
#calendar { width: 1000px }</style></head><body><div id="calendar"></div>${loader}
<script type="module" src="/${name}.js"></script></body></html>`;
}
