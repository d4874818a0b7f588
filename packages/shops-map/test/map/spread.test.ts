import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {MOST_SPREAD, spreadOffsets, spreadRadius} from '../../src/map/spread.js';

describe('spreadOffsets', () => {
  it('keeps targets of 44 pixels apart from each other and from the middle', () => {
    for (let count = 2; count <= MOST_SPREAD; count++) {
      const offsets = spreadOffsets(count);
      assert.equal(offsets.length, count);
      const points = [{x: 0, y: 0}, ...offsets];
      points.forEach((a, i) => {
        for (const b of points.slice(i + 1)) {
          assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 44, `${count} members`);
        }
      });
    }
  });

  it('starts at the top, on a circle up to nine', () => {
    for (const count of [2, 5, 9]) {
      const offsets = spreadOffsets(count);
      const radii = offsets.map(({x, y}) => Math.round(Math.hypot(x, y)));
      assert.equal(new Set(radii).size, 1);
      assert.ok((offsets[0]?.y ?? 0) < 0);
      assert.equal(Math.round(offsets[0]?.x ?? 1), 0);
    }
  });

  it('takes no more room than a small map has', () => {
    assert.ok(spreadRadius(spreadOffsets(9)) < 80);
    assert.ok(spreadRadius(spreadOffsets(MOST_SPREAD)) < 140);
  });
});
