import {sql} from 'kysely';
import type {ColumnDefinitionBuilder, CreateTableBuilder, Kysely} from 'kysely';
import type {Dialect} from '../../context.js';

type Build = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;

/** The few kinds of column that both engines have under their own names. */
export interface ColumnKinds {
  /** A whole number of 64 bits: instants, cents, counts, 0 and 1. */
  whole: 'integer' | 'bigint';
  text: 'text';
  /** A table of this name; STRICT where types would otherwise be mere advice. */
  table: (name: string) => CreateTableBuilder<string>;
  /** The type and shape of a number that counts up with each row. */
  counter: {type: 'integer' | 'bigint'; build: Build};
}

export function columnKinds(db: Kysely<unknown>, dialect: Dialect): ColumnKinds {
  const isSqlite = dialect === 'sqlite';
  return {
    whole: isSqlite ? 'integer' : 'bigint',
    text: 'text',
    table: name => {
      const table = db.schema.createTable(name);
      return isSqlite ? table.modifyEnd(sql`strict`) : table;
    },
    counter: isSqlite
      ? {type: 'integer', build: column => column.primaryKey().autoIncrement()}
      : {type: 'bigint', build: column => column.primaryKey().generatedByDefaultAsIdentity()},
  };
}

/** `name in ('a', 'b')`, for a CHECK. */
export const oneOf = (name: string, values: readonly string[]) =>
  sql<boolean>`${sql.ref(name)} in (${sql.join(values.map(value => sql.lit(value)))})`;

/** `name in (0, 1)`, for a CHECK. */
export const isFlag = (name: string) => sql<boolean>`${sql.ref(name)} in (0, 1)`;
