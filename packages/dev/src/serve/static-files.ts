import {readFile, realpath, stat} from 'node:fs/promises';
import {join, resolve, sep} from 'node:path';
import {contentType} from './content-types.js';
import {send, type Answer} from './send.js';
import type {Handler} from './handler.js';

/**
 * The file that a URL path means below `folder`, or undefined: not there, not a file, or outside.
 * `path` is percent-encoded as in the URL and relative to the folder; a folder means its index.html.
 */
async function locateFile(folder: string, path: string): Promise<string | undefined> {
  const decoded = decode(path);
  if (decoded === undefined || /[\0\\]/.test(decoded)) return undefined;
  // Names with a leading dot (.git, .env) are never meant for the web.
  if (decoded.split('/').some(part => part.startsWith('.'))) return undefined;
  try {
    const base = await realpath(folder);
    let file = resolve(base, decoded.replace(/^\/+/, ''));
    if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
    // A link inside the folder must not lead out of it either.
    const real = await realpath(file);
    return real.startsWith(base + sep) && (await stat(real)).isFile() ? real : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serves the files of `folder` below the URL path `prefix` (with slashes at both ends). `change`
 * may rewrite an answer, for instance the HTML of a page, and sees the request's URL.
 */
export function serveFolder(
  prefix: string,
  folder: string,
  change: (answer: Answer, url: URL) => Answer = answer => answer,
): Handler {
  return async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    if (!url.pathname.startsWith(prefix)) return false;
    const path = url.pathname.slice(prefix.length);
    const file = await locateFile(folder, path);
    if (file === undefined) return false;
    if (file.endsWith('index.html') && !/(^|\/|index\.html)$/.test(path)) {
      // Relative links of the page need the closing slash.
      response.writeHead(301, {location: `${url.pathname}/${url.search}`}).end();
      return true;
    }
    const answer = {type: contentType(file), body: await readFile(file)};
    send(request, response, change(answer, url));
    return true;
  };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
