import {join} from 'node:path';
import Sqlite from 'better-sqlite3';
import {dataFolder, fillDatabase, type Engine} from './engine.js';

export function sqliteEngine(): Engine {
  const probe = new Sqlite(':memory:');
  const version = String(probe.prepare('select sqlite_version()').pluck().get());
  probe.close();
  return {
    title: `SQLite ${version}`,
    async create() {
      const {folder, drop} = await dataFolder();
      const env = {LOCAL_HUB_DATA: folder};
      await fillDatabase(env, folder);
      const file = join(folder, 'hub.sqlite');
      return {
        env,
        target: {sqlite: file},
        countOrders: () => Promise.resolve(countOrders(file)),
        drop,
      };
    },
    stop: () => Promise.resolve(),
  };
}

function countOrders(file: string): number {
  const database = new Sqlite(file, {readonly: true});
  try {
    return Number(database.prepare('select count(*) from orders').pluck().get());
  } finally {
    database.close();
  }
}
