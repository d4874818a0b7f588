import {createServer, request as ask} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';

/** What can become of a request on its way. */
const FAULTS = ['drop-request', 'drop-reply', 'late', 'double', 'again-later'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyWayOptions {
  /** Hubs that are up at this moment; a request goes to any of them, as behind a load balancer. */
  targets: () => readonly string[];
  /** 0 … 1, seeded. */
  chance: () => number;
  /** Of a hundred requests, how many meet a fault. */
  faultsInHundred: number;
}

/** A way to hubs, on which requests and replies get lost, doubled and late, and lines die without a word. */
export interface FaultyWay {
  address: string;
  /** How often each fault was made. */
  faults: Record<Fault, number>;
  /** Ends every connection, as a phone that changes its network. */
  cut(): void;
  /** Connections stay open and nothing comes through any more; new ones work. */
  freeze(): void;
  close(): Promise<void>;
}

/** Milliseconds that a late request is late, at most. */
const LATEST = 250;

export async function faultyWay(options: FaultyWayOptions): Promise<FaultyWay> {
  const {targets, chance, faultsInHundred} = options;
  const faults = Object.fromEntries(FAULTS.map(fault => [fault, 0])) as Record<Fault, number>;
  const sockets = new Set<Socket>();
  /** Streams that are forwarded; frozen ones are in `frozen`. */
  const streams = new Set<IncomingMessage>();
  const late = new Set<Promise<unknown>>();
  /** Ends what was asked of the hubs: a stream asked for twice has no reader who would. */
  const closing = new AbortController();

  const chooseFault = (): Fault | undefined => {
    if (chance() * 100 >= faultsInHundred) return undefined;
    const fault = FAULTS[Math.floor(chance() * FAULTS.length)]!;
    faults[fault]++;
    return fault;
  };
  const chooseTarget = (): string | undefined => {
    const all = targets();
    return all[Math.floor(chance() * all.length)];
  };

  const forward = async (incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> => {
    const target = chooseTarget();
    if (target === undefined) throw new Error('No hub is up.');
    const {method, url, headers} = incoming;
    return new Promise((resolve, reject) => {
      const {signal} = closing;
      const outgoing = ask(`${target}${url}`, {method, headers, agent: false, signal}, resolve);
      const giveUp = (): void => void outgoing.destroy();
      incoming.socket.once('close', giveUp);
      outgoing.once('close', () => incoming.socket.off('close', giveUp));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  };
  const forwardUnseen = async (incoming: IncomingMessage, body: Buffer): Promise<void> => {
    await (await forward(incoming, body)).resume().toArray();
  };
  const afterwards = (work: Promise<unknown>): void => {
    const done = work.catch(() => undefined).finally(() => late.delete(done));
    late.add(done);
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat((await incoming.toArray()) as Buffer[]);
    const fault = chooseFault();
    if (fault === 'drop-request') return void incoming.socket.destroy();
    if (fault === 'late') await wait(chance() * LATEST);
    if (fault === 'double') afterwards(forwardUnseen(incoming, body));
    const answer = await forward(incoming, body);
    if (fault === 'again-later') {
      afterwards(wait(chance() * LATEST).then(() => forwardUnseen(incoming, body)));
    }
    if (fault === 'drop-reply') {
      answer.resume();
      return void incoming.socket.destroy();
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.flushHeaders();
    if (!(answer.headers['content-type'] ?? '').startsWith('text/event-stream')) {
      return void answer.pipe(response);
    }
    streams.add(answer);
    answer.on('close', () => streams.delete(answer));
    answer.on('error', () => incoming.socket.destroy());
    answer.pipe(response);
  };

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => incoming.socket.destroy());
  });
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}`,
    faults,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    freeze() {
      // what the hub still sends goes nowhere, and the page hears silence
      for (const stream of streams) {
        stream.unpipe();
        stream.resume();
      }
      streams.clear();
    },
    async close() {
      closing.abort();
      await Promise.all(late);
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
