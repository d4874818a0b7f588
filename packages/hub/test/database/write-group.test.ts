import assert from 'node:assert/strict';
import {it} from 'node:test';
import {sql} from 'kysely';
import type {Database, HubTransaction} from '../../src/context.js';
import {isWriting, writeInGroup} from '../../src/database/write-group.js';
import {forEachDatabase} from '../support/databases.js';
import type {TestDatabase} from '../support/databases.js';

const SHOP = 'fournil';

/** A table that takes what the tests write, and one whose broken references are found at the commit. */
async function makeTables(db: Database): Promise<void> {
  await sql`create table words (word text primary key)`.execute(db);
  await sql`create table echoes (word text references words(word) deferrable initially deferred)`.execute(
    db,
  );
}

const write = (word: string) => async (trx: HubTransaction) => {
  await sql`insert into words values (${word})`.execute(trx);
  return word;
};

async function wordsIn(db: Database): Promise<string[]> {
  const {rows} = await sql<{word: string}>`select word from words order by word`.execute(db);
  return rows.map(({word}) => word);
}

forEachDatabase((name, open) => {
  const start = async (): Promise<TestDatabase> => {
    const database = await open({isEmpty: true});
    await makeTables(database.db);
    return database;
  };

  it('writes what waits at the same moment in one transaction', async () => {
    const database = await start();
    const seen: HubTransaction[] = [];
    const works = ['a', 'b', 'c'].map(word =>
      writeInGroup(database, SHOP, trx => {
        seen.push(trx);
        return write(word)(trx);
      }),
    );
    assert.equal(isWriting(database.db), true);
    assert.deepEqual(await Promise.all(works), ['a', 'b', 'c']);
    assert.equal(new Set(seen).size, 1);
    assert.deepEqual(await wordsIn(database.db), ['a', 'b', 'c']);
    await writeInGroup(database, SHOP, write('d'));
    assert.deepEqual(await wordsIn(database.db), ['a', 'b', 'c', 'd']);
    assert.equal(isWriting(database.db), false);
  });

  it('writes any number of them, and answers in the order in which they came', async () => {
    const database = await start();
    const names = Array.from({length: 100}, (_, at) => `w${String(at).padStart(3, '0')}`);
    const answered: string[] = [];
    await Promise.all(
      names.map(async word => answered.push(await writeInGroup(database, SHOP, write(word)))),
    );
    assert.deepEqual(answered, names);
    assert.deepEqual(await wordsIn(database.db), names);
  });

  it('tells nobody before the commit', async () => {
    const database = await start();
    let isAnswered = false;
    let seen: string[] | undefined;
    const first = writeInGroup(database, SHOP, write('a')).then(() => (isAnswered = true));
    const second = writeInGroup(database, SHOP, async trx => {
      await write('b')(trx);
      await new Promise(resolve => setImmediate(resolve));
      assert.equal(isAnswered, false, 'the first is still waiting');
      seen = name === 'postgres' ? await wordsIn(database.db) : [];
    });
    await Promise.all([first, second]);
    assert.deepEqual(seen, []);
  });

  it('undoes what one has written that fails, and nothing of its neighbours', async () => {
    const database = await start();
    const works = [
      writeInGroup(database, SHOP, write('a')),
      writeInGroup(database, SHOP, async trx => {
        await write('b')(trx);
        throw new Error('thought better of it');
      }),
      // fails in the database, which on PostgreSQL fails the transaction up to the savepoint
      writeInGroup(database, SHOP, write('a')),
      writeInGroup(database, SHOP, write('c')),
    ];
    const ends = await Promise.allSettled(works);
    assert.deepEqual(
      ends.map(({status}) => status),
      ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
    );
    assert.match(String((ends[1] as PromiseRejectedResult).reason), /thought better/);
    assert.match(String((ends[2] as PromiseRejectedResult).reason), /unique/i);
    assert.deepEqual(await wordsIn(database.db), ['a', 'c']);
  });

  it('undoes what one has written that fails alone', async () => {
    const database = await start();
    const alone = writeInGroup(database, SHOP, async trx => {
      await write('a')(trx);
      throw new Error('thought better of it');
    });
    await assert.rejects(alone, /thought better/);
    assert.deepEqual(await wordsIn(database.db), []);
  });

  it('tells everybody when the commit fails, also those who were refused before', async () => {
    const database = await start();
    const ends = await Promise.allSettled([
      writeInGroup(database, SHOP, write('a')),
      writeInGroup(database, SHOP, trx => sql`insert into echoes values ('x')`.execute(trx)),
      writeInGroup(database, SHOP, () => Promise.reject(new Error('refused'))),
      writeInGroup(database, SHOP, write('b')),
    ]);
    for (const end of ends) {
      assert.equal(end.status, 'rejected');
      assert.match(String(end.reason), /foreign key/i);
    }
    assert.deepEqual(await wordsIn(database.db), []);
    await writeInGroup(database, SHOP, write('c'));
    assert.deepEqual(await wordsIn(database.db), ['c'], 'the next are not held up');
  });

  it('keeps the lines of shops apart, and lets those of one wait', async () => {
    const database = await start();
    let goOn = () => {};
    const held = new Promise<void>(resolve => (goOn = resolve));
    const first = writeInGroup(database, SHOP, async trx => {
      await write('a')(trx);
      await held;
    });
    const other = writeInGroup(database, 'ferme', write('b'));
    const next = writeInGroup(database, SHOP, write('c'));
    if (name === 'postgres') {
      await other;
      assert.deepEqual(await wordsIn(database.db), ['b']);
    }
    goOn();
    await Promise.all([first, other, next]);
    assert.deepEqual(await wordsIn(database.db), ['a', 'b', 'c']);
  });

  if (name === 'postgres') {
    it('tells everybody when the connection is gone, and takes another', async () => {
      const database = await start();
      const ends = await Promise.allSettled([
        writeInGroup(database, SHOP, write('a')),
        writeInGroup(database, SHOP, async trx => {
          const {rows} = await sql<{id: number}>`select pg_backend_pid() as id`.execute(trx);
          await sql`select pg_terminate_backend(${rows[0]!.id})`.execute(database.db);
          return write('b')(trx);
        }),
        writeInGroup(database, SHOP, write('c')),
      ]);
      assert.deepEqual(
        ends.map(({status}) => status),
        ['rejected', 'rejected', 'rejected'],
      );
      assert.equal(await writeInGroup(database, SHOP, write('d')), 'd');
      assert.deepEqual(await wordsIn(database.db), ['d']);
    });
  }
});
