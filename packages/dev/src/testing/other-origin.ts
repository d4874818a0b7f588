import {listener, type Handler} from '../serve/handler.js';
import {listen} from '../serve/listen.js';
import {send} from '../serve/send.js';
import {root} from '../root.js';
import {collection, generatePlaces} from './places.js';
import {scriptFiles} from './script-files.js';

let started: Promise<string> | undefined;

/**
 * The origin of a second server, for what only happens between origins; started when first asked
 * for. `/places.geojson` and the script files allow every origin, `/no-cors/places.geojson` none.
 */
export function otherOrigin(): Promise<string> {
  started ??= start();
  return started;
}

async function start(): Promise<string> {
  const {server, origin} = await listen(listener([foreignPlaces, ...foreignScripts]), 0);
  // It must not keep a test run alive.
  server.unref();
  return origin;
}

const foreignPlaces: Handler = (request, response, url) => {
  const open = url.pathname === '/places.geojson';
  if (!open && url.pathname !== '/no-cors/places.geojson') return false;
  const headers: Record<string, string> = open ? {'access-control-allow-origin': '*'} : {};
  const body = collection(generatePlaces(20, 2));
  send(request, response, {type: 'application/geo+json', body, headers});
  return true;
};

const foreignScripts = scriptFiles('/', `${root}/packages/embed/dist/cdn`, {
  'access-control-allow-origin': '*',
});
