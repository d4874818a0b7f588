import type {Token} from './tokens.js';

/** Ends the parse of a value that the parser does not cover. */
export function fail(): never {
  throw new NotCovered();
}

export class NotCovered extends Error {}

/** A place in a list of tokens. */
export class Cursor {
  at = 0;

  constructor(readonly tokens: readonly Token[]) {}

  /** Is the token `ahead` of the next one of this kind? */
  is(kind: string, ahead = 0): boolean {
    return this.tokens[this.at + ahead]?.kind == kind;
  }

  /** Steps over a token of this kind, if it is the next. */
  skip(kind: string): boolean {
    return this.is(kind) && !!++this.at;
  }

  /** The value of the next token if it is of this kind, stepping over it. */
  take(kind: string): number | string | undefined {
    return this.is(kind) ? this.tokens[this.at++]!.value : undefined;
  }

  /** A number that must come next. */
  need(kind: string): number {
    return this.is(kind) ? (this.take(kind) as number) : fail();
  }
}

/** Items separated by commas. */
export function list<T>(cursor: Cursor, item: (cursor: Cursor) => T[]): T[] {
  const items: T[] = [];
  do items.push(...item(cursor));
  while (cursor.skip(','));
  return items;
}
