import {tmpdir} from 'node:os';
import type {Order} from '@local-widgets/model/schemas.js';
import {enforceAccess} from '../../src/access/enforce-access.js';
import {systemClock, systemChance} from '../../src/chance-and-clock.js';
import {createChat} from '../../src/chat/create-chat.js';
import {LocalFanout} from '../../src/chat/fanout/local-fanout.js';
import {readConfig} from '../../src/config/read-config.js';
import type {HubContext} from '../../src/context.js';
import {deskRoutes} from '../../src/desk/desk-routes.js';
import {createServer} from '../../src/http/server.js';
import {createMetrics} from '../../src/metrics/metrics.js';
import {createOrderFeed} from '../../src/orders/order-feed.js';
import {createOutbox} from '../../src/outbox/create-outbox.js';
import type {TestDatabase} from '../support/databases.js';

export interface ListeningHub {
  context: HubContext;
  /** `http://127.0.0.1:…` */
  url: string;
  stop(): Promise<void>;
}

/** A desk on a socket of this machine, for streams. It looks often for what other processes wrote. */
export async function listeningHub(
  {db, dialect}: TestDatabase,
  {heartbeat}: {heartbeat?: number} = {},
): Promise<ListeningHub> {
  const config = readConfig({env: {LOCAL_HUB_LOG_LEVEL: 'silent'}, cwd: tmpdir()});
  const [clock, chance] = [systemClock, systemChance];
  const server = createServer(config, clock);
  const context: HubContext = {
    db,
    dialect,
    config,
    clock,
    chance,
    log: server.log,
    events: createOrderFeed(db, 20),
    outbox: createOutbox({clock, chance}),
    metrics: createMetrics({withProcess: false}),
    chat: createChat({db, dialect, fanout: new LocalFanout(), clock, chance, log: server.log}),
  };
  enforceAccess(server, context);
  await server.register(deskRoutes(context, {heartbeat}));
  const url = await server.listen({host: '127.0.0.1', port: 0});
  return {context, url, stop: () => server.close()};
}

export interface StreamEvent {
  id: string;
  data: {order: Order};
}

/** Reads a stream of server-sent events, one at a time. */
export class StreamReader {
  #text = '';
  comments = 0;
  #decoder = new TextDecoder();
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(response: Response) {
    this.#reader = response.body!.getReader();
  }

  /** The next event; `undefined` once the stream has ended. */
  async next(): Promise<StreamEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        const [, id, data] = /^id: (\d+)\nevent: order\ndata: (.*)$/.exec(block) ?? [];
        if (data !== undefined) return {id: id!, data: JSON.parse(data) as StreamEvent['data']};
        if (block.startsWith(':')) this.comments += 1;
        continue;
      }
      const {value, done} = await this.#reader.read();
      if (done) return undefined;
      this.#text += this.#decoder.decode(value, {stream: true});
    }
  }

  /** The line is given up by the listener. */
  async drop(): Promise<void> {
    await this.#reader.cancel();
  }
}
