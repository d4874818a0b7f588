import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {startBridges} from './bridges/start-bridges.js';
import {systemChance, systemClock} from './chance-and-clock.js';
import type {Chance, Clock} from './chance-and-clock.js';
import {createChat} from './chat/create-chat.js';
import type {Fanout} from './chat/fanout/fanout.js';
import {openFanout} from './chat/fanout/open-fanout.js';
import type {HubConfig} from './config/hub-config.js';
import type {HubContext, PausePoint} from './context.js';
import {migrate} from './database/migrate.js';
import {openDatabase} from './database/open-database.js';
import type {DatabasePlace} from './database/open-database.js';
import {registerRoutes} from './http/app.js';
import {createServer} from './http/server.js';
import type {HubServer} from './http/server.js';
import {createMetrics} from './metrics/metrics.js';
import {createOrderFeed} from './orders/order-feed.js';
import {createCarriers} from './outbox/carriers.js';
import {createOutbox} from './outbox/create-outbox.js';
import {startOutbox} from './outbox/start-outbox.js';
import {startSchedule} from './schedule/start-schedule.js';

export interface HubOptions {
  config: HubConfig;
  clock?: Clock;
  chance?: Chance;
  /** Does not send what waits, nor let orders expire, by itself: a test calls for it. */
  isManual?: boolean;
  /** Of a test: called inside the transaction of an order. */
  pauseAt?: (point: PausePoint) => Promise<void>;
  /** Of a test: how processes tell each other of chats, instead of what the database offers. */
  fanout?: Fanout;
  /** Of a test, in milliseconds: between two looks for what no announcement told of, and two comments of a stream. */
  chatLooksEvery?: number;
  chatBeatsEvery?: number;
}

/** A hub that runs. */
export interface Hub {
  /** Where it listens; the port is the real one. */
  address: string;
  context: HubContext;
  server: HubServer;
  /** Takes no more requests, ends those under way, closes streams, writes all to the disk. */
  stop(): Promise<void>;
}

/** Where the data of these settings are. */
export const databasePlace = ({databaseUrl, dataFolder}: HubConfig): DatabasePlace =>
  databaseUrl === undefined ? {file: join(dataFolder, 'hub.sqlite')} : {url: databaseUrl};

/**
 * Starts a hub: opens its database, brings it up to date, listens.
 *
 * @throws DatabaseError, or the error of the socket; nothing is left open
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const {clock = systemClock, chance = systemChance, isManual = false, pauseAt} = options;
  const config = {...options.config};
  await mkdir(config.dataFolder, {recursive: true});
  const database = await openDatabase(databasePlace(config));
  const {db, dialect} = database;
  const server = createServer(config, clock);
  const closing: (() => Promise<void>)[] = [];
  try {
    await migrate(db, dialect);
    const outbox = createOutbox({clock, chance});
    const fanout = options.fanout ?? (await openFanout(config, chance));
    const chat = createChat({
      ...{db, dialect, fanout, log: server.log, clock, chance},
      lookEvery: options.chatLooksEvery,
    });
    closing.push(() => chat.stop());
    const context: HubContext = {
      db,
      dialect,
      config,
      clock,
      chance,
      log: server.log,
      events: createOrderFeed(db),
      outbox,
      metrics: createMetrics(),
      chat,
      ...(pauseAt && {pauseAt}),
    };
    await registerRoutes(server, context, {beatEvery: options.chatBeatsEvery});
    const address = await server.listen({host: config.host, port: config.port});
    // a port that the system chose is known only now, and nothing was asked before
    config.publicUrl = config.publicUrl.replace(/:0$/, `:${new URL(address).port}`);
    const workers = isManual
      ? []
      : [
          startOutbox(context, {outbox, carriers: createCarriers(context)}),
          startSchedule(context),
          await startBridges(context),
        ];
    const stop = async () => {
      await server.close();
      await Promise.all(workers.map(worker => worker.stop()));
      await chat.stop();
      await database.close();
    };
    return {address, context, server, stop};
  } catch (error) {
    await server.close();
    for (const close of closing) await close();
    await database.close();
    throw error;
  }
}
