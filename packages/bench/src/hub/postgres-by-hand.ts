import pg from 'pg';
import type {ByHand} from './engine.js';
import {NEW_SLOT, SLOT_COUNT, SLOT_MS, numbered, stepsOf, type Step} from './order-rows.js';
import {SHOP_ID} from './shop.js';

/** Connections of the hub's own pool. */
const POOL_SIZE = 10;

/** Prepared once on each connection, under a name of its own. */
class Statements {
  readonly #known = new Map<string, {name: string; text: string}>();

  of(sql: string): {name: string; text: string} {
    const known = this.#known.get(sql) ?? {name: `s${this.#known.size}`, text: numbered(sql)};
    this.#known.set(sql, known);
    return known;
  }
}

/**
 * The turn of a shop, which the hub takes before it writes the event so that readers of the desk's stream
 * miss none: the same promise by hand.
 */
const TURN = `select pg_advisory_xact_lock(hashtext('${SHOP_ID}'))`;

export async function postgresByHand(url: string): Promise<ByHand> {
  const pool = new pg.Pool({connectionString: url, max: POOL_SIZE});
  const statements = new Statements();
  const run = async (client: pg.PoolClient, {sql, values, mustChange}: Step): Promise<void> => {
    const {rowCount} = await client.query({...statements.of(sql), values: [...values]});
    if (mustChange && rowCount !== 1) throw new Error(`Nothing was changed by: ${sql}`);
  };
  const start = Math.ceil(Date.now() / SLOT_MS + 20) * SLOT_MS;
  for (let at = 0; at < SLOT_COUNT; at++) {
    const slot = [start + at * SLOT_MS, start + (at + 1) * SLOT_MS];
    await pool.query(numbered(NEW_SLOT), slot);
  }
  const place = async (number: number): Promise<void> => {
    const instant = {now: Date.now(), slotStart: start + (number % SLOT_COUNT) * SLOT_MS};
    const steps = stepsOf(number, instant);
    const event = steps.pop()!;
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const step of steps) await run(client, step);
      await run(client, {sql: TURN, values: []});
      await run(client, event);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
  return {place, close: () => pool.end()};
}
