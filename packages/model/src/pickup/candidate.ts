import type {SlotCapacity} from '../schemas.js';
import type {Stretch} from './shop-day.js';

/** A slot before anyone asked whether the basket, the moment and the other orders leave it. */
export interface Candidate extends Stretch {
  /** First and last instant at which it can be ordered. */
  from: number;
  until: number;
  capacity: SlotCapacity;
}
