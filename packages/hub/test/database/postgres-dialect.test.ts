import assert from 'node:assert/strict';
import {it} from 'node:test';
import {sql} from 'kysely';
import type {Database} from '../../src/context.js';
import {forEachDatabase} from '../support/databases.js';

const count = async (db: Database) =>
  (await sql<{n: number}>`select count(*) as n from words`.execute(db)).rows[0]!.n;

forEachDatabase((name, open) => {
  const skip = name === 'postgres' ? false : 'SQLite has one connection here, and isolates always';

  it('reads as of one moment where a transaction asks for it', {skip}, async () => {
    const {db} = await open({isEmpty: true});
    await sql`create table words (word text)`.execute(db);
    const counts = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async trx => {
        const before = await count(trx);
        await sql`insert into words values ('a')`.execute(db);
        return [before, await count(trx), await count(db)];
      });
    assert.deepEqual(counts, [0, 0, 1]);
  });

  it('writes nothing in a transaction that only reads', {skip}, async () => {
    const {db} = await open({isEmpty: true});
    await sql`create table words (word text)`.execute(db);
    const written = db
      .transaction()
      .setAccessMode('read only')
      .execute(trx => sql`insert into words values ('a')`.execute(trx));
    await assert.rejects(written, /read-only/);
    await sql`insert into words values ('b')`.execute(db);
    assert.equal(await count(db), 1, 'the connection is as good as before');
  });
});
