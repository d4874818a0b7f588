import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

type Body = () => unknown;

/** What the harness gives to tests, and to who runs them. */
interface Harness {
  collect(load: Body): Promise<object>;
  run(file: object, options: object): Promise<boolean>;
  describe(name: string, options: object | Body, body?: Body): void;
  it(name: string, options: object | Body, body?: Body): void;
  before(hook: Body): void;
  after(hook: Body): void;
  beforeEach(hook: Body): void;
}

const file: string = '../../src/mutation/harness.mjs';
const harness = (await import(file)) as Harness;

const isAny = (name: string): boolean => name !== '';

/** Runs tests as the runner does; a failure is its name and its words. */
async function ran(load: Body, {isAsked = isAny, endsEarly = false} = {}) {
  const results: string[] = [];
  const onTest = ({name, error}: {name: string; error?: Error}): boolean => {
    results.push(error ? `${name}: ${error.message}` : name);
    return endsEarly && error !== undefined;
  };
  await harness.run(await harness.collect(load), {isAsked, onTest, enter: () => {}});
  return results;
}

const fail = () => assert.fail('no');

describe('the harness of mutation testing', () => {
  it('runs tests in suites by their whole name, and waits for them', async () => {
    const order: string[] = [];
    const results = await ran(() => {
      harness.describe('a shop', () => {
        harness.it('opens', async () => {
          await Promise.resolve();
          order.push('opened');
        });
        harness.describe('at night', () => {
          harness.it('sleeps', () => order.push('slept'));
        });
      });
      harness.it('stands alone', () => order.push('stood'));
    });
    assert.deepEqual(order, ['opened', 'slept', 'stood']);
    assert.deepEqual(results, ['a shop > opens', 'a shop > at night > sleeps', 'stands alone']);
  });

  it('tells what failed, at once or later, and goes on unless that is enough', async () => {
    const load = () => {
      harness.it('throws', fail);
      harness.it('rejects', () => Promise.reject(new Error('never')));
      harness.it('passes', () => {});
    };
    assert.deepEqual(await ran(load), ['throws: no', 'rejects: never', 'passes']);
    assert.deepEqual(await ran(load, {endsEarly: true}), ['throws: no']);
  });

  it('leaves out what is skipped, and what is not asked', async () => {
    const load = () => {
      harness.it('without data', {skip: 'no data'}, fail);
      harness.describe('without a server', {skip: true}, () => harness.it('asks it', fail));
      harness.it('not asked', fail);
      harness.it('asked', {skip: false}, () => {});
    };
    assert.deepEqual(await ran(load, {isAsked: name => name === 'asked'}), ['asked']);
  });

  it('runs hooks around the tests that are asked, also after a failure', async () => {
    const order: string[] = [];
    const load = () => {
      harness.before(() => order.push('before'));
      harness.after(() => order.push('after'));
      harness.beforeEach(() => order.push('each'));
      harness.describe('inside', () => harness.it('fails', fail));
      harness.describe('not asked', () => {
        harness.before(() => order.push('never'));
        harness.it('waits', () => {});
      });
    };
    await ran(load, {isAsked: name => name === 'inside > fails', endsEarly: true});
    assert.deepEqual(order, ['before', 'each', 'after']);
  });
});
