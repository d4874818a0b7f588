import {basename} from 'node:path';
import type {Handler} from '../serve/handler.js';
import {sendNotFound, type Answer} from '../serve/send.js';
import {serveFolder} from '../serve/static-files.js';

/**
 * The script files of `folder` below `prefix`, whole and spoilt:
 * - `local-widgets/` as they were built;
 * - `without/NAME/`: `NAME.js` is 404;
 * - `tampered/NAME/`: `NAME.js` has a line more, which sets `globalThis.tampered`; `tampered/later/`: each
 *   file has that no page begins with;
 * - `release/1.2.3/`: the loader says that it is of that release.
 */
export function scriptFiles(
  prefix: string,
  folder: string,
  headers: Record<string, string> = {},
): Handler[] {
  const serve = (path: string, change: (answer: Answer, name: string) => Answer): Handler =>
    serveFolder(path, folder, (answer, url) => ({
      ...change(answer, basename(url.pathname, '.js')),
      headers,
    }));
  return [
    serve(`${prefix}local-widgets/`, answer => answer),
    async (request, response, url) => {
      const [path = '', kind = '', what = ''] = spoilt(prefix, url.pathname);
      if (!kind) return false;
      if (kind === 'without' && basename(url.pathname) === `${what}.js`) {
        sendNotFound(request, response);
        return true;
      }
      return serve(path, (answer, name) => spoil(answer, name, kind, what))(request, response, url);
    },
  ];
}

/** The folder of spoilt files that a path is in, how they are spoilt, and which; nothing for others. */
function spoilt(prefix: string, path: string): string[] {
  if (!path.startsWith(prefix)) return [];
  const [folder, kind, what] =
    /^(without|tampered|release)\/([\w.-]+)\//.exec(path.slice(prefix.length)) ?? [];
  return folder === undefined ? [] : [prefix + folder, kind!, what!];
}

const BEGIN = new Set([
  'local-widgets',
  'core',
  'parts',
  'shops-map',
  'event-calendar',
  'collect-button',
  'chat',
]);

function spoil(answer: Answer, name: string, kind: string, what: string): Answer {
  const text = String(answer.body);
  if (kind === 'tampered' && (name === what || (what === 'later' && !BEGIN.has(name)))) {
    return {...answer, body: `${text}\nglobalThis.tampered = ${JSON.stringify(name)};\n`};
  }
  if (kind === 'release' && name === 'local-widgets') {
    return {...answer, body: text.replace(/"\d+\.\d+\.\d+"/, JSON.stringify(what))};
  }
  return answer;
}
