import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {numbered, stepsOf} from '../../src/hub/order-rows.js';

describe('stepsOf', () => {
  it('gives each statement as many values as it has marks', () => {
    for (const {sql, values} of stepsOf(7, {now: 1, slotStart: 2})) {
      assert.equal(values.length, sql.split('?').length - 1, sql);
    }
  });

  it('takes stock in the order of the product ids, and ends with the event', () => {
    const steps = stepsOf(22, {now: 1, slotStart: 2});
    const products = steps.filter(({sql}) => sql.startsWith('update products'));
    const ids = products.map(({values}) => String(values[1]));
    assert.deepEqual(ids, [...ids].sort());
    assert.match(steps.at(-1)!.sql, /into order_events/);
  });
});

describe('numbered', () => {
  it('turns the marks of SQLite into those of PostgreSQL', () => {
    assert.equal(numbered('(?, ?) > ?'), '($1, $2) > $3');
  });
});
