import {root} from '../root.js';
import type {Handler} from '../serve/handler.js';
import type {PagePolicy} from '../serve/security-headers.js';
import type {Answer} from '../serve/send.js';
import {setAttributes} from '../serve/set-attributes.js';
import {serveFolder} from '../serve/static-files.js';

const base = '/__page/town/';
const attributes = ['src', 'center', 'tiles', 'radius-km', 'height', 'lang'];

/**
 * The example town below `/__page/town/`, for whole-page tests in an iframe. Query parameters named
 * like attributes set them on the page's `<local-shops-map>` (empty: remove it); `csp=none` and
 * `tt=off` or `tt=lit` loosen the headers, see PagePolicy.
 */
export function testPages(
  folders = {town: `${root}/examples/town`, scripts: `${root}/packages/embed/dist/cdn`},
): Handler[] {
  return [
    serveFolder(`${base}local-widgets/`, folders.scripts),
    serveFolder(base, folders.town, (answer, url) =>
      answer.type.startsWith('text/html') ? changePage(answer, url.searchParams) : answer,
    ),
  ];
}

function changePage(answer: Answer, query: URLSearchParams): Answer {
  const changes = attributes
    .filter(name => query.has(name))
    .map(name => [name, query.get(name) || null] as const);
  const html = setAttributes(
    rebase(String(answer.body)),
    'local-shops-map',
    Object.fromEntries(changes),
  );
  return {...answer, body: html, policy: readPolicy(query)};
}

/** Links from the server's root keep working one folder down. */
function rebase(html: string): string {
  return html.replace(/\b(src|href|data-[\w-]+)="\/(?!\/)/g, `$1="${base}`);
}

function readPolicy(query: URLSearchParams): PagePolicy {
  const tt = query.get('tt');
  return {
    csp: query.get('csp') !== 'none',
    trustedTypes: tt === 'off' || tt === 'lit' ? tt : 'on',
  };
}
