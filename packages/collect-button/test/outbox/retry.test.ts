import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {BackEndError, type BackEndErrorCode} from '../../src/back-ends/port.js';
import {mayPass, retryDelay} from '../../src/outbox/retry.js';

const at = (byte: number) => ({bytes: (count: number) => new Uint8Array(count).fill(byte)});

describe('the wait before the next attempt', () => {
  it('doubles from a second to a minute', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 40].map(failed => retryDelay(failed, at(0)));
    assert.deepEqual(
      waits,
      [1, 2, 4, 8, 16, 32, 60, 60, 60].map(seconds => seconds * 1000),
    );
  });

  it('has up to a quarter on top', () => {
    assert.equal(retryDelay(1, at(255)), 1249);
    assert.equal(retryDelay(7, at(128)), 67_500);
  });

  it('is never shorter than the server asked for', () => {
    assert.equal(retryDelay(1, at(0), 30), 30_000);
    assert.equal(retryDelay(7, at(0), 30), 60_000);
  });
});

describe('what waiting can mend', () => {
  const passes = (code: BackEndErrorCode, status: number): boolean =>
    mayPass(new BackEndError(code, '', status));

  it('is no answer, an attempt under way, too many requests, and a server that is not there', () => {
    assert.ok(passes('unreachable', 0));
    assert.ok(passes('in-progress', 409));
    assert.ok(passes('too-many-requests', 429));
    for (const status of [502, 503, 504]) assert.ok(passes('internal', status));
  });

  it('is no other refusal, nor what broke inside the server', () => {
    for (const [code, status] of [
      ['invalid', 400],
      ['forbidden', 403],
      ['not-found', 404],
      ['slot-full', 409],
      ['price-changed', 409],
      ['idempotency-key-reused', 422],
      ['internal', 500],
    ] as const) {
      assert.ok(!passes(code, status), `${code} ${status}`);
    }
  });
});
