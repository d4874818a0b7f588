import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {sql} from 'kysely';
import {DatabaseError} from '../../src/database/database-error.js';
import {openDatabase} from '../../src/database/open-database.js';
import {forEachDatabase} from '../support/databases.js';
import {addShop, NOW} from '../support/fixtures.js';

const folder = await mkdtemp(join(tmpdir(), 'hub-open-'));
after(() => rm(folder, {recursive: true, force: true}));

const isRefused = async (work: Promise<unknown>) =>
  work.then(
    () => false,
    () => true,
  );

forEachDatabase((_name, open) => {
  it('holds a slot to its capacity and a stock above nothing, whoever writes', async () => {
    const {db} = await open();
    await addShop(db);
    const slot = {
      shop_id: 'fournil',
      mode: 'collect',
      starts_at: NOW.getTime(),
      ends_at: NOW.getTime() + 1,
      capacity_orders: 1,
      capacity_items: null,
      taken_orders: 1,
      taken_items: 5,
    };
    await db.insertInto('slots').values(slot).execute();
    const set = (values: object) => db.updateTable('slots').set(values).execute();
    assert.ok(await isRefused(set({taken_orders: 2})));
    assert.ok(await isRefused(set({capacity_items: 4})));
    assert.ok(await isRefused(set({taken_orders: -1})));
    assert.ok(await isRefused(set({mode: 'teleport'})));
    const products = db.updateTable('products').set({stock: -1}).where('id', '=', 'tarte');
    assert.ok(await isRefused(products.execute()));
    const lost = db.insertInto('slots').values({...slot, shop_id: 'nobody'});
    assert.ok(await isRefused(lost.execute()));
  });

  it('keeps instants and cents as numbers', async () => {
    const {db} = await open();
    await addShop(db);
    const row = await db.selectFrom('shops').selectAll().executeTakeFirstOrThrow();
    assert.equal(row.created_at, NOW.getTime());
    const {total} = await db
      .selectFrom('products')
      .select(eb => eb.fn.sum<number>('stock').as('total'))
      .executeTakeFirstOrThrow();
    assert.equal(total, 55);
  });

  it('undoes a transaction that fails', async () => {
    const {db} = await open();
    await addShop(db);
    const failing = db.transaction().execute(async trx => {
      await trx.deleteFrom('products').execute();
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    assert.equal((await db.selectFrom('products').select('id').execute()).length, 4);
  });
});

describe('SQLite', () => {
  it('writes each commit to the disk, in WAL, with foreign keys', async () => {
    const database = await openDatabase({file: join(folder, 'modes.sqlite')});
    const pragma = async (name: string) => {
      const {rows} = await sql`select * from ${sql.raw(`pragma_${name}`)}`.execute(database.db);
      return Object.values(rows[0] as object)[0] as unknown;
    };
    assert.equal(await pragma('journal_mode'), 'wal');
    assert.equal(await pragma('synchronous'), 2);
    assert.equal(await pragma('foreign_keys'), 1);
    await database.close();
  });

  it('waits for the writer of another connection, without blocking this one', async () => {
    const place = {file: join(folder, 'two.sqlite')};
    const [one, two] = [await openDatabase(place), await openDatabase(place)];
    await sql`create table t (n integer) strict`.execute(one.db);
    let goOn = () => {};
    const paused = new Promise<void>(resolve => (goOn = resolve));
    let isInside = () => {};
    const inside = new Promise<void>(resolve => (isInside = resolve));
    const first = one.db.transaction().execute(async trx => {
      await sql`insert into t values (1)`.execute(trx);
      isInside();
      await paused;
    });
    await inside;
    const order: string[] = [];
    const second = two.db
      .transaction()
      .execute(trx => sql`insert into t values (2)`.execute(trx))
      .then(() => order.push('second'));
    // reading goes on meanwhile: this would never come if the wait blocked the process
    setTimeout(() => {
      order.push('first');
      goOn();
    }, 0);
    await Promise.all([first, second]);
    assert.deepEqual(order, ['first', 'second']);
    await one.close();
    await two.close();
  });

  it('refuses a file that is damaged, or none of its own', async () => {
    const file = join(folder, 'letter.sqlite');
    await writeFile(file, 'Dear hub, this is not a database at all.'.repeat(100));
    await assert.rejects(openDatabase({file}), /letter\.sqlite cannot be opened: file is not a/);
  });
});

describe('PostgreSQL', () => {
  it('tells in a sentence that it cannot be reached, without the password', async () => {
    const url = 'postgres://hub:hunter2@127.0.0.1:1/hub';
    await assert.rejects(openDatabase({url}), (error: unknown) => {
      assert.ok(error instanceof DatabaseError);
      assert.match(error.message, /^PostgreSQL at postgres:\/\/hub@127\.0\.0\.1:1\/hub cannot be/);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    });
  });
});
