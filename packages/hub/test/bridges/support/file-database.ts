import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {migrate} from '../../../src/database/migrate.js';
import {openDatabase} from '../../../src/database/open-database.js';
import type {TestDatabase} from '../../support/databases.js';

const opened: TestDatabase[] = [];
after(async () => {
  for (const database of opened) await database.drop();
});

/** SQLite in a folder of its own, for tests of hubs where the kind of database does not matter. */
export async function fileDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-test-'));
  const place = {file: join(folder, 'hub.sqlite')};
  const database = await openDatabase(place);
  await migrate(database.db, database.dialect);
  const drop = async () => {
    await database.close();
    await rm(folder, {recursive: true, force: true});
  };
  const test = {...database, place, env: {LOCAL_HUB_DATA: folder}, drop};
  opened.push(test);
  return test;
}
