import type {Database, Dialect} from '../context.js';

export interface OpenDatabase {
  db: Database;
  dialect: Dialect;
  /** Writes the log of SQLite into its file and closes; ends the connections of PostgreSQL. */
  close: () => Promise<void>;
}

/** Where the data is: a file (or `:memory:`), or the address of a PostgreSQL database. */
export type DatabasePlace = {file: string} | {url: string; poolSize?: number};

/** @throws DatabaseError with a sentence: too old, damaged, out of reach. */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  // of the two drivers only the one that is needed is loaded
  if ('file' in place) return (await import('./open-sqlite.js')).openSqlite(place.file);
  const {openPostgres} = await import('./open-postgres.js');
  return openPostgres(place.url, place.poolSize ?? 10);
}
