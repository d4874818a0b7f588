import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Database, HubContext} from '../../src/context.js';
import {createOutbox} from '../../src/outbox/create-outbox.js';
import {errorFacts} from '../../src/outbox/error-facts.js';
import {startOutbox} from '../../src/outbox/start-outbox.js';
import {testChance, testClock} from '../support/fixtures.js';
import {recordingLog} from '../support/recording-log.js';
import {recordingCarriers} from './support/carriers.js';

/** Kinds of messages: each is asked for by itself in each round. */
const KINDS = 3;

/** Stands for a database whose outbox is empty, and counts the rounds that look into it. */
function emptyOutbox() {
  const state = {
    asked: 0,
    hold: undefined as Promise<void> | undefined,
    error: undefined as Error | undefined,
  };
  const execute = async () => {
    state.asked++;
    await state.hold;
    if (state.error) throw state.error;
    return [];
  };
  const query: object = new Proxy(
    {},
    {get: (_, name) => (name === 'execute' ? execute : () => query)},
  );
  return {state, db: {with: () => query} as unknown as Database};
}

interface Alarm {
  milliseconds: number;
  run: () => void;
  isOff: boolean;
}

/** An outbox that delivers, over a database without messages, and timers that are rung by hand. */
function start() {
  const {state, db} = emptyOutbox();
  const {lines, log} = recordingLog();
  const clock = testClock();
  const outbox = createOutbox({clock, chance: testChance()});
  const carriers = recordingCarriers();
  const alarms: Alarm[] = [];
  const after = (milliseconds: number, run: () => void) => {
    const alarm = {milliseconds, run, isOff: false};
    alarms.push(alarm);
    return () => void (alarm.isOff = true);
  };
  const context = {db, dialect: 'sqlite', clock, log} as unknown as HubContext;
  const running = startOutbox(context, {outbox, carriers, after});
  /** Lets a round come to its end. */
  const idle = async () => {
    for (let turns = 0; turns < 20; turns++) await new Promise(setImmediate);
  };
  const rounds = () => state.asked / KINDS;
  return {state, lines, outbox, carriers, alarms, running, idle, rounds};
}

describe('an outbox that delivers', () => {
  it('looks at once, and then every five seconds', async () => {
    const {alarms, idle, rounds} = start();
    await idle();
    assert.equal(rounds(), 1);
    for (let looks = 2; looks <= 4; looks++) {
      assert.deepEqual(
        alarms.map(({milliseconds}) => milliseconds),
        [5000],
      );
      alarms.pop()!.run();
      await idle();
      assert.equal(rounds(), looks);
    }
  });

  it('looks when it is woken, in place of the look that was to come', async () => {
    const {alarms, outbox, idle, rounds} = start();
    await idle();
    outbox.wake();
    assert.equal(alarms[0]!.isOff, true);
    await idle();
    assert.equal(rounds(), 2);
    assert.deepEqual(
      alarms.map(({isOff}) => isOff),
      [true, false],
    );
  });

  it('looks once more when it was woken during a look, however often', async () => {
    const {state, alarms, outbox, idle, rounds} = start();
    let letGo = () => {};
    state.hold = new Promise(resolve => (letGo = resolve));
    await idle();
    assert.equal(rounds(), 1);
    outbox.wake();
    outbox.wake();
    await idle();
    assert.deepEqual([rounds(), alarms.length], [1, 0]);
    letGo();
    await idle();
    assert.deepEqual([rounds(), alarms.length], [2, 1]);
  });

  it('says that the database could not be read, and looks again', async () => {
    const {state, lines, alarms, idle, rounds} = start();
    state.error = Object.assign(new Error('secret'), {code: 'SQLITE_BUSY'});
    await idle();
    const facts = {error: errorFacts(state.error)};
    assert.deepEqual(lines, [['error', facts, 'The outbox could not be read.']]);
    state.error = undefined;
    alarms[0]!.run();
    await idle();
    assert.deepEqual([rounds(), lines.length, alarms.length], [2, 1, 2]);
  });
});

describe('an outbox that is stopped', () => {
  it('looks no more, and hangs up', async () => {
    const {alarms, outbox, carriers, running, idle, rounds} = start();
    await idle();
    const [look] = alarms;
    await running.stop();
    assert.deepEqual([look!.isOff, carriers.isClosed], [true, true]);
    outbox.wake();
    look!.run();
    await idle();
    assert.equal(rounds(), 1);
    assert.ok(alarms.every(({isOff}) => isOff));
  });

  it('lets what was begun end by itself, for five seconds', async () => {
    const {state, alarms, outbox, carriers, running, idle, rounds} = start();
    let letGo = () => {};
    state.hold = new Promise(resolve => (letGo = resolve));
    await idle();
    outbox.wake();
    const stopped = running.stop();
    await idle();
    assert.deepEqual(
      [alarms.map(({milliseconds}) => milliseconds), carriers.isClosed],
      [[5000], false],
    );
    alarms[0]!.run();
    assert.equal(carriers.isClosed, true);
    letGo();
    await stopped;
    assert.equal(alarms[0]!.isOff, true);
    await idle();
    assert.deepEqual([rounds(), alarms.length], [1, 1], 'what it was woken for waits');
  });
});
