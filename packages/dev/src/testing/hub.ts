import {randomUUID} from 'node:crypto';
import {request as httpRequest, type IncomingMessage, type ServerResponse} from 'node:http';
import {root} from '../root.js';
import type {Handler} from '../serve/handler.js';
import {send} from '../serve/send.js';
import type {TownHub} from '../start/town-hub.js';

/** When it is on the hubs of tests, as they start: a Tuesday, nine in the morning in France. */
const START = Date.parse('2026-11-24T08:00:00Z');

/** What the hub serves for people, below the test runner's own origin. */
const PAGES =
  /^\/(?:(?:agenda|api|assets|desk|embed|o|oembed|p|r|sign-in|v|v1)(?:\/|$)|(?:desk|pages)\.css$|desk\.webmanifest$|icon\.svg$)/;

const COOKIE = 'test-hub';

interface TestHub {
  hub: TownHub;
  stop(): Promise<void>;
}

const running = new Map<string, TestHub>();

/**
 * Real hubs with the shops of the example town, one for each browser that asks:
 * `POST /__hub/start?database=sqlite` (or `postgres`) starts one and answers `{hub, setUp, now}`: its
 * own origin, for pages that order; the secret that makes an admin; its time. `{skip}` is the reason
 * why there is none. `POST /__hub/stop` ends it. Its pages are also here, on the origin of the tests,
 * so that these can look into them.
 */
export const testHubs: Handler = async (request, response, url) => {
  const {pathname, searchParams} = url;
  const id = /(?:^|;\s*)test-hub=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  if (request.method === 'POST' && pathname === '/__hub/start') {
    await stop(id);
    const name = randomUUID();
    response.setHeader('set-cookie', `${COOKIE}=${name}; Path=/; HttpOnly; SameSite=Lax`);
    const body = await start(name, url.origin, searchParams.get('database'));
    send(request, response, {type: 'application/json', body: JSON.stringify(body)});
    return true;
  }
  if (request.method === 'POST' && pathname === '/__hub/stop') {
    await stop(id);
    response.setHeader('set-cookie', `${COOKIE}=; Path=/; Max-Age=0`);
    send(request, response, {type: 'text/plain; charset=utf-8', body: ''});
    return true;
  }
  const found = running.get(id);
  if (!found || !PAGES.test(pathname)) return false;
  await passOn(request, response, found.hub.hub.address);
  return true;
};

async function start(id: string, origin: string, database: string | null): Promise<object> {
  const place: Place = database === 'postgres' ? await emptyPostgres() : {};
  if ('skip' in place) return place;
  const began = Date.now();
  const clock = {now: () => new Date(START + Date.now() - began)};
  // the hub is loaded for the tests that want one only
  const {startTownHub} = await import('../start/town-hub.js');
  const hub = await startTownHub({
    port: 0,
    shops: `${root}/examples/town/hub`,
    town: origin,
    publicUrl: origin,
    clock,
    databaseUrl: place.url,
  });
  const end = async (): Promise<void> => {
    await hub.stop();
    await place.drop?.();
  };
  running.set(id, {hub, stop: end});
  const setUp = new URL(hub.setUpLink ?? origin).searchParams.get('token');
  return {hub: hub.address, setUp, now: clock.now().toISOString()};
}

async function stop(id: string): Promise<void> {
  const found = running.get(id);
  running.delete(id);
  await found?.stop();
}

type Place = {skip: string} | {url?: string; drop?: () => Promise<void>};

let users = 0;
let turn: Promise<unknown> = Promise.resolve();

/** One after the other: of two browsers, one may come while the other leaves. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

/**
 * An empty database of a server that the hub's own tests know how to start, or why there is none. The
 * server stops with the last of its databases.
 */
function emptyPostgres(): Promise<Place> {
  return inTurn(async () => {
    const {postgresServer, stopPostgres} = await import('../../../hub/test/support/postgres.js');
    const server = await postgresServer();
    if (typeof server === 'string') return {skip: server};
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it uses no `this`
    const {url, drop} = await server.create();
    users++;
    const end = async (): Promise<void> => {
      await drop();
      if (--users === 0) await stopPostgres();
    };
    return {url, drop: () => inTurn(end)};
  });
}

/** The same request to the hub; resolves with the head of its answer, which our pages may frame. */
function passOn(request: IncomingMessage, response: ServerResponse, hub: string): Promise<void> {
  const {method, url = '/'} = request;
  // the browsers of tests speak whatever they were built with
  const headers = {...request.headers, 'accept-language': 'fr'};
  return new Promise(resolve => {
    const call = httpRequest(new URL(url, hub), {method, headers}, answer => {
      const {statusCode = 502, headers: given} = answer;
      const policy = given['content-security-policy']?.toString();
      delete given['x-frame-options'];
      response.writeHead(statusCode, {
        ...given,
        ...(policy !== undefined && {'content-security-policy': forTests(policy)}),
      });
      // a stream of events may stay without any for long
      response.flushHeaders();
      answer.pipe(response);
      resolve();
    });
    call.on('error', () => {
      response.destroy();
      resolve();
    });
    response.on('close', () => call.destroy());
    request.pipe(call);
  });
}

/** The hub's policy, but a page of tests may frame it, and load axe into it. */
function forTests(policy: string): string {
  const framed = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
  return framed.includes('script-src') ? framed : `${framed};script-src 'self'`;
}
