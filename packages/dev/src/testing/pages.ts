import {readdir} from 'node:fs/promises';
import {root} from '../root.js';
import type {Handler} from '../serve/handler.js';
import type {PagePolicy} from '../serve/security-headers.js';
import {send, type Answer} from '../serve/send.js';
import {setAttributes} from '../serve/set-attributes.js';
import {serveFolder} from '../serve/static-files.js';
import {withHub} from '../start/town-server.js';
import {scriptFiles} from './script-files.js';

const base = '/__page/town/';
const attributes = [
  'src',
  'center',
  'tiles',
  'radius-km',
  'height',
  'lang',
  'categories',
  'compact',
  'consent',
  'format',
  'geocoder',
  'json-ld',
  'layout',
  'report',
  'sort',
  'url-state',
];

/** What an author may put inside the element for its rows and cards. */
const templates =
  '<template slot="item"><p class="meta" data-field="addressLocality"></p></template>' +
  '<template slot="card"><p data-field="description"></p></template>';

/**
 * The example town below `/__page/town/`, for whole-page tests in an iframe. Query parameters named
 * like attributes set them on the page's `<local-shops-map>` (empty: remove it); `templates` puts some
 * of the author's own inside; `hub` is where its order buttons send orders; `without=NAME` has the script file `NAME.js` answer 404; `csp=none` and
 * `tt=off` loosen the headers, see PagePolicy.
 */
export function testPages(
  folders = {town: `${root}/examples/town`, scripts: `${root}/packages/embed/dist/cdn`},
): Handler[] {
  return [
    builtFiles(folders.scripts),
    framedPage,
    ...scriptFiles(base, folders.scripts),
    serveFolder(base, folders.town, (answer, url) =>
      answer.type.startsWith('text/html') ? changePage(answer, url.searchParams) : answer,
    ),
  ];
}

/** `built-files.json`: names of the script files, so that tests can tell that they know each. */
function builtFiles(folder: string): Handler {
  return async (request, response, url) => {
    if (url.pathname !== `${base}built-files.json`) return false;
    const names = (await readdir(folder)).filter(name => name.endsWith('.js')).sort();
    send(request, response, {type: 'application/json', body: JSON.stringify(names)});
    return true;
  };
}

/** `/__page/frame/?height=321`: a page that tells whoever frames it how high it is. */
const framedPage: Handler = (request, response, url) => {
  if (url.pathname !== '/__page/frame/') return false;
  const height = Number(url.searchParams.get('height'));
  const body = `<!doctype html><title>x</title><script>
    parent.postMessage({type: 'local-widgets:height', height: ${height}}, '*');
    addEventListener('message', () => parent.postMessage({type: 'local-widgets:height', height: ${height}}, '*'));
  </script>`;
  const policy = {csp: false, trustedTypes: 'off'} as const;
  send(request, response, {type: 'text/html; charset=utf-8', body, policy});
  return true;
};

function changePage(answer: Answer, query: URLSearchParams): Answer {
  const changes = attributes
    .filter(name => query.has(name))
    .map(name => [name, query.get(name) || null] as const);
  const html = setAttributes(
    rebase(String(answer.body)),
    'local-shops-map',
    Object.fromEntries(changes),
  );
  const missing = query.get('without');
  const body = html
    .replace(/(<local-shops-map[^>]*>)/, query.has('templates') ? `$1${templates}` : '$1')
    .replace(/local-widgets\/(?=[\w-]+\.js")/, missing ? `without/${missing}/` : '$&');
  const page = {...answer, body, policy: readPolicy(query)};
  const hub = query.get('hub');
  return hub === null ? page : withHub(page, hub);
}

/** Links from the server's root keep working one folder down. */
function rebase(html: string): string {
  return html.replace(/\b(src|href|data-[\w-]+)="\/(?!\/)/g, `$1="${base}`);
}

function readPolicy(query: URLSearchParams): PagePolicy {
  return {
    csp: query.get('csp') !== 'none',
    trustedTypes: query.get('tt') === 'off' ? 'off' : 'on',
  };
}
