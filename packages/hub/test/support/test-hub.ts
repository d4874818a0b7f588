import {tmpdir} from 'node:os';
import type {OrderRequest} from '@local-widgets/model/schemas.js';
import type {InjectOptions} from 'fastify';
import type {RuledRoute} from '../../src/access/enforce-access.js';
import type {Chance, Clock} from '../../src/chance-and-clock.js';
import type {HubConfig} from '../../src/config/hub-config.js';
import {createChat} from '../../src/chat/create-chat.js';
import {LocalFanout} from '../../src/chat/fanout/local-fanout.js';
import {readConfig} from '../../src/config/read-config.js';
import type {HubContext, PausePoint} from '../../src/context.js';
import {registerRoutes} from '../../src/http/app.js';
import {createServer, type HubServer, type LogWriter} from '../../src/http/server.js';
import {createMetrics} from '../../src/metrics/metrics.js';
import {createOrderFeed} from '../../src/orders/order-feed.js';
import {createOutbox} from '../../src/outbox/create-outbox.js';
import type {WakingOutbox} from '../../src/outbox/create-outbox.js';
import {addShop, orderRequest, testChance, testClock} from './fixtures.js';
import type {ShopFixture} from './fixtures.js';
import type {TestDatabase} from './databases.js';

export interface TestHubOptions {
  clock?: Clock;
  chance?: Chance;
  config?: Partial<HubConfig>;
  /** The shop that is there from the start; null for none. */
  shop?: ShopFixture | null;
  pauseAt?: (point: PausePoint) => Promise<void>;
  logTo?: LogWriter;
  /** Called with the server before it has routes. */
  prepare?: (server: HubServer) => void;
}

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  /** What JSON gave. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into it by name
  body: any;
  text: string;
}

/** A whole hub on a test's database, asked without a socket. Nothing leaves its outbox by itself. */
export interface TestHub {
  context: HubContext & {outbox: WakingOutbox};
  /** With who may use each. */
  routes: readonly RuledRoute[];
  ask(options: InjectOptions): Promise<Answer>;
  /** Sends an order to the shop `fournil`; a key of its own unless given. */
  order(request?: Partial<OrderRequest>, key?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Limits that no test meets by accident. */
const LIMITS = {requestsPerMinute: 100_000, ordersPerMinute: 100_000, signInsPerHour: 100_000};
const EVENT_LIMITS = {registrationsPerMinute: 100_000, proposalsPerHour: 100_000};

export async function testHub(
  database: TestDatabase,
  {
    clock = testClock(),
    chance = testChance(),
    config,
    shop = {},
    pauseAt,
    prepare,
    logTo,
  }: TestHubOptions = {},
): Promise<TestHub> {
  const {db, dialect} = database;
  const settings: HubConfig = {
    ...readConfig({env: {LOCAL_HUB_LOG_LEVEL: 'silent'}, cwd: tmpdir()}),
    publicUrl: 'https://hub.example',
    limits: LIMITS,
    events: {limits: EVENT_LIMITS, feeds: {allowLoopback: false}},
    ...config,
  };
  const server = createServer(settings, clock, logTo);
  const outbox = createOutbox({clock, chance});
  const events = createOrderFeed(db, 0);
  const metrics = createMetrics({withProcess: false});
  const context = {db, dialect, config: settings, clock, chance, log: server.log};
  const chat = createChat({...context, fanout: new LocalFanout(), lookEvery: 0});
  const whole = {...context, events, outbox, metrics, chat, ...(pauseAt && {pauseAt})};
  prepare?.(server);
  const routes = await registerRoutes(server, whole);
  if (shop) await addShop(db, shop);

  let keys = 0;
  const ask = async (options: InjectOptions): Promise<Answer> => {
    const {statusCode, headers, body} = await server.inject(options);
    const isJson = String(headers['content-type']).includes('json');
    return {
      status: statusCode,
      headers,
      text: body,
      body: isJson && body !== '' ? JSON.parse(body) : undefined,
    };
  };
  return {
    context: whole,
    routes,
    ask,
    order: (request, key = `key-of-test-${++keys}`) =>
      ask({
        method: 'POST',
        url: '/api/shops/fournil/orders',
        headers: {'idempotency-key': key},
        payload: orderRequest(request),
      }),
    close: () => server.close(),
  };
}
