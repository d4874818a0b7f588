import {HubProblem} from '../../http/problem.js';
import {sayEmbed} from '../embed-words.js';
import type {FrameWidget} from './frame-widgets.js';

/** Other sites that the page of a frame may ask, for its policy; without the hub itself. */
export interface FrameOrigins {
  /** For data. */
  connect: readonly string[];
  /** For the pictures of the base map. */
  images: readonly string[];
}

/** IGN finds addresses and draws maps from the same place. */
const IGN = 'https://data.geopf.fr';
const TILES: Readonly<Record<string, readonly string[]>> = {
  '': [IGN],
  ign: [IGN],
  'ign-photo': [IGN],
  'osm-france': ['https://a.tile.openstreetmap.fr'],
  none: [],
};

const MAX_ADDRESSES = 20;

/**
 * A name or an address, and a port, in letters that mean nothing in a policy. The hosts of URLs may hold
 * `;`, `'` and `*`: an address could otherwise add rules to the policy of its page, or open it to all.
 */
const PLAIN_ORIGIN = /^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?$/;

/**
 * Whom the widget will ask with these attributes. Plain `http` is for hubs that are reached so themselves:
 * on a machine where one tries things out.
 *
 * @throws HubProblem `invalid` for what is no address of the web, or too many
 */
export function originsOf(
  {takes, data}: FrameWidget,
  given: ReadonlyMap<string, string>,
  hub: string,
): FrameOrigins {
  const connect = new Set<string>();
  const images = new Set<string>();
  const own = new URL(hub).origin;

  const add = (to: Set<string>, attribute: string, address: string): void => {
    const origin = originOf(address, own);
    if (origin === undefined) {
      throw new HubProblem('invalid', {detail: sayEmbed(words => words.badAddress(attribute))});
    }
    if (origin !== own) to.add(origin);
  };

  for (const attribute of data) {
    const addresses = (given.get(attribute) ?? '').split(/\s+/).filter(Boolean);
    if (addresses.length > MAX_ADDRESSES) {
      throw new HubProblem('invalid', {detail: sayEmbed(words => words.badValue(attribute))});
    }
    for (const address of addresses) add(connect, attribute, address);
  }
  const geocoder = given.get('geocoder')?.trim() ?? '';
  if (geocoder === 'ign') connect.add(IGN);
  else if (geocoder && geocoder !== 'none') add(connect, 'geocoder', geocoder);
  if (takes.includes('tiles')) {
    const tiles = given.get('tiles')?.trim() ?? '';
    const known = Object.hasOwn(TILES, tiles) ? TILES[tiles] : undefined;
    for (const origin of known ?? []) images.add(origin);
    // an archive is read as data, a template gives addresses of pictures
    if (!known) add(/\.pmtiles(?:[?#]|$)/i.test(tiles) ? connect : images, 'tiles', tiles);
  }
  return {connect: [...connect], images: [...images]};
}

function originOf(address: string, own: string): string | undefined {
  let url: URL;
  try {
    // templates have braces, also where a host would refuse them
    url = new URL(address.replace(/[{}]/g, ''), own);
  } catch {
    return undefined;
  }
  const {origin, protocol, username, password} = url;
  const isWeb = protocol === 'https:' || (protocol === 'http:' && own.startsWith('http:'));
  const isPlain = PLAIN_ORIGIN.test(origin) && username === '' && password === '';
  return isWeb && isPlain ? origin : undefined;
}
