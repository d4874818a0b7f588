import assert from 'node:assert/strict';
import {it} from 'node:test';
import {Migrator} from 'kysely/migration';
import {firstTables} from '../../src/database/migrations/0001-first-tables.js';
import {isMigrated, migrate} from '../../src/database/migrate.js';
import {forEachDatabase} from '../support/databases.js';

forEachDatabase((_name, open) => {
  it('makes the tables once', async () => {
    const {db, dialect} = await open({isEmpty: true});
    assert.equal(await isMigrated(db, dialect), false);
    const all = [
      '0001-first-tables',
      '0002-chat',
      '0003-events',
      '0004-bridges',
      '0005-open-orders',
    ];
    assert.deepEqual(await migrate(db, dialect), all);
    assert.deepEqual(await migrate(db, dialect), []);
    assert.equal(await isMigrated(db, dialect), true);
  });

  it('keeps what waits to leave, and how often it was tried, when the chat comes', async () => {
    const {db, dialect} = await open({isEmpty: true});
    const first = {'0001-first-tables': firstTables(dialect)};
    const provider = {getMigrations: () => Promise.resolve(first)};
    await new Migrator({db, provider}).migrateToLatest();
    const row = {payload: '{}', attempts: 2, status: 'waiting', created_at: 1};
    await db
      .insertInto('outbox')
      .values([
        {...row, id: 'a', kind: 'webhook'},
        {...row, id: 'b', kind: 'mail'},
      ])
      .execute();
    const attempt = {endpoint_id: 'e', at: 1, duration_ms: 5};
    await db
      .insertInto('webhook_attempts')
      .values([
        {...attempt, outbox_id: 'a'},
        {...attempt, outbox_id: 'a'},
      ])
      .execute();
    assert.deepEqual(await migrate(db, dialect), [
      '0002-chat',
      '0003-events',
      '0004-bridges',
      '0005-open-orders',
    ]);
    const outbox = await db.selectFrom('outbox').select(['id', 'room_id']).orderBy('id').execute();
    assert.deepEqual(outbox, [
      {id: 'a', room_id: null},
      {id: 'b', room_id: null},
    ]);
    const ids = async () =>
      (await db.selectFrom('webhook_attempts').select('id').orderBy('id').execute()).map(
        ({id}) => id,
      );
    assert.deepEqual(await ids(), [1, 2]);
    await db
      .insertInto('outbox')
      .values({...row, id: 'c', kind: 'push'})
      .execute();
    await assert.rejects(
      db
        .insertInto('outbox')
        .values({...row, id: 'd', kind: 'pigeon'})
        .execute(),
    );
    await db
      .insertInto('webhook_attempts')
      .values({...attempt, outbox_id: 'c'})
      .execute();
    assert.deepEqual(await ids(), [1, 2, 3]);
    const lost = db.insertInto('webhook_attempts').values({...attempt, outbox_id: 'nowhere'});
    await assert.rejects(lost.execute());
    await db.deleteFrom('outbox').where('id', '=', 'a').execute();
    assert.deepEqual(await ids(), [3]);
  });
});
