import type {HubContext} from '../../src/context.js';
import {migrate} from '../../src/database/migrate.js';
import {openDatabase} from '../../src/database/open-database.js';
import type {TestDatabase} from './databases.js';

/** A database in memory, for tests of what has nothing to do with databases. */
export async function memoryDatabase(): Promise<TestDatabase & Pick<HubContext, 'db'>> {
  const place = {file: ':memory:'};
  const database = await openDatabase(place);
  await migrate(database.db, database.dialect);
  return {...database, place, env: {}, drop: database.close};
}
