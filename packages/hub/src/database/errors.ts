const codeOf = (error: unknown): string => {
  const code = (error as {code?: unknown} | undefined)?.code;
  return typeof code === 'string' ? code : '';
};

/** Another transaction holds what this one waited for, longer than it may wait (PostgreSQL). */
export const lockedTooLong = (error: unknown) => codeOf(error) === '55P03';

/**
 * Whether the database is out of reach or too busy for the moment, so that trying again may help:
 * connections (class 08 and 57 of PostgreSQL, errors of the socket), locks, a full pool.
 */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return (
    /^(08|57P|53|40|55P03|SQLITE_BUSY|SQLITE_LOCKED|SQLITE_FULL|SQLITE_IOERR)/.test(code) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)/.test(code) ||
    (error instanceof Error &&
      /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
  );
}

/** A unique index was met; `SQLITE_CONSTRAINT_UNIQUE`, `SQLITE_CONSTRAINT_PRIMARYKEY`, 23505. */
export const isTaken = (error: unknown) =>
  /^(23505|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY))$/.test(codeOf(error));

/** Whether a text was sent that no row can hold, nor be found by: PostgreSQL has no NUL in texts (22021, 22P05). */
export const isUnkeepable = (error: unknown) => /^(22021|22P05)$/.test(codeOf(error));
