import type {FastifyBaseLogger} from 'fastify';
import type {Kysely, Transaction} from 'kysely';
import type {Chance, Clock} from './chance-and-clock.js';
import type {Chat} from './chat/create-chat.js';
import type {HubConfig} from './config/hub-config.js';
import type {Tables} from './database/tables.js';
import type {Metrics} from './metrics/metrics.js';
import type {OrderFeed} from './orders/order-feed.js';
import type {OutboxMessage, Writer} from './outbox/outbox.js';

export type Dialect = 'sqlite' | 'postgres';
export type Database = Kysely<Tables>;
export type HubTransaction = Transaction<Tables>;

/** What every room of the hub is given. Nothing else holds state. */
export interface HubContext {
  db: Database;
  dialect: Dialect;
  config: HubConfig;
  clock: Clock;
  chance: Chance;
  log: FastifyBaseLogger;
  /** Tells who listens (the desk) that orders of a shop changed. */
  events: OrderFeed;
  outbox: Outbox;
  metrics: Metrics;
  /** What the rooms of visitors share: who listens, and who is told. */
  chat: Chat;
  /** Of a test: called inside the transaction of an order, at a named point. */
  pauseAt?: (point: PausePoint) => Promise<void>;
}

/** Where a test may hold the transaction of an order: before anything is taken, and before it is kept. */
export type PausePoint = 'before-reserve' | 'before-commit';

/** The only way out of the hub: rows written in the transaction of what they tell. */
export interface Outbox {
  enqueue(trx: Writer, message: OutboxMessage): Promise<void>;
  /** Something was committed: deliver soon rather than at the next round. */
  wake(): void;
}
