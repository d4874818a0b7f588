import type {ProductField} from './fields.js';

/** Why a row, or one of its cells, could not be taken. */
export type RejectionReason =
  | 'missing'
  | 'not-understood'
  | 'foreign-currency'
  | 'duplicate'
  | 'bad-row'
  | 'not-a-product'
  | 'too-many';

/** Something that kept one product out; a product may have several. */
export interface RejectedProduct {
  /** Line of the file, 1 for the first; in JSON the number of the product, 1 for the first. */
  readonly line: number;
  /** Absent when it is the whole row. */
  readonly field?: ProductField;
  readonly reason: RejectionReason;
  /** What stood there, short and clean. */
  readonly value?: string;
}
