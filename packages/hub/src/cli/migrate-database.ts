import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {sql} from 'kysely';
import {DatabaseError} from '../database/database-error.js';
import {migrate} from '../database/migrate.js';
import {openDatabase} from '../database/open-database.js';
import type {OpenDatabase} from '../database/open-database.js';
import {TABLE_NAMES} from '../database/table-names.js';
import {readRows, sumTables, writeRows} from '../database/table-rows.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import {withCopy} from './backup.js';
import {withDatabase} from './with-context.js';

/** Brings the tables up to date; with `--to`, copies everything to another database and compares. */
export async function migrateDatabase({config, options: {to}, io}: CommandCall) {
  return withDatabase(config, async source => {
    if (to === undefined) {
      io.out('The database is up to date.');
      return undefined;
    }
    if (!/^postgres(ql)?:\/\//.test(to)) {
      throw new CliError('Write the new address like postgres://user:password@host/database.');
    }
    const target = await openDatabase({url: to});
    try {
      await migrate(target.db, target.dialect);
      await withSnapshot(source, frozen => copyAll(frozen, target, io.out));
    } finally {
      await target.close();
    }
    io.out('All rows are there. Start the hub with DATABASE_URL set to the new address.');
    return undefined;
  });
}

/** As of one moment: a hub that still runs adds nothing to it. */
async function withSnapshot(
  source: OpenDatabase,
  work: (frozen: OpenDatabase) => Promise<void>,
): Promise<void> {
  if (source.dialect === 'postgres') {
    const transaction = source.db.transaction().setIsolationLevel('repeatable read');
    await transaction.execute(db => work({...source, db}));
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'hub-migrate-'));
  try {
    const file = join(folder, 'snapshot.sqlite');
    await sql`vacuum into ${file}`.execute(source.db);
    await withCopy(file, work);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** @throws DatabaseError when what was written is not what was read */
async function copyAll(
  source: OpenDatabase,
  target: OpenDatabase,
  out: (line: string) => void,
): Promise<void> {
  await writeRows(target.db, target.dialect, readRows(source.db));
  const [before, after] = [
    await sumTables(readRows(source.db)),
    await sumTables(readRows(target.db)),
  ];
  for (const table of TABLE_NAMES) out(`${table}: ${after[table].count} rows`);
  const wrong = TABLE_NAMES.filter(table => !isDeepStrictEqual(before[table], after[table]));
  if (wrong.length > 0) {
    throw new DatabaseError(`Not the same after copying: ${wrong.join(', ')}. Keep the old one.`);
  }
}
