import {join} from 'node:path';
import Sqlite, {type Statement} from 'better-sqlite3';
import {dataFolder, fillDatabase, type ByHand, type Engine} from './engine.js';
import {NEW_SLOT, SLOT_COUNT, SLOT_MS, stepsOf, type OrderInstant} from './order-rows.js';

export function sqliteEngine(): Engine {
  const probe = new Sqlite(':memory:');
  const version = String(probe.prepare('select sqlite_version()').pluck().get());
  probe.close();
  return {
    title: `SQLite ${version}`,
    async create() {
      const {folder, drop} = await dataFolder();
      const env = {LOCAL_HUB_DATA: folder};
      await fillDatabase(env, folder);
      const file = join(folder, 'hub.sqlite');
      return {
        env,
        byHand: () => Promise.resolve(byHand(file)),
        countOrders: () => Promise.resolve(countOrders(file)),
        drop,
      };
    },
    stop: () => Promise.resolve(),
  };
}

/** WAL and FULL as the hub has them: an order is on the disk before the next begins. */
function byHand(file: string): ByHand {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  const statements = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const kept = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, kept);
    return kept;
  };
  const start = Math.ceil(Date.now() / SLOT_MS + 20) * SLOT_MS;
  for (let at = 0; at < SLOT_COUNT; at++) {
    prepare(NEW_SLOT).run(start + at * SLOT_MS, start + (at + 1) * SLOT_MS);
  }
  const write = database.transaction((number: number, instant: OrderInstant) => {
    for (const {sql, values, mustChange} of stepsOf(number, instant)) {
      const {changes} = prepare(sql).run(...values);
      if (mustChange && changes !== 1) throw new Error(`Nothing was changed by: ${sql}`);
    }
  });
  return {
    place: number => {
      const instant = {now: Date.now(), slotStart: start + (number % SLOT_COUNT) * SLOT_MS};
      write.immediate(number, instant);
      return Promise.resolve();
    },
    close: () => Promise.resolve(void database.close()),
  };
}

function countOrders(file: string): number {
  const database = new Sqlite(file, {readonly: true});
  try {
    return Number(database.prepare('select count(*) from orders').pluck().get());
  } finally {
    database.close();
  }
}
