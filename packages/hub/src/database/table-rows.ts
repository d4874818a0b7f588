import {createHash} from 'node:crypto';
import {sql} from 'kysely';
import type {Database, Dialect} from '../context.js';
import {DatabaseError} from './database-error.js';
import {TABLE_KEYS, TABLE_NAMES} from './table-names.js';
import type {TableName} from './table-names.js';

/** A row as JSON has it: text, whole numbers, null. */
export type Row = Record<string, string | number | null>;

export interface TableRow {
  table: TableName;
  row: Row;
}

/** Rows read or written at once. */
const PAGE = 200;

/** Every row of every table, tables in the order in which they can be filled again. */
export async function* readRows(db: Database): AsyncGenerator<TableRow> {
  for (const table of TABLE_NAMES) {
    for (let offset = 0; ; offset += PAGE) {
      let page = db.selectFrom(table as 'shops').selectAll();
      for (const column of TABLE_KEYS[table]) page = page.orderBy(column as 'id');
      const rows = (await page.limit(PAGE).offset(offset).execute()) as unknown as Row[];
      for (const row of rows) yield {table, row};
      if (rows.length < PAGE) break;
    }
  }
}

/**
 * Fills empty tables; all rows or none.
 *
 * @throws DatabaseError when there is data already
 */
export async function writeRows(
  db: Database,
  dialect: Dialect,
  rows: AsyncIterable<TableRow>,
): Promise<void> {
  await db.transaction().execute(async trx => {
    await refuseData(trx);
    let waiting: Row[] = [];
    let at: TableName | undefined;
    const flush = async () => {
      if (at !== undefined && waiting.length > 0) {
        await trx
          .insertInto(at as 'shops')
          .values(waiting as never)
          .execute();
      }
      waiting = [];
    };
    for await (const {table, row} of rows) {
      if (table !== at || waiting.length === PAGE) await flush();
      at = table;
      waiting.push(row);
    }
    await flush();
    if (dialect === 'postgres') await raiseCounters(trx);
  });
}

async function refuseData(db: Database): Promise<void> {
  for (const table of TABLE_NAMES) {
    const row = await db.selectFrom(table).select(sql.lit(1).as('one')).limit(1).executeTakeFirst();
    if (row) {
      throw new DatabaseError(
        'The database has data already: nothing was written. Take an empty one (another data ' +
          'folder, another DATABASE_URL).',
      );
    }
  }
}

/** Tables whose ids the database counts. */
const COUNTED = [
  'order_events',
  'webhook_attempts',
  'retention_runs',
  'chat_audit',
  'chat_answers',
  'event_history',
] as const;

/** PostgreSQL counts apart from the rows: its next number must come after those that were written. */
async function raiseCounters(db: Database): Promise<void> {
  for (const table of COUNTED) {
    const ref = sql.table(table);
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'),
      (select coalesce(max(id), 0) + 1 from ${ref}), false)`.execute(db);
  }
}

/** How many rows a table has, and a sum over all that is in them, whatever their order. */
export interface TableSum {
  count: number;
  sum: string;
}

/** Sums as SHA-256 of each row, put together by exclusive or: the same on both engines. */
export async function sumTables(
  rows: AsyncIterable<TableRow>,
): Promise<Record<TableName, TableSum>> {
  const sums = new Map(TABLE_NAMES.map(table => [table, {count: 0, bytes: Buffer.alloc(32)}]));
  for await (const {table, row} of rows) {
    const sum = sums.get(table)!;
    const ordered = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
    const digest = createHash('sha256').update(JSON.stringify(ordered)).digest();
    sum.count++;
    for (const [at, byte] of digest.entries()) sum.bytes[at]! ^= byte;
  }
  const entries = [...sums].map(([table, {count, bytes}]) => [
    table,
    {count, sum: bytes.toString('hex')},
  ]);
  return Object.fromEntries(entries) as Record<TableName, TableSum>;
}
