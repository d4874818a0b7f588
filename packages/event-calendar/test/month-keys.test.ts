import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isoOfDay} from '@local-widgets/model';
import {dayForKey} from '../src/views/month-keys.js';
import {dayOf} from './readings.js';

const go = (key: string, from = '2026-06-10', isRtl = false, shiftKey = false): string => {
  const day = dayForKey({key, shiftKey}, dayOf(from), {weekStart: 0, isRtl});
  return day === undefined ? 'nowhere' : isoOfDay(day);
};

describe('dayForKey', () => {
  it('goes where the pattern of grids says', () => {
    assert.equal(go('ArrowRight'), '2026-06-11');
    assert.equal(go('ArrowLeft'), '2026-06-09');
    assert.equal(go('ArrowLeft', '2026-06-10', true), '2026-06-11');
    assert.equal(go('ArrowDown'), '2026-06-17');
    assert.equal(go('ArrowUp'), '2026-06-03');
    assert.equal(go('Home'), '2026-06-08');
    assert.equal(go('End'), '2026-06-14');
    assert.equal(go('PageDown', '2026-01-31'), '2026-02-28');
    assert.equal(go('PageUp', '2026-01-31'), '2025-12-31');
    assert.equal(go('PageDown', '2028-02-29', false, true), '2029-02-28');
    assert.equal(go('Enter'), 'nowhere');
  });
});
