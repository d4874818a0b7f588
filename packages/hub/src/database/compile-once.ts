import type {Compilable, CompiledQuery, DialectAdapter} from 'kysely';
import type {Database} from '../context.js';

/** What a column takes; told apart from the marks that stand for it while a query is built. */
type Value = string | number | null;
type Values<V> = {[name in keyof V]: Value};

/** A query whose text is made once, and whose values come with each use. */
export interface OnceCompiled<V extends Values<V>, O> {
  /** The query with its values, to be sent with others. */
  with(db: Database, values: V): CompiledQuery<O>;
  /** Sends it. @returns its rows */
  run(db: Database, values: V): Promise<O[]>;
}

/** A query that PostgreSQL keeps prepared under its name; it must name its columns, not `*`. */
export interface NamedQuery<O = unknown> extends CompiledQuery<O> {
  readonly name: string;
}

let queries = 0;

/**
 * Builds and compiles a query at its first use on a database, and never again: to build one costs several
 * times what SQLite needs to answer it.
 *
 * @param build is given a mark in place of each value: what it builds must not depend on one. Columns must
 *   be named (PostgreSQL refuses a prepared `*` once a column was added)
 * @example
 * const shopOf = compileOnce((db, {id}: {id: string}) =>
 *   db.selectFrom('orders').select('shop_id').where('id', '=', id),
 * );
 * const [row] = await shopOf.run(trx, {id});
 */
export function compileOnce<V extends Values<V>, O>(
  build: (db: Database, values: V) => Compilable<O>,
): OnceCompiled<V, O> {
  const name = `q${++queries}`;
  // one text for each kind of database; a transaction has the adapter of its database
  const texts = new WeakMap<DialectAdapter, CompiledQuery<O>>();

  const withValues = (db: Database, values: V): NamedQuery<O> => {
    const {adapter} = db.getExecutor();
    let text = texts.get(adapter);
    if (text === undefined) texts.set(adapter, (text = build(db, marks as V).compile()));
    const parameters = text.parameters.map(parameter =>
      parameter instanceof Mark ? values[parameter.name as keyof V] : parameter,
    );
    return {sql: text.sql, query: text.query, queryId: text.queryId, parameters, name};
  };
  return {
    with: withValues,
    run: async (db, values) => (await db.executeQuery<O>(withValues(db, values))).rows,
  };
}

/** Stands for the value of a name while a query is built. */
class Mark {
  constructor(readonly name: string) {}
}

/** A mark for each name that is asked for. */
const marks = new Proxy({}, {get: (_target, name) => new Mark(String(name))});
