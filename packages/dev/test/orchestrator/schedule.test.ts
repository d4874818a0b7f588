import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {schedule, type Scheduled} from '../../src/test/schedule.js';

/** Runs steps that each take one turn of the event loop; returns what happened in order. */
async function trace(steps: Scheduled[], failing: string[] = [], lanes = 2): Promise<string[]> {
  const events: string[] = [];
  await schedule(
    steps,
    lanes,
    async ({name}) => {
      events.push(`+${name}`);
      await new Promise(resolve => setImmediate(resolve));
      events.push(`-${name}`);
      return !failing.includes(name);
    },
    ({name}, need) => events.push(`${name} skipped for ${need}`),
  );
  return events;
}

describe('the schedule of npm test', () => {
  it('fills its lanes and no more', async () => {
    const events = await trace([{name: 'a'}, {name: 'b'}, {name: 'c'}]);
    assert.deepEqual(events.slice(0, 2), ['+a', '+b']);
    assert.ok(events.indexOf('+c') > events.indexOf('-a'));
  });

  it('waits for what a step needs', async () => {
    const events = await trace([{name: 'a', needs: ['b']}, {name: 'b'}]);
    assert.deepEqual(events, ['+b', '-b', '+a', '-a']);
  });

  it('passes over what needs a failed step, also indirectly', async () => {
    const steps = [{name: 'a'}, {name: 'b', needs: ['a']}, {name: 'c', needs: ['b']}, {name: 'd'}];
    const events = await trace(steps, ['a']);
    assert.ok(events.includes('b skipped for a'));
    assert.ok(events.includes('c skipped for b'));
    assert.ok(events.includes('-d'));
  });

  it('leaves a step alone that asks for it', async () => {
    const events = await trace([{name: 'a'}, {name: 'b', alone: true}, {name: 'c'}]);
    assert.equal(events.indexOf('-b'), events.indexOf('+b') + 1);
  });

  it('takes a need outside the chosen steps as given', async () => {
    assert.deepEqual(await trace([{name: 'a', needs: ['build']}]), ['+a', '-a']);
  });

  it('throws instead of waiting for ever', async () => {
    const steps = [
      {name: 'a', needs: ['b']},
      {name: 'b', needs: ['a']},
    ];
    await assert.rejects(trace(steps), /need each other: a, b/);
  });
});
