import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nextTask} from '../../src/async/next-task.js';
import {runAtOnce, runInSlices} from '../../src/async/run-in-slices.js';
import {readPlacesLazily} from '../../src/place/read-places-lazily.js';

function* work(steps: number): Generator<undefined, string> {
  for (let step = 0; step < steps; step++) yield;
  return `${steps} steps`;
}

/** Runs with only one of the ways there are to wait for a turn. */
async function withHost(host: Record<string, unknown>, test: () => Promise<void>): Promise<void> {
  const all = globalThis as Record<string, unknown>;
  const names = ['scheduler', 'setImmediate', 'MessageChannel'];
  const before = names.map(name => Object.getOwnPropertyDescriptor(all, name));
  try {
    for (const name of names) {
      Object.defineProperty(all, name, {value: host[name], configurable: true, writable: true});
    }
    await test();
  } finally {
    names.forEach((name, at) => {
      const descriptor = before[at];
      if (descriptor) Object.defineProperty(all, name, descriptor);
      else Reflect.deleteProperty(all, name);
    });
  }
}

describe('work in slices', () => {
  it('comes to the same result as at once', async () => {
    assert.equal(runAtOnce(work(3)), '3 steps');
    assert.equal(await runInSlices(work(3)), '3 steps');
  });

  it('lets other tasks run in between', async () => {
    let turns = 0;
    const isOver = {value: false};
    const other = (async () => {
      while (!isOver.value) {
        turns++;
        await nextTask();
      }
    })();
    await runInSlices(work(20));
    isOver.value = true;
    await other;
    assert.ok(turns >= 10, String(turns));
  });

  it('ends with the reason of the signal, before the next slice', async () => {
    const reason = new Error('left the page');
    await assert.rejects(runInSlices(work(1), AbortSignal.abort(reason)), reason);
    const controller = new AbortController();
    let steps = 0;
    const counted = (function* () {
      for (;;) {
        if (++steps === 3) controller.abort(reason);
        yield;
      }
    })();
    await assert.rejects(runInSlices(counted, controller.signal), reason);
    assert.equal(steps, 3);
  });

  it('waits for a turn in every kind of host', async () => {
    const {MessageChannel, setImmediate} = globalThis;
    let yields = 0;
    const scheduler = {yield: () => Promise.resolve(yields++)};
    await withHost({scheduler}, nextTask);
    assert.equal(yields, 1);
    await withHost({scheduler: {}, setImmediate}, nextTask);
    await withHost({MessageChannel}, nextTask);
    await withHost({}, nextTask);
  });
});

describe('readPlacesLazily with many rows', () => {
  const features = Array.from({length: 5000}, (_, at) => ({
    type: 'Feature',
    geometry: {type: 'Point', coordinates: [2, 47 + at / 1e4]},
    properties: {id: `p${at}`, name: `P ${at}`, category: 'farm'},
  }));

  it('gives way between slices of rows', async () => {
    let turns = 0;
    const isOver = {value: false};
    const other = (async () => {
      while (!isOver.value) {
        turns++;
        await nextTask();
      }
    })();
    const {places} = await readPlacesLazily(features);
    isOver.value = true;
    await other;
    assert.equal(places.length, 5000);
    assert.ok(turns >= 12, String(turns));
  });

  it('stops when told, with the reason as it was given', async () => {
    const reason = {why: 'another feed was asked for'};
    const controller = new AbortController();
    const reading = readPlacesLazily(features, {signal: controller.signal});
    setImmediate(() => {
      controller.abort(reason);
    });
    await assert.rejects(reading, error => error === reason);
    await assert.rejects(
      readPlacesLazily(features, {signal: AbortSignal.abort(reason)}),
      error => error === reason,
    );
  });

  it('looks at the whole once when only that needs more words', async () => {
    let reads = 0;
    const far = [
      ...features.slice(0, 20),
      {
        ...features[0],
        properties: {
          id: 'far',
          category: 'farm',
          get name() {
            reads++;
            return 'Overseas';
          },
        },
        geometry: {type: 'Point', coordinates: [55, -21]},
      },
    ];
    const {places} = await readPlacesLazily(far);
    assert.equal(places.length, 21);
    assert.equal(reads, 1);
  });
});
