import type {FastifyBaseLogger} from 'fastify';
import {createChat} from '../chat/create-chat.js';
import {LocalFanout} from '../chat/fanout/local-fanout.js';
import {systemChance, systemClock} from '../chance-and-clock.js';
import type {HubConfig} from '../config/hub-config.js';
import type {HubContext} from '../context.js';
import {migrate} from '../database/migrate.js';
import {openDatabase} from '../database/open-database.js';
import type {OpenDatabase} from '../database/open-database.js';
import {databasePlace} from '../hub.js';
import {createMetrics} from '../metrics/metrics.js';
import {createOrderFeed} from '../orders/order-feed.js';
import {createOutbox} from '../outbox/create-outbox.js';

/** Opens the database of the settings, up to date, for as long as the work takes. */
export async function withDatabase<T>(
  config: HubConfig,
  work: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(databasePlace(config));
  try {
    await migrate(database.db, database.dialect);
    return await work(database);
  } finally {
    await database.close();
  }
}

/**
 * What the rooms of the hub need, without a server. What they put into the outbox is sent by the hub that
 * runs, or by the next one.
 */
export function withContext<T>(
  config: HubConfig,
  work: (context: HubContext) => Promise<T>,
): Promise<T> {
  const [clock, chance] = [systemClock, systemChance];
  return withDatabase(config, async ({db, dialect}) => {
    const events = createOrderFeed(db, 0);
    const outbox = createOutbox({clock, chance});
    const metrics = createMetrics({withProcess: false});
    const fanout = new LocalFanout();
    const chat = createChat({db, dialect, fanout, log: SILENT, clock, chance, lookEvery: 0});
    return work({db, dialect, config, clock, chance, log: SILENT, events, outbox, metrics, chat});
  });
}

const nothing = () => undefined;

const SILENT: FastifyBaseLogger = {
  level: 'silent',
  fatal: nothing,
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  trace: nothing,
  silent: nothing,
  child: () => SILENT,
};
