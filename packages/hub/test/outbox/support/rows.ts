import type {Database} from '../../../src/context.js';
import type {OutboxRow} from '../../../src/outbox/claim.js';
import {memoryDatabase} from '../../support/memory.js';
import {NOW, testChance, testClock} from '../../support/fixtures.js';

const at = NOW.getTime();

/** A mail to one address, due now and not tried yet. */
export function mailRow(changes: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id: 'mail-1',
    kind: 'mail',
    shop_id: null,
    order_id: null,
    registration_id: null,
    endpoint_id: null,
    room_id: null,
    payload: '{"template":"sign-in","to":"anne@example.org"}',
    attempts: 0,
    due_at: at,
    status: 'waiting',
    last_error: null,
    created_at: at,
    sent_at: null,
    ...changes,
  };
}

/** What is in the outbox, by id. */
export const rowsOf = (db: Database): Promise<OutboxRow[]> =>
  db.selectFrom('outbox').selectAll().orderBy('id').execute();

/** An outbox in memory that holds these rows. */
export async function outboxWith(...rows: readonly Partial<OutboxRow>[]) {
  const database = await memoryDatabase();
  const {db, dialect} = database;
  for (const row of rows) await db.insertInto('outbox').values(mailRow(row)).execute();
  const context = {db, dialect, clock: testClock(), chance: testChance()};
  return {...context, context, rows: () => rowsOf(db)};
}
