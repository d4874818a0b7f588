import {randomUUID} from 'node:crypto';
import {request as httpRequest, type IncomingMessage, type ServerResponse} from 'node:http';
import type {Handler} from '../serve/handler.js';
import {send} from '../serve/send.js';
import {otherOrigin} from './other-origin.js';

/** An answer of the server behind, whole. */
interface Whole {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A request on its way through, and how to have it answered by the server behind. */
interface Passage {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly forward: () => Promise<Whole>;
}

/** Milliseconds. */
const LATENCY = 400;
const DRIP = 15;

const PORTAL = '<!doctype html><title>Wi-Fi</title><form><button>Accepter</button></form>';

/** What a network does to a request, by its name. */
const faults = {
  /** Nothing arrives at the server. */
  drop: ({request}) => request.socket.destroy(),
  reset: ({request}) => request.socket.resetAndDestroy(),
  /** The server has it, and its answer is lost. */
  deaf: async ({request, forward}) => {
    await forward();
    request.socket.destroy();
  },
  /** Nobody answers and nobody hangs up. */
  silent: () => undefined,
  latency: async passage => {
    await wait(LATENCY);
    await pass(passage);
  },
  /** A few bytes at a time. */
  drip: async ({response, forward}) => {
    const {status, headers, body} = await forward();
    response.writeHead(status, plain(headers));
    const size = Math.ceil(body.length / 20) || 1;
    for (let at = 0; at < body.length; at += size) {
      response.write(body.subarray(at, at + size));
      await wait(DRIP);
    }
    response.end();
  },
  /** More is announced than comes. */
  half: async ({response, forward}) => {
    const {status, headers, body} = await forward();
    response.writeHead(status, {...plain(headers), 'content-length': body.length});
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  },
  /** A hotel or a train wants one to agree first. */
  portal: ({request, response}) =>
    send(request, response, {type: 'text/html; charset=utf-8', body: PORTAL}),
  'portal elsewhere': async ({response}) => {
    response.writeHead(302, {location: `${await otherOrigin()}/portal`}).end();
  },
  /** A cache says that nothing changed to somebody who has nothing. */
  'not modified': ({response}) => response.writeHead(304, {etag: '"other"'}).end(),
  /** A cache gives what it has had for a day. */
  old: passage => pass(passage, {age: '86400', warning: '110 - "Response is Stale"'}),
  'wrong type': passage => pass(passage, {'content-type': 'text/html'}),
  /** Said to be compressed, and is not. */
  garbled: ({response}) => {
    response.writeHead(200, {'content-type': 'application/json', 'content-encoding': 'gzip'});
    response.end('this is no gzip');
  },
  'server error': ({response}) =>
    response.writeHead(500, {'content-type': 'text/plain'}).end('500'),
  'gateway error': ({response}) =>
    response.writeHead(502, {'content-type': 'text/html'}).end(PORTAL),
} satisfies Record<string, (passage: Passage) => unknown>;

export type Fault = keyof typeof faults;

interface Network {
  readonly to: string;
  fault: Fault | undefined;
  /** Methods and paths that came, in their order. */
  readonly seen: string[];
  /** Ends each stream that is open. */
  readonly cuts: Set<() => void>;
}

const networks = new Map<string, Network>();

/**
 * Ways to a server that go wrong as a test says, on the origin of the tests:
 * - `POST /__network/start?to=ORIGIN` answers the path of a new one, below which is all of that server;
 * - `POST /__network/ID/-/set?fault=NAME` has it go wrong from now on; without a name it is well again;
 * - `GET /__network/ID/-/seen` answers what was asked so far, a list of methods and paths.
 */
export const badNetworks: Handler = async (request, response, url) => {
  if (!url.pathname.startsWith('/__network/')) return false;
  const json = (body: unknown): void =>
    send(request, response, {type: 'application/json', body: JSON.stringify(body)});
  const {searchParams} = url;
  if (url.pathname === '/__network/start') {
    const id = randomUUID();
    const to = searchParams.get('to') ?? url.origin;
    networks.set(id, {to, fault: undefined, seen: [], cuts: new Set()});
    json(`/__network/${id}`);
    return true;
  }
  const [, id = '', path = ''] = /^\/__network\/([\w-]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const network = networks.get(id);
  if (!network) return false;
  if (path === '/-/set') {
    network.fault = (searchParams.get('fault') ?? undefined) as Fault | undefined;
    // before the answer: nothing comes through any more once a test goes on
    if (network.fault) for (const cut of network.cuts) cut();
    json('');
  } else if (path === '/-/seen') json(network.seen);
  else await carry(network, path + url.search, request, response);
  return true;
};

async function carry(
  network: Network,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // else Koa counts as 404 what is cut off
  response.statusCode = 200;
  network.seen.push(`${request.method} ${path}`);
  const forward = (): Promise<Whole> => whole(network.to + path, request);
  const passage = {request, response, forward};
  try {
    // streams have no end to wait for: what goes wrong with them is that they break
    if (!network.fault) await stream(network, path, passage);
    else await faults[network.fault](passage);
  } catch {
    response.destroy();
  }
}

/** As it comes, and cut off as soon as something goes wrong. */
function stream(network: Network, path: string, {request, response}: Passage): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(network.to + path, options(network.to, request), answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
      resolve();
    });
    const cut = (): void => void response.destroy();
    network.cuts.add(cut);
    response.on('close', () => {
      network.cuts.delete(cut);
      call.destroy();
    });
    call.on('error', reject);
    request.pipe(call);
  });
}

async function whole(address: string, request: IncomingMessage): Promise<Whole> {
  const {origin} = new URL(address);
  const body = Buffer.concat((await request.toArray()) as Buffer[]);
  return new Promise((resolve, reject) => {
    const call = httpRequest(address, options(origin, request), answer => {
      answer.toArray().then(
        pieces =>
          resolve({
            status: answer.statusCode ?? 502,
            headers: answer.headers,
            body: Buffer.concat(pieces as Buffer[]),
          }),
        reject,
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

const options = (origin: string, {method, headers}: IncomingMessage) => ({
  method,
  headers: {...headers, host: new URL(origin).host, 'accept-encoding': 'identity'},
});

async function pass({response, forward}: Passage, more = {}): Promise<void> {
  const {status, headers, body} = await forward();
  response.writeHead(status, {...plain(headers), ...more}).end(body);
}

/** Without what is said about the length: it changes. */
function plain({...headers}: Whole['headers']): Whole['headers'] {
  delete headers['content-length'];
  delete headers['transfer-encoding'];
  return headers;
}

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
