import type {Distributions} from '../schemas.js';
import type {Candidate} from './candidate.js';

/**
 * The hand-outs in order, with those that are over. A product that takes long closes the window
 * earlier. Of two that begin together, which would be one slot, the first of the list counts; one
 * with times that are no times, or that ends before it begins, is none.
 */
export function distributionSlots({distributions}: Distributions, minutes: number): Candidate[] {
  const slots = new Map<number, Candidate>();
  for (const {startsAt, endsAt, orderFrom, orderUntil, capacity} of distributions) {
    const start = Date.parse(startsAt);
    const end = Date.parse(endsAt);
    if (!(end > start) || slots.has(start)) continue;
    const until = Math.min(Date.parse(orderUntil), start - minutes * 6e4);
    slots.set(start, {start, end, from: Date.parse(orderFrom), until, capacity});
  }
  return [...slots.values()].sort((a, b) => a.start - b.start);
}
