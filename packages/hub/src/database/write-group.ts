import type {ControlledTransaction} from 'kysely';
import type {Database, HubContext, HubTransaction} from '../context.js';
import type {Tables} from './tables.js';

/** What is done in a transaction. It must wait for nothing but the database: others wait for it. */
type Work<T> = (trx: HubTransaction) => Promise<T>;

export const NO_SHOP = '';

/** Writes in one transaction; what came later waits for the next, and that this one is over. */
const MOST = 32;

/**
 * Does a piece of work in a transaction that it shares with others that came in the meantime ("group
 * commit"). To wait for the disk is most of what a small transaction costs; so it is waited for once for
 * all of them. To each it is as if it had a transaction of its own:
 *
 * - it resolves once the commit is on the disk, with all others, in the order in which they came;
 * - when it throws, what it wrote is undone, and nothing of its neighbours';
 * - when the commit fails nobody's work is there, and all are told so.
 *
 * On SQLite all that is written this way forms one line. On PostgreSQL each shop has its own, because who
 * writes for a shop waits for its turn (shop-turn.ts), and so has what belongs to no shop: it must never wait
 * for a row while it holds a turn.
 *
 * @param shopId or `NO_SHOP`
 * @throws what the work throws, or why there was no commit
 */
export function writeInGroup<T>(
  {db, dialect}: Pick<HubContext, 'db' | 'dialect'>,
  shopId: string,
  work: Work<T>,
): Promise<T> {
  if (shopId !== NO_SHOP) begun.set(db, writesBegun(db) + 1);
  const lines = linesOf(db);
  const name = dialect === 'sqlite' ? '' : shopId;
  const line = lines.get(name) ?? new Line(db, () => lines.delete(name));
  lines.set(name, line);
  return line.add(work);
}

/** Whether somebody's work is under way or waits: what can wait itself lets it go first. */
export const isWriting = (db: Database): boolean => (known.get(db)?.size ?? 0) > 0;

/** How many pieces of work for a shop were ever begun: more than before means that it goes on. */
export const writesBegun = (db: Database): number => begun.get(db) ?? 0;

const begun = new WeakMap<Database, number>();
const known = new WeakMap<Database, Map<string, Line>>();

function linesOf(db: Database): Map<string, Line> {
  const lines = known.get(db) ?? new Map<string, Line>();
  known.set(db, lines);
  return lines;
}

interface Waiting {
  work: Work<unknown>;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

/** Those who wait for the next transaction. */
class Line {
  #waiting: Waiting[] = [];
  #isMoving = false;

  constructor(
    readonly db: Database,
    /** Called when nobody waits any more. */
    readonly onEmpty: () => void,
  ) {}

  add<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({work, resolve, reject});
      if (!this.#isMoving) void this.#move();
    });
  }

  async #move(): Promise<void> {
    this.#isMoving = true;
    while (this.#waiting.length > 0) {
      // with all whose requests have come in by now
      await new Promise(resolve => setImmediate(resolve));
      await writeTogether(this.db, this.#waiting.splice(0, MOST));
    }
    this.#isMoving = false;
    this.onEmpty();
  }
}

/** Never rejects: each of the group is told how it ended. */
async function writeTogether(db: Database, group: readonly Waiting[]): Promise<void> {
  let trx: ControlledTransaction<Tables> | undefined;
  const tell: (() => void)[] = [];
  try {
    trx = await db.startTransaction().execute();
    for (const waiting of group) tell.push(await attempt(trx, waiting, group.length > 1));
    await trx.commit().execute();
  } catch (error) {
    // of a connection that is gone, nothing was kept anyway
    await trx
      ?.rollback()
      .execute()
      .catch(() => undefined);
    for (const {reject} of group) reject(error);
    return;
  }
  for (const one of tell) one();
}

const SAVEPOINT = 'one_of_group';

/**
 * @returns what is to be told once the commit is done
 * @throws when what was written could not be undone alone
 */
async function attempt(
  trx: ControlledTransaction<Tables>,
  {work, resolve, reject}: Waiting,
  hasNeighbours: boolean,
): Promise<() => void> {
  if (!hasNeighbours) {
    const value = await work(trx);
    return () => resolve(value as never);
  }
  await trx.savepoint(SAVEPOINT).execute();
  try {
    const value = await work(trx);
    await trx.releaseSavepoint(SAVEPOINT as never).execute();
    return () => resolve(value as never);
  } catch (error) {
    await trx.rollbackToSavepoint(SAVEPOINT as never).execute();
    await trx.releaseSavepoint(SAVEPOINT as never).execute();
    return () => reject(error);
  }
}
