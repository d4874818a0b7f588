import type {FastifyBaseLogger} from 'fastify';
import type {Chance, Clock} from '../chance-and-clock.js';
import type {Database, Dialect} from '../context.js';
import {HubSecrets} from './abuse/hub-secrets.js';
import {MemoryLimits} from './abuse/limits.js';
import type {Fanout} from './fanout/fanout.js';
import {ChatFeed} from './stream/chat-feed.js';

/** What all rooms of one process share. */
export interface Chat {
  /** Tells all processes what was committed. */
  fanout: Fanout;
  /** Who listens here, and to what. */
  feed: ChatFeed;
  /** Of this process. */
  limits: MemoryLimits;
  secrets: HubSecrets;
  stop(): Promise<void>;
}

export interface ChatOptions {
  db: Database;
  dialect: Dialect;
  fanout: Fanout;
  clock: Clock;
  chance: Chance;
  log: FastifyBaseLogger;
  /** Milliseconds between two looks for what no announcement told of. */
  lookEvery?: number | undefined;
}

/**
 * On PostgreSQL announcements are lost only when a line breaks. On SQLite another process is found by
 * looking alone.
 */
const LOOK_EVERY: Readonly<Record<Dialect, number>> = {postgres: 3000, sqlite: 1000};

export function createChat(options: ChatOptions): Chat {
  const {db, dialect, fanout, clock, chance, log, lookEvery} = options;
  const feed = new ChatFeed({db, fanout, log, lookEvery: lookEvery ?? LOOK_EVERY[dialect]});
  return {
    fanout,
    feed,
    limits: new MemoryLimits(clock),
    secrets: new HubSecrets(db, chance),
    async stop() {
      feed.stop();
      await fanout.stop();
    },
  };
}
