import {existsSync, readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {contentType} from '@local-widgets/dev/src/serve/content-types.js';
import {listener, type Handler} from '@local-widgets/dev/src/serve/handler.js';
import {listen} from '@local-widgets/dev/src/serve/listen.js';

export interface RunningServer {
  readonly origin: string;
  close(): void;
}

/** What is served at a path; undefined when nothing is. */
export type BodyOf = (path: string) => Buffer | undefined;

/**
 * Serves what `bodyOf` gives, with the same headers for everybody: scripts and styles may be kept, for a visitor
 * who comes back, data may not.
 */
export async function serveBodies(bodyOf: BodyOf): Promise<RunningServer> {
  const handle: Handler = (_request, response, {pathname}) => {
    const body = bodyOf(pathname);
    if (!body) return false;
    response.writeHead(200, {
      'content-type': contentType(pathname),
      'content-length': body.length,
      'cache-control': /\.(?:m?js|css)$/.test(pathname) ? 'max-age=3600' : 'no-store',
    });
    response.end(body);
    return true;
  };
  const {server, origin} = await listen(listener([handle]), 0);
  return {
    origin,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The files of a folder below a path, each read once. */
export function filesBelow(prefix: string, folder: string): BodyOf {
  const known = new Map<string, Buffer>();
  return path => {
    if (!path.startsWith(prefix)) return undefined;
    const file = `${folder}/${basename(path)}`;
    if (!known.has(file) && existsSync(file)) known.set(file, readFileSync(file));
    return known.get(file);
  };
}
