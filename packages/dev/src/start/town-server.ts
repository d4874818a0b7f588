import type {RequestListener} from 'node:http';
import {listener, type Handler} from '../serve/handler.js';
import {strictPolicy} from '../serve/security-headers.js';
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

/** What the pages speak with. */
export interface TownNeighbours {
  /** Content of `/own-places`. */
  places?: (() => Promise<Answer>) | undefined;
  /** Origin of the hub that takes the orders; without it they go by phone and e-mail. */
  hub?: string | undefined;
}

/** The example town, with the map's attributes changed as the options say. */
export function townServer(
  folders: TownFolders,
  options: StartOptions,
  {places: ownPlaces, hub}: TownNeighbours = {},
): RequestListener {
  const changes = mapAttributes(options);
  const change = (answer: Answer): Answer => {
    const html = setAttributes(String(answer.body), 'local-shops-map', changes);
    return hub === undefined ? {...answer, body: html} : withHub({...answer, body: html}, hub);
  };
  const places: Handler = async (request, response, url) => {
    if (url.pathname !== '/own-places' || !ownPlaces) return false;
    send(request, response, await ownPlaces());
    return true;
  };
  return listener([
    places,
    serveFolder('/local-widgets/', folders.scripts),
    serveFolder('/', folders.town, answer =>
      answer.type.startsWith('text/html') ? change(answer) : answer,
    ),
  ]);
}

/** The calendar of a shop that the page shows beside the town hall's, which its `calendar` names. */
const FARM = '/v1/calendars/ateliers-de-la-ferme/events';

/** The page's order buttons, chats and calendar speak with the hub, and its policy allows that. */
export function withHub(answer: Answer, hub: string): Answer {
  const {body, policy = strictPolicy} = answer;
  const tags = ['local-collect-button', 'local-chat'];
  const html = tags.reduce((text, tag) => setAttributes(text, tag, {hub}, 'all'), String(body));
  const src = (before: string): string => `${before} ${hub}${FARM}`;
  return {
    ...answer,
    body: setAttributes(html, 'local-event-calendar', {hub, src}),
    policy: {...policy, connect: [new URL(hub).origin]},
  };
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
