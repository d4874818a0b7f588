import {fileURLToPath} from 'node:url';
import {bundleScripts, bundleStyles} from '../measuring/bundle.js';
import {filesBelow, serveBodies, type RunningServer} from '../measuring/serve-bodies.js';
import type {ContenderName} from './contenders.js';
import type {DataSet} from './data-sets.js';

export interface CalendarServer extends RunningServer {
  /** The events that the pages ask for from now on. */
  serve(data: DataSet): void;
}

const STYLES: Readonly<Partial<Record<ContenderName, readonly string[]>>> = {
  fullcalendar: [
    'fullcalendar/skeleton.css',
    'fullcalendar/themes/classic/theme.css',
    'fullcalendar/themes/classic/palette.css',
  ],
  eventcalendar: ['@event-calendar/core/index.css'],
  'schedule-x': ['@schedule-x/theme-default/dist/index.css'],
};

/** One page for each contender, the built files and the feeds, on 127.0.0.1. */
export async function startServer(
  scripts: string,
  names: readonly ContenderName[],
): Promise<CalendarServer> {
  const folder = fileURLToPath(new URL('page', import.meta.url));
  const files = await bundleScripts(folder, [...names, 'fullcalendar-set']);
  for (const name of names) files.set(`/${name}.html`, Buffer.from(pageOf(name)));
  for (const [name, styles] of Object.entries(STYLES)) {
    files.set(`/${name}.css`, await bundleStyles(folder, styles));
  }
  const ours = filesBelow('/local-widgets/', scripts);
  let data: DataSet | undefined;
  const server = await serveBodies(path => {
    if (path === '/events.json') return data?.json;
    if (path === '/expanded.json') return data?.expanded;
    return path === '/events.ics' ? data?.ics : (files.get(path) ?? ours(path));
  });
  return {...server, serve: next => void (data = next)};
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
