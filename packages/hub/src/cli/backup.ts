import {chmod, copyFile, mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {sql} from 'kysely';
import type {Database} from '../context.js';
import {isSqliteFile, readBackupFile, writeBackupFile} from '../database/backup-file.js';
import {migrate} from '../database/migrate.js';
import {openDatabase} from '../database/open-database.js';
import type {OpenDatabase} from '../database/open-database.js';
import {readRows, writeRows} from '../database/table-rows.js';
import {CliError} from './cli-error.js';
import type {CommandCall} from './commands.js';
import {withDatabase} from './with-context.js';

/**
 * Writes a copy as of one moment, while the hub may run: a database of SQLite from SQLite, lines of JSON
 * from PostgreSQL. Either can be restored into either.
 */
export async function backup({config, args: [name], io}: CommandCall): Promise<undefined> {
  if (name === undefined) throw new CliError('Say where to: backup FILE.');
  const file = resolve(io.cwd, name);
  if (await exists(file))
    throw new CliError(`There is a file ${file} already; nothing was written.`);
  await withDatabase(config, ({db, dialect}) =>
    dialect === 'sqlite' ? copySqlite(db, file) : dumpPostgres(db, file),
  );
  io.out(`Written to ${file}`);
  return undefined;
}

/** Fills an empty database. */
export async function restore({config, args: [name], io}: CommandCall): Promise<undefined> {
  if (name === undefined) throw new CliError('Say where from: restore FILE.');
  const file = resolve(io.cwd, name);
  const isSqlite = await isSqliteFile(file);
  await withDatabase(config, async target => {
    if (isSqlite) await withCopy(file, source => fill(target, readRows(source.db)));
    else await fill(target, readBackupFile(file));
  });
  io.out(`Restored from ${file}`);
  return undefined;
}

const fill = ({db, dialect}: OpenDatabase, rows: ReturnType<typeof readRows>) =>
  writeRows(db, dialect, rows);

async function copySqlite(db: Database, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(db);
  // it holds names, addresses and hashes of secrets
  await chmod(file, 0o600);
}

async function dumpPostgres(db: Database, file: string): Promise<void> {
  const transaction = db.transaction().setIsolationLevel('repeatable read');
  await transaction.execute(trx => writeBackupFile(file, readRows(trx)));
}

/**
 * Opens a copy of a backup: an older one is brought up to date before it is read, and the backup itself
 * stays as it is.
 */
export async function withCopy<T>(
  file: string,
  work: (source: OpenDatabase) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-restore-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    await copyFile(file, copy);
    const source = await openDatabase({file: copy});
    try {
      await migrate(source.db, source.dialect);
      return await work(source);
    } finally {
      await source.close();
    }
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
