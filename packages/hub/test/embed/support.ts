import {after} from 'node:test';
import {memoryDatabase} from '../support/memory.js';
import {testHub, type TestHub, type TestHubOptions} from '../support/test-hub.js';

const databases: {drop(): Promise<void>}[] = [];

/** A hub with the shop `fournil`, at https://hub.example; gone after the tests of the file. */
export async function hubOf(options: TestHubOptions = {}): Promise<TestHub> {
  const database = await memoryDatabase();
  databases.push(database);
  return testHub(database, options);
}

after(async () => {
  for (const database of databases.splice(0)) await database.drop();
});
