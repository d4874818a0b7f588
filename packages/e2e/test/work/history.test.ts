import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {changes, parseHistory, withEntry} from '../../src/work/history.js';

const monday = {date: '2026-11-23', sizes: {list: 1000, gone: 5}, work: {'a: renders': 1}};
const tuesday = {date: '2026-11-24', sizes: {list: 1010}, work: {'a: renders': 1, 'b: renders': 2}};

describe('the history of sizes and work', () => {
  it('keeps a line a day, the last one of it', () => {
    const again = {...tuesday, sizes: {list: 900}};
    const text = withEntry(parseHistory(withEntry([monday], tuesday)), again);
    assert.deepEqual(parseHistory(text), [monday, again]);
    assert.equal(text.split('\n').length, 3);
  });

  it('says what changed, came and went', () => {
    assert.deepEqual(changes(monday, tuesday), [
      'sizes list: 1000 → 1010 (+1.0 %)',
      'sizes gone: 5, gone',
      'work b: renders: new, 2',
    ]);
    assert.deepEqual(changes(undefined, tuesday), []);
    assert.deepEqual(changes(tuesday, tuesday), []);
  });
});
