import type {RejectedRow} from './place.js';
import type {FieldValues} from './fields.js';

/** Why a row is no place; the reader or the caller adds where. */
export type Problem = Pick<RejectedRow, 'reason' | 'detail'>;

/** One row of a feed as a reader hands it on: nothing in it is checked yet. */
export interface SourceRow {
  readonly at: number;
  readonly unit: RejectedRow['unit'];
  /**
   * Undefined for what was never meant to be a place, and is no loss. The values are made for this
   * call: who asked may change them. May throw on hostile values: the row is then a bad one.
   */
  read(): FieldValues | Problem | undefined;
}

export function isProblem(content: object): content is Problem {
  return 'reason' in content;
}
