import assert from 'node:assert/strict';
import {pickupSlots} from '../../src/pickup/index.js';
import {slotQuestion} from './generator.js';
import {consult, type OracleQuestion} from './oracle.js';

/** Both answers are the same; the counts show that the questions were worth asking. */
export function compare(asked: OracleQuestion, counts: Record<string, number>) {
  const expected = consult(asked);
  assert.deepEqual(pickupSlots(slotQuestion(asked)), expected);
  const kind = expected.reason ?? 'slots';
  counts[kind] = (counts[kind] ?? 0) + (expected.slots.length || 1);
}
