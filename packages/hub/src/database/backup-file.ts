import {createReadStream, createWriteStream} from 'node:fs';
import {open} from 'node:fs/promises';
import {createInterface} from 'node:readline';
import {finished} from 'node:stream/promises';
import {DatabaseError} from './database-error.js';
import {TABLE_NAMES} from './table-names.js';
import type {Row, TableRow} from './table-rows.js';

/**
 * The portable form of a backup: one JSON value a line. First what it is, then `[table, row]`, last the
 * number of rows, without which the file is not whole.
 */
interface Head {
  format: 'local-widgets-hub';
  /** Counts up when rows change their shape. */
  version: 1;
}

const HEAD: Head = {format: 'local-widgets-hub', version: 1};

/** @throws the error of the file system, EEXIST among them: no backup is written over */
export async function writeBackupFile(
  file: string,
  rows: AsyncIterable<TableRow>,
): Promise<number> {
  const stream = createWriteStream(file, {flags: 'wx', mode: 0o600, flush: true});
  let count = 0;
  const write = async (value: unknown) => {
    if (stream.write(`${JSON.stringify(value)}\n`)) return;
    await new Promise<void>((resolve, reject) => {
      stream.once('drain', resolve);
      stream.once('error', reject);
    });
  };
  const done = finished(stream);
  // told by the writes, or at the end
  done.catch(() => undefined);
  await write(HEAD);
  for await (const {table, row} of rows) {
    await write([table, row]);
    count++;
  }
  await write({rows: count});
  stream.end();
  await done;
  return count;
}

/** @throws DatabaseError when it is not such a file, or not whole */
export async function* readBackupFile(file: string): AsyncGenerator<TableRow> {
  const lines = createInterface({input: createReadStream(file), crlfDelay: Infinity});
  let count = -1;
  let isWhole = false;
  for await (const line of lines) {
    const value = parse(line);
    if (count < 0) {
      const {format, version} = value as Partial<Head>;
      if (format !== HEAD.format || version !== HEAD.version) throw notOurs(file);
    } else if (Array.isArray(value)) {
      yield toRow(value, file);
    } else {
      isWhole = (value as {rows?: unknown}).rows === count;
      break;
    }
    count++;
  }
  if (!isWhole) throw new DatabaseError(`The backup ${file} is not whole: nothing was restored.`);
}

function parse(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function toRow([table, row]: unknown[], file: string): TableRow {
  const name = TABLE_NAMES.find(known => known === table);
  if (!name || typeof row !== 'object' || row === null) throw notOurs(file);
  return {table: name, row: row as Row};
}

const notOurs = (file: string) => new DatabaseError(`${file} is no backup of this hub.`);

const SQLITE_HEAD = 'SQLite format 3\0';

/** Whether a file is a database of SQLite. @throws DatabaseError when it cannot be read */
export async function isSqliteFile(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const {buffer} = await handle.read(
        Buffer.alloc(SQLITE_HEAD.length),
        0,
        SQLITE_HEAD.length,
        0,
      );
      return buffer.toString('latin1') === SQLITE_HEAD;
    } finally {
      await handle.close();
    }
  } catch {
    throw new DatabaseError(`The file ${file} cannot be read.`);
  }
}
