import type {RequestListener} from 'node:http';
import {listener, type Handler} from '../serve/handler.js';
import {send, type Answer} from '../serve/send.js';
import {setAttributes} from '../serve/set-attributes.js';
import {serveFolder} from '../serve/static-files.js';
import type {StartOptions} from './options.js';

/** Folders that the pages are made of. */
export interface TownFolders {
  town: string;
  /** The built script files. */
  scripts: string;
}

/** The example town, with the map's attributes changed as the options say. */
export function townServer(
  folders: TownFolders,
  options: StartOptions,
  ownPlaces?: () => Promise<Answer>,
): RequestListener {
  const changes = mapAttributes(options);
  const places: Handler = async (request, response, url) => {
    if (url.pathname !== '/own-places' || !ownPlaces) return false;
    send(request, response, await ownPlaces());
    return true;
  };
  return listener([
    places,
    serveFolder('/local-widgets/', folders.scripts),
    serveFolder('/', folders.town, answer =>
      answer.type.startsWith('text/html')
        ? {...answer, body: setAttributes(String(answer.body), 'local-shops-map', changes)}
        : answer,
    ),
  ]);
}

/** Own places without a centre drop the page's one: the map then centres on the data. */
function mapAttributes(options: StartOptions): Record<string, string | null> {
  const {places, center, radiusKm} = options;
  return {
    ...(places !== undefined && {src: '/own-places', center: null}),
    ...(center !== undefined && {center}),
    ...(radiusKm !== undefined && {'radius-km': radiusKm}),
  };
}
