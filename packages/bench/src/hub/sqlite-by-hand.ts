import Sqlite, {type Statement} from 'better-sqlite3';
import type {ByHand} from './engine.js';
import {NEW_SLOT, SLOT_COUNT, SLOT_MS, stepsOf, type OrderInstant} from './order-rows.js';

/** WAL and FULL as the hub has them: an order is on the disk before the next begins. */
export function sqliteByHand(file: string): ByHand {
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
