import {assert} from '@open-wc/testing';
import {countOf, isFound, minutesLeft, sectionsOf} from '../src/orders/sections.js';
import {after, NOW, order} from './town.js';

describe('the sections of the desk', () => {
  it('hold each order once, by what is to be done with it', () => {
    const states = ['received', 'accepted', 'ready', 'collected', 'refused', 'no-show'] as const;
    const sections = sectionsOf(
      states.map(state => order({state})),
      'Europe/Paris',
    );
    const counts = Object.entries(sections).map(([name, groups]) => [name, countOf(groups)]);
    assert.deepEqual(counts, [
      ['received', 1],
      ['accepted', 1],
      ['ready', 1],
      ['done', 3],
    ]);
  });

  it('group orders by the day at the shop, not by the day in UTC', () => {
    const lateTonight = order({startsIn: 14 * 60 - 30}); // 22:30 UTC is 23:30 in Paris
    const afterMidnight = order({startsIn: 14 * 60 + 15});
    const {received} = sectionsOf([lateTonight, afterMidnight], 'Europe/Paris');
    assert.deepEqual(
      received.map(({day}) => day),
      ['2026-11-22', '2026-11-23'],
    );
  });

  it('show what was done last first', () => {
    const early = order({state: 'collected', name: 'Anne'});
    const late = order({state: 'collected', name: 'Bruno'});
    late.history = [{state: 'collected', at: after(30), by: 'shop'}];
    const {done} = sectionsOf([early, late], 'Europe/Paris');
    assert.deepEqual(
      done[0]?.orders.map(({contact}) => contact?.name),
      ['Bruno', 'Anne'],
    );
  });
});

describe('finding an order', () => {
  const one = order({code: 'K7M2', name: 'Chloé Lefèvre'});

  it('goes by its code and by a part of the name, without accents and case', () => {
    for (const text of ['k7m', 'CHLOE', 'lefevre', ' lef']) assert.ok(isFound(one, text), text);
    assert.equal(isFound(one, 'Bruno'), false);
  });

  it('finds an order whose contact was erased by its code', () => {
    const erased = {...one};
    delete erased.contact;
    assert.ok(isFound(erased, 'K7'));
    assert.equal(isFound(erased, 'Chloé'), false);
  });
});

describe('the time that is left to accept an order', () => {
  it('is counted in whole minutes, and negative when it is over', () => {
    const at = (acceptBy: string): number | undefined =>
      minutesLeft(order({more: {acceptBy}}), NOW);
    assert.equal(at(after(7.5)), 7);
    assert.equal(at(after(0)), 0);
    assert.equal(at(after(-0.5)), -1);
  });

  it('is nothing for an order that is accepted, or need not be', () => {
    assert.equal(
      minutesLeft(order({state: 'accepted', more: {acceptBy: after(5)}}), NOW),
      undefined,
    );
    const free = order();
    delete free.acceptBy;
    assert.equal(minutesLeft(free, NOW), undefined);
  });
});
