import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Handler} from '../serve/handler.js';
import {send, sendNotFound} from '../serve/send.js';
import {sendArchive} from './archive.js';
import {brokenFeed, brokenRows, brokenReasons} from './broken-rows.js';
import {sendHuge} from './huge-feed.js';
import {hostileCalendar} from './hostile-calendar.js';
import {hostilePlaces} from './hostile-places.js';
import {otherOrigin} from './other-origin.js';
import {collection, generatePlaces, offering} from './places.js';

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
}

type Feed = (call: Call) => void | Promise<void>;

const geoJson = 'application/geo+json';
const json = 'application/json';
/** How often each `key` was asked for. */
const calls = new Map<string, number>();

/** Every way a feed goes wrong that we know of, by its name in `/__feeds/NAME`. */
const feeds: Record<string, Feed> = {
  // Never answers; the connection ends when the client leaves.
  hang: () => undefined,
  'slow-body': ({response}) => {
    response.writeHead(200, {'content-type': geoJson}).write('{');
  },
  'cut-connection': ({response}) => {
    response.writeHead(200, {'content-type': geoJson, 'content-length': 1000});
    response.write('{"type":"FeatureCollection",', () => response.destroy());
  },
  '404': call => status(call, 404),
  '500': call => status(call, 500),
  '503-then-ok': call => {
    if (count(call, '503') <= 2) status(call, 503);
    else places(call);
  },
  // Too many requests; with a `key` the second request is answered.
  '429': call => {
    if (call.query.has('key') && count(call, '429') > 1) {
      places(call);
      return;
    }
    call.response.setHeader('retry-after', call.query.get('retry-after') ?? '1');
    status(call, 429);
  },
  html: ({request, response}) => {
    const body = '<!doctype html><title>Wi-Fi</title><form><button>Accepter</button></form>';
    send(request, response, {type: 'text/html; charset=utf-8', body});
  },
  'not-json': call => body(call, json, 'Erreur : base de données indisponible'),
  truncated: call => {
    const whole = collection(generatePlaces(20, 1));
    body(call, geoJson, whole.slice(0, Math.floor(whole.length / 2)));
  },
  empty: call => body(call, geoJson, ''),
  'no-places': call => body(call, geoJson, collection([])),
  huge: ({response, query}) => sendHuge(response, number(query, 'mb', 100) * 1e6),
  'huge-declared': ({response}) => {
    response.writeHead(200, {'content-type': geoJson, 'content-length': 100e6}).write('{');
  },
  'redirect-loop': ({response, query}) => {
    const next = number(query, 'n', 0) + 1;
    response.writeHead(302, {location: `/__feeds/redirect-loop?n=${next}`}).end();
  },
  'other-origin': async call => body(call, 'text/plain; charset=utf-8', await otherOrigin()),
  geojson: places,
  // Latitude first, the most frequent mistake in hand-made files.
  swapped: call => {
    const features = generatePlaces(number(call.query, 'n', 20), 1).map(feature => {
      const [lon, lat] = feature.geometry.coordinates;
      return {...feature, geometry: {type: 'Point', coordinates: [lat, lon]}};
    });
    body(call, geoJson, collection(features));
  },
  hostile: call => body(call, geoJson, hostilePlaces()),
  // Events of the days after `now`, milliseconds since 1970.
  'hostile-calendar': call =>
    body(call, 'text/calendar; charset=utf-8', hostileCalendar(number(call.query, 'now', 0))),
  // One row in a hundred is broken; `broken-rows` says which, and why.
  broken: call => {
    const format = call.query.get('format') ?? '';
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : json;
    const text = brokenFeed(format);
    if (text === undefined) sendNotFound(call.request, call.response);
    else body(call, type, text);
  },
  'broken-rows': call =>
    body(call, json, JSON.stringify({rows: brokenRows, reasons: brokenReasons})),
  // What a geocoder answers, whatever is asked.
  geocoder: call => {
    const geometry = {type: 'Point', coordinates: [0.61, 48.45]};
    const properties = {label: '4 Rue des Tilleuls, Vauperche', name: '4 Rue des Tilleuls'};
    body(call, geoJson, collection([{type: 'Feature', geometry, properties}]));
  },
  'grid.pmtiles': ({request, response}) => sendArchive(request, response),
};

/** Serves the feeds below `/__feeds/`; an unknown name answers 404. */
export const testFeeds: Handler = async (request, response, url) => {
  const name = /^\/__feeds\/([\w.-]+)$/.exec(url.pathname)?.[1];
  if (name === undefined) return false;
  response.setHeader('cache-control', 'no-store');
  if (Object.hasOwn(feeds, name)) await feeds[name]?.({request, response, query: url.searchParams});
  else sendNotFound(request, response);
  return true;
};

/** `n` places for a `seed` around `lon` and `lat`, Nice by default; `rich` ones offer something. */
function places(call: Call): void {
  const {query} = call;
  const center = [number(query, 'lon', 7.26), number(query, 'lat', 43.71)] as const;
  const features = generatePlaces(number(query, 'n', 20), number(query, 'seed', 1), center);
  body(call, geoJson, collection(query.has('rich') ? features.map(offering) : features));
}

function body({request, response}: Call, type: string, text: string): void {
  send(request, response, {type, body: text});
}

function status({request, response}: Call, code: number): void {
  send(request, response, {status: code, type: 'text/plain; charset=utf-8', body: String(code)});
}

function count({query}: Call, feed: string): number {
  const key = `${feed} ${query.get('key') ?? ''}`;
  const times = (calls.get(key) ?? 0) + 1;
  calls.set(key, times);
  return times;
}

function number(query: URLSearchParams, name: string, fallback: number): number {
  const value = Number(query.get(name) ?? NaN);
  return Number.isFinite(value) ? value : fallback;
}
