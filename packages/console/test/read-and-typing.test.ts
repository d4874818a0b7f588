import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {HubError} from '../src/api/hub-error.js';
import {ReadMarks} from '../src/inbox/read-marks.js';
import {Typing} from '../src/inbox/typing.js';
import {settle, Waits} from './waits.js';

describe('read marks', () => {
  it('are told once, the highest last, one at a time', async () => {
    const told: string[] = [];
    const answers: (() => void)[] = [];
    const marks = new ReadMarks({
      send: (room, seq) => {
        told.push(`${room} ${seq}`);
        return new Promise(resolve => answers.push(resolve));
      },
    });
    marks.see('a', 3);
    marks.see('a', 5);
    marks.see('a', 4);
    marks.see('b', 1);
    assert.deepEqual(told, ['a 3', 'b 1']);
    answers.forEach(answer => answer());
    await settle();
    assert.deepEqual(told, ['a 3', 'b 1', 'a 5']);
    answers.forEach(answer => answer());
    await settle();
    marks.see('a', 5);
    marks.retry();
    assert.equal(told.length, 3);
  });

  it('are told again when the hub was not there, and not when it refused', async () => {
    let fault: HubError | undefined = new HubError('unreachable');
    let told = 0;
    const marks = new ReadMarks({
      send: () => {
        told++;
        return fault ? Promise.reject(fault) : Promise.resolve();
      },
    });
    marks.see('a', 3);
    await settle();
    fault = undefined;
    marks.retry();
    await settle();
    marks.retry();
    assert.equal(told, 2);
    fault = new HubError('not-found', 404);
    marks.see('a', 4);
    await settle();
    marks.retry();
    await settle();
    assert.equal(told, 3);
  });
});

describe('typing', () => {
  function world(): {typing: Typing; waits: Waits; told: string[]; clock: {now: number}} {
    const waits = new Waits();
    const told: string[] = [];
    const clock = {now: 0};
    const typing = new Typing({
      tell: room => {
        told.push(room);
        return Promise.reject(new HubError('unreachable'));
      },
      changed: () => undefined,
      now: () => clock.now,
      environment: () => ({sleep: waits.sleep}),
    });
    return {typing, waits, told, clock};
  }

  it('is believed for a while, or until the message is there', async () => {
    const {typing, waits} = world();
    const marie = {id: 'm', role: 'visitor' as const, name: 'Marie'};
    typing.hear('a', marie);
    assert.equal(typing.in('a'), marie);
    typing.hear('a', marie);
    await settle();
    assert.equal(typing.in('a'), marie);
    assert.deepEqual(waits.pending, [6000]);
    await waits.pass();
    assert.equal(typing.in('a'), undefined);
    typing.hear('a', marie);
    typing.done('a', 'somebody else');
    assert.equal(typing.in('a'), marie);
    typing.done('a', 'm');
    assert.equal(typing.in('a'), undefined);
    assert.deepEqual(waits.pending, []);
  });

  it('is told at most every three seconds, and nobody minds when it is not', async () => {
    const {typing, told, clock} = world();
    typing.tell('a');
    clock.now = 2999;
    typing.tell('a');
    typing.tell('b');
    clock.now = 3000;
    typing.tell('a');
    await settle();
    assert.deepEqual(told, ['a', 'b', 'a']);
  });
});
