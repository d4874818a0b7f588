import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {Figures} from '../../src/chat/measure.js';
import {promisesOf, tableOf, type Rounds} from '../../src/chat/record.js';

const figures: Figures = {
  delivered: 50_000,
  p50: 4.44,
  p99: 20,
  cpu: 4,
  perCore: 12_500,
  comeBack: 700,
};
const rounds: Rounds = new Map([
  ['hub', [figures]],
  ['prosody', [{...figures, perCore: 5000, comeBack: undefined}]],
]);

it('the chat is judged by deliveries for each second of processor beside Prosody', () => {
  assert.deepEqual(
    promisesOf(rounds).map(({value}) => value),
    [2.5, 20, 0.7],
  );
  const alone = promisesOf(new Map([['hub', [figures]]]));
  assert.ok(Number.isNaN(alone[0]?.value));
});

it('the table has a dash for who cannot come back', () => {
  const {rows} = tableOf(rounds, {rooms: 20, visitors: 50, rate: 100, seconds: 10});
  assert.deepEqual(rows[0], ['hub', 50_000, 4.4, 20, 4, 12_500, 0.7]);
  assert.equal(rows[1]?.at(-1), '–');
});
