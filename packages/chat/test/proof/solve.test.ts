import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {sha256} from '../../src/proof/sha256.js';
import {solve, type SolveNeeds} from '../../src/proof/solve.js';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const needs = (more: Partial<SolveNeeds> = {}): SolveNeeds => ({
  signal: new AbortController().signal,
  sleep: () => Promise.resolve(),
  tell: () => undefined,
  ...more,
});

const challengeOf = (number: number, maxnumber: number, salt = 'abc?expires=1&') => ({
  algorithm: 'SHA-256' as const,
  challenge: hex(`${salt}${number}`),
  salt,
  signature: hex('signed'),
  maxnumber,
});

describe('SHA-256', () => {
  it('is that of Node, for bytes of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 300}), bytes => {
        const ours = [...sha256(bytes)].map(word => word.toString(16).padStart(8, '0')).join('');
        assert.equal(ours, createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});

describe('what solves a challenge', () => {
  it('finds its number, wherever it is', async () => {
    for (const number of [0, 1, 999, 1000, 4321]) {
      const challenge = challengeOf(number, 4321);
      const {algorithm, challenge: hash, salt, signature} = challenge;
      const proof = {algorithm, challenge: hash, salt, signature, number};
      assert.deepEqual(await solve(challenge, needs()), proof);
    }
  });

  it('leaves the page alive in between, and tells how far it is', async () => {
    const told: number[] = [];
    let pauses = 0;
    await solve(
      challengeOf(4000, 4999),
      needs({
        tell: percent => told.push(percent),
        sleep: () => {
          pauses++;
          return Promise.resolve();
        },
      }),
    );
    assert.deepEqual(told, [0, 20, 40, 60, 80]);
    assert.equal(pauses, 5);
  });

  it('stops when nobody waits for it', async () => {
    const stop = new AbortController();
    const solving = solve(
      challengeOf(9000, 9999),
      needs({signal: stop.signal, tell: percent => percent >= 20 && stop.abort()}),
    );
    await assert.rejects(solving, {code: 'unreachable'});
  });

  it('says that there is no solution where there is none', async () => {
    await assert.rejects(solve(challengeOf(5000, 100), needs()), {code: 'proof-refused'});
  });
});
