import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {isSlotOnOffer, pickupSlots} from '../../src/pickup/index.js';
import {compare} from './compare.js';
import {oracleQuestion, osmHours, slotQuestion} from './generator.js';
import type {OracleQuestion} from './oracle.js';

const SEED = 20261122;

describe('pickup slots beside a brute-force oracle', () => {
  it('are the same for generated shops, rules, baskets and moments of two years', context => {
    const counts: Record<string, number> = {};
    fc.assert(
      fc.property(oracleQuestion, asked => compare(asked, counts)),
      {seed: SEED, numRuns: 600},
    );
    context.diagnostic(JSON.stringify(counts));
    for (const kind of ['slots', 'closed', 'window-closed', 'not-together', 'full']) {
      assert.ok(counts[kind], `nothing was ${kind}`);
    }
  });
});

describe('pickup slots of generated shops', () => {
  const check = (property: (asked: OracleQuestion) => void) =>
    fc.assert(fc.property(oracleQuestion, property), {seed: SEED + 1, numRuns: 200});

  it('are sorted, as long as the rule says, and never over each other', () => {
    check(asked => {
      const {slots} = pickupSlots(slotQuestion(asked));
      const step = asked.offer.stepMinutes * 60_000;
      slots.forEach(({startsAt, endsAt}, i) => {
        assert.equal(Date.parse(endsAt) - Date.parse(startsAt), step);
        const next = slots[i + 1];
        assert.ok(!next || next.startsAt >= endsAt);
      });
    });
  });

  it('have a reason exactly when there is none', () => {
    check(asked => {
      const {slots, reason} = pickupSlots(slotQuestion(asked));
      assert.equal(reason === undefined, slots.length > 0);
    });
  });

  it('can be ordered up to orderUntil, and not a millisecond later', () => {
    check(asked => {
      const question = slotQuestion(asked);
      const {slots} = pickupSlots(question);
      for (const slot of [...slots.slice(0, 3), ...slots.slice(-2)]) {
        const [startsAt, until] = [new Date(slot.startsAt), Date.parse(slot.orderUntil)];
        const at = (now: number) => isSlotOnOffer({...question, now: new Date(now)}, startsAt);
        assert.deepEqual(at(until), slot);
        assert.equal(at(until + 1), undefined);
        assert.ok(until <= +startsAt && until >= asked.now);
      }
    });
  });

  it('are each on offer alone, and what lies between them is not', () => {
    check(asked => {
      const question = slotQuestion(asked);
      const {slots} = pickupSlots(question);
      for (const slot of [...slots.slice(0, 3), ...slots.slice(-2)]) {
        assert.deepEqual(isSlotOnOffer(question, new Date(slot.startsAt)), slot);
        const beside = new Date(Date.parse(slot.startsAt) + 60_000);
        assert.equal(isSlotOnOffer(question, beside), undefined);
      }
    });
  });

  it('keep their times while time goes by, so that nobody orders over the count of a slot', () => {
    check(asked => {
      const question = slotQuestion(asked);
      const later = new Date(asked.now + 7 * 36e5);
      const known = new Set(
        pickupSlots({...question, now: later}).slots.map(slot => slot.startsAt),
      );
      for (const slot of pickupSlots(question).slots) {
        if (slot.orderUntil >= later.toISOString()) assert.ok(known.has(slot.startsAt));
      }
    });
  });

  it('are no more for a larger basket', () => {
    check(asked => {
      const question = slotQuestion(asked);
      const few = pickupSlots({...question, lines: question.lines.slice(0, 1)}).slots;
      const starts = new Set(few.map(({startsAt}) => startsAt));
      if (!question.lines.length) return;
      for (const {startsAt} of pickupSlots(question).slots) assert.ok(starts.has(startsAt));
    });
  });
});

describe('the hours of the oracle', () => {
  it('are printed as OSM opening_hours', () => {
    const week = [[{from: 540, to: 720}], [], [], [], [{from: 1320, to: 1560}], [], []];
    assert.equal(osmHours({week}), 'Mo 09:00-12:00, Fr 22:00-02:00');
    assert.equal(osmHours({week, onHolidays: []}), 'Mo 09:00-12:00, Fr 22:00-02:00; PH off');
    assert.equal(osmHours({week: [], onHolidays: [{from: 600, to: 720}]}), 'off; PH 10:00-12:00');
  });
});
