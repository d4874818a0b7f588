import assert from 'node:assert/strict';
import {it} from 'node:test';
import {sql} from 'kysely';
import type {CompiledQuery} from 'kysely';
import type {HubTransaction} from '../../src/context.js';
import {runTogether} from '../../src/database/batch.js';
import {runSteps} from '../../src/database/write-steps.js';
import {forEachDatabase} from '../support/databases.js';

const into = (trx: HubTransaction, word: string): CompiledQuery =>
  sql`insert into words values (${word}) on conflict do nothing`.compile(trx);

const fail = (message: string) => () => Promise.reject(new Error(message));

forEachDatabase((_name, open) => {
  const start = async () => {
    const {db} = await open({isEmpty: true});
    await sql`create table words (word text primary key)`.execute(db);
    const count = async () =>
      (await sql<{n: number}>`select count(*) as n from words`.execute(db)).rows[0]!.n;
    return {db, count};
  };

  it('runs all of them, in their order', async () => {
    const {db, count} = await start();
    await db.transaction().execute(async trx => {
      await runSteps(
        trx,
        ['a', 'b', 'a'].map(word => ({query: into(trx, word)})),
      );
    });
    assert.equal(await count(), 2);
  });

  it('throws what the first says that has changed nothing', async () => {
    const {db, count} = await start();
    const written = db
      .transaction()
      .execute(trx =>
        runSteps(trx, [
          {query: into(trx, 'a'), orElse: fail('no a')},
          {query: into(trx, 'a'), orElse: fail('no second a')},
          {query: into(trx, 'a'), orElse: fail('no third a')},
          {query: into(trx, 'b')},
        ]),
      );
    await assert.rejects(written, /no second a/);
    assert.equal(await count(), 0);
  });

  it('tells why a statement failed, and not what follows from that', async () => {
    const {db, count} = await start();
    const written = db
      .transaction()
      .execute(trx =>
        runSteps(trx, [
          {query: into(trx, 'a')},
          {query: sql`insert into nowhere values (1)`.compile(trx)},
          {query: into(trx, 'b'), orElse: fail('no b')},
        ]),
      );
    await assert.rejects(written, /nowhere/);
    assert.equal(await count(), 0);
    await db.transaction().execute(trx => runSteps(trx, [{query: into(trx, 'c')}]));
    assert.equal(await count(), 1, 'the connection is as good as before');
  });

  it('gives the rows of each statement of a batch', async () => {
    const {db} = await start();
    const results = await db
      .transaction()
      .execute(trx =>
        runTogether(trx, [
          into(trx, 'a'),
          sql<{word: string}>`select word from words`.compile(trx),
          sql<{one: string}>`select 'x' as one where 1 = 0`.compile(trx),
        ]),
      );
    assert.equal(results[0].numAffectedRows, 1n);
    assert.deepEqual(results[1].rows, [{word: 'a'}]);
    assert.deepEqual(results[2].rows, []);
  });
});
