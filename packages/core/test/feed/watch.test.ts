import assert from 'node:assert/strict';
import {beforeEach, describe, it, mock} from 'node:test';
import {browserEnvironment} from '../../src/feed/environment.js';
import {watch} from '../../src/feed/watch.js';

const late = new Error('nothing came');
const reason = new Error('the element left the page');

describe('watch', () => {
  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({apis: ['setTimeout']});
  });

  it('aborts when nothing arrives in time', () => {
    const {signal} = watch(100, undefined, late);
    mock.timers.tick(99);
    assert.equal(signal.aborted, false);
    mock.timers.tick(1);
    assert.equal(signal.reason, late);
  });

  it('gives a slow request as long as something keeps coming', () => {
    const {signal, alive} = watch(100, undefined, late);
    for (let times = 0; times < 10; times++) {
      mock.timers.tick(99);
      alive();
    }
    assert.equal(signal.aborted, false);
    mock.timers.tick(100);
    assert.equal(signal.reason, late);
  });

  it('aborts with the outer signal, for its reason', () => {
    const outer = new AbortController();
    const {signal} = watch(100, outer.signal, late);
    outer.abort(reason);
    assert.equal(signal.reason, reason);
    mock.timers.tick(100);
    assert.equal(signal.reason, reason);
  });

  it('is aborted from the start when the outer signal is', () => {
    assert.equal(watch(100, AbortSignal.abort(reason), late).signal.reason, reason);
  });

  it('cuts off what still runs when it ends, and hears nothing more', () => {
    const outer = new AbortController();
    const {signal, end} = watch(100, outer.signal, late);
    end();
    assert.equal(signal.aborted, true);
    assert.notEqual(signal.reason, late);
    mock.timers.tick(100);
    outer.abort(reason);
    assert.notEqual(signal.reason, reason);
  });
});

describe('browserEnvironment.sleep', () => {
  beforeEach(() => {
    mock.timers.reset();
    mock.timers.enable({apis: ['setTimeout']});
  });

  it('is over after its time', async () => {
    const sleeping = browserEnvironment.sleep(100, new AbortController().signal);
    mock.timers.tick(100);
    await sleeping;
  });

  it('rejects with the reason when it is aborted', async () => {
    const control = new AbortController();
    const sleeping = browserEnvironment.sleep(100, control.signal);
    control.abort(reason);
    await assert.rejects(sleeping, reason);
  });
});
