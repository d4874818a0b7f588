import {expect} from '@open-wc/testing';
import {takeLineSlot} from '../src/live/line-slots.js';

describe('the streams of one browser', () => {
  it('are four at most, in all windows together', async () => {
    const taken = await Promise.all([1, 2, 3, 4].map(takeLineSlot));
    expect(taken.every(Boolean)).to.equal(true);
    expect(await takeLineSlot()).to.equal(undefined);
    taken[2]?.();
    // a lock is free a moment after it was given back
    let next;
    for (let look = 0; look < 100 && !next; look++) next = await takeLineSlot();
    expect(next).to.be.a('function');
    expect(await takeLineSlot()).to.equal(undefined);
    next?.();
    taken.forEach(release => release?.());
  });
});
