import {expect} from '@open-wc/testing';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {FeedController, FeedError, type FeedState} from '../../src/index.js';

/** Only what a controller needs of an element. */
class Host implements ReactiveControllerHost {
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  private readonly controllers: ReactiveController[] = [];

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }

  removeController(): void {
    expect.fail('no controller is removed');
  }

  requestUpdate(): void {
    this.updates++;
  }

  connect(): void {
    for (const controller of this.controllers) controller.hostConnected?.();
  }

  disconnect(): void {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
}

/** A load whose end the test decides. */
class Work {
  readonly signals: AbortSignal[] = [];
  private readonly ends: {resolve: (data: string) => void; reject: (error: unknown) => void}[] = [];

  readonly start = (signal: AbortSignal): Promise<string> => {
    this.signals.push(signal);
    return new Promise((resolve, reject) => this.ends.push({resolve, reject}));
  };

  async succeed(data: string, call = 0): Promise<void> {
    this.ends[call]!.resolve(data);
    await turn();
  }

  async fail(error: unknown, call = 0): Promise<void> {
    this.ends[call]!.reject(error);
    await turn();
  }
}

/** Lets everything that is already decided happen. */
const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

describe('FeedController', () => {
  let host: Host;
  let settled: FeedState<string>[];
  let feed: FeedController<string>;

  beforeEach(() => {
    host = new Host();
    settled = [];
    feed = new FeedController<string>(host, state => settled.push(state));
    host.connect();
  });

  it('is idle before anything is asked', () => {
    expect(feed.state).to.deep.equal({phase: 'idle'});
    expect(feed.data).to.equal(undefined);
    feed.reload();
    expect(feed.state.phase).to.equal('idle');
  });

  it('loads, tells the element at both ends, and settles once', async () => {
    const work = new Work();
    feed.load(work.start);
    expect(feed.state).to.deep.equal({phase: 'loading'});
    expect(host.updates).to.equal(1);
    await work.succeed('bread');
    expect(feed.state).to.deep.equal({phase: 'ready', data: 'bread'});
    expect(host.updates).to.equal(2);
    expect(settled).to.deep.equal([{phase: 'ready', data: 'bread'}]);
  });

  it('has set its state before it says so', async () => {
    const phases: string[] = [];
    const told: FeedController<string> = new FeedController(host, () =>
      phases.push(told.state.phase),
    );
    told.load(() => Promise.resolve('bread'));
    await turn();
    expect(phases).to.deep.equal(['ready']);
  });

  it('works without anybody to tell', async () => {
    const quiet = new FeedController<string>(host);
    quiet.load(() => Promise.resolve('bread'));
    await turn();
    expect(quiet.data).to.equal('bread');
  });

  it('keeps the last answer, in whatever order they arrive', async () => {
    const [first, second] = [new Work(), new Work()];
    feed.load(first.start);
    feed.load(second.start);
    expect(first.signals[0]?.aborted).to.equal(true);
    expect(second.signals[0]?.aborted).to.equal(false);
    await second.succeed('new');
    await first.succeed('old');
    expect(feed.data).to.equal('new');
    expect(settled).to.have.lengthOf(1);
  });

  it('drops a late failure as well', async () => {
    const [first, second] = [new Work(), new Work()];
    feed.load(first.start);
    feed.load(second.start);
    await first.fail(new Error('aborted'));
    expect(feed.state.phase).to.equal('loading');
    await second.succeed('new');
    expect(settled).to.have.lengthOf(1);
  });

  it('keeps the data while it loads again and when that fails', async () => {
    const work = new Work();
    feed.load(work.start);
    await work.succeed('bread');
    feed.reload();
    expect(feed.state).to.deep.equal({phase: 'loading', data: 'bread'});
    const error = new Error('no network');
    await work.fail(error, 1);
    expect(feed.state).to.deep.equal({phase: 'failed', error, data: 'bread'});
    feed.reload();
    expect(feed.data).to.equal('bread');
    await work.succeed('cake', 2);
    expect(feed.state).to.deep.equal({phase: 'ready', data: 'cake'});
    expect(settled.map(({phase}) => phase)).to.deep.equal(['ready', 'failed', 'ready']);
  });

  it('fails without data when there never was any', async () => {
    const work = new Work();
    feed.load(work.start);
    const error = new Error('no network');
    await work.fail(error);
    expect(feed.state).to.deep.equal({phase: 'failed', error});
    expect('data' in feed.state).to.equal(false);
  });

  it('makes an error of anything thrown, also at once', async () => {
    feed.load(() => {
      throw new RangeError('at once');
    });
    await turn();
    expect(settled[0]).to.have.nested.property('error.message', 'at once');
    const work = new Work();
    feed.load(work.start);
    await work.fail('a text');
    expect(settled[1]).to.have.nested.property('error.message', 'a text');
  });

  it('forgets everything when its source is taken away', async () => {
    const work = new Work();
    feed.load(work.start);
    await work.succeed('bread');
    feed.reload();
    feed.clear();
    expect(feed.state).to.deep.equal({phase: 'idle'});
    expect(feed.data).to.equal(undefined);
    expect(work.signals[1]?.aborted).to.equal(true);
    await work.succeed('late', 1);
    feed.reload();
    expect(feed.state).to.deep.equal({phase: 'idle'});
    expect(settled).to.have.lengthOf(1);
  });

  describe('when the element leaves the page', () => {
    it('aborts, tells nobody, and starts over when it comes back', async () => {
      const work = new Work();
      feed.load(work.start);
      host.disconnect();
      expect(work.signals[0]?.aborted).to.equal(true);
      await work.fail(new DOMException('aborted', 'AbortError'));
      expect(settled).to.be.empty;
      expect(feed.state.phase).to.equal('loading');
      host.connect();
      expect(work.signals).to.have.lengthOf(2);
      await work.succeed('bread', 1);
      expect(feed.data).to.equal('bread');
      expect(settled).to.have.lengthOf(1);
    });

    it('loads nothing again that had arrived', async () => {
      const work = new Work();
      feed.load(work.start);
      await work.succeed('bread');
      host.disconnect();
      host.connect();
      expect(work.signals).to.have.lengthOf(1);
      expect(feed.state.phase).to.equal('ready');
    });

    it('does not try again by itself what had failed', async () => {
      const work = new Work();
      feed.load(work.start);
      await work.fail(new Error('no network'));
      host.disconnect();
      host.connect();
      expect(work.signals).to.have.lengthOf(1);
    });

    it('waits with a new load until it is back, and then loads once', async () => {
      const [before, outside] = [new Work(), new Work()];
      feed.load(before.start);
      host.disconnect();
      feed.load(outside.start);
      expect(outside.signals).to.be.empty;
      host.connect();
      expect(before.signals).to.have.lengthOf(1);
      expect(outside.signals).to.have.lengthOf(1);
      await outside.succeed('bread');
      expect(feed.data).to.equal('bread');
    });

    it('stays idle when its source is taken away meanwhile', () => {
      const work = new Work();
      feed.load(work.start);
      host.disconnect();
      feed.clear();
      host.connect();
      expect(work.signals).to.have.lengthOf(1);
      expect(feed.state.phase).to.equal('idle');
    });

    it('works any number of times', async () => {
      const work = new Work();
      feed.load(work.start);
      for (let times = 0; times < 3; times++) {
        host.disconnect();
        host.connect();
      }
      expect(work.signals.map(({aborted}) => aborted)).to.deep.equal([true, true, true, false]);
      await work.succeed('bread', 3);
      expect(settled).to.have.lengthOf(1);
    });
  });

  describe('when what failed may pass', () => {
    const down = new FeedError('unreachable', 'nobody there');
    const setTimeout = window.setTimeout.bind(window);
    /** Waits that were begun, in milliseconds, and what ends the last one. */
    let waits: number[];
    let wake: () => void;
    let isHidden: boolean;

    beforeEach(() => {
      waits = [];
      isHidden = false;
      Object.defineProperty(document, 'hidden', {get: () => isHidden, configurable: true});
      Object.assign(window, {
        setTimeout: (work: () => void, ms = 0) => {
          if (ms < 1000) return setTimeout(work, ms);
          waits.push(ms);
          wake = work;
          return -1;
        },
      });
    });
    afterEach(() => {
      Object.assign(window, {setTimeout});
      Reflect.deleteProperty(document, 'hidden');
      host.disconnect();
    });

    /** Each call answers what the test says at that moment. */
    let answer: () => Promise<string>;
    let calls: number;
    const work = (): Promise<string> => {
      calls++;
      return answer();
    };
    const fail = async (error: Error = down): Promise<void> => {
      calls = 0;
      answer = () => Promise.reject(error);
      feed.load(work);
      await turn();
    };

    it('asks again once the network is back, and tells of the answer alone', async () => {
      await fail();
      window.dispatchEvent(new Event('online'));
      expect(feed.state.phase, 'the sentence stays meanwhile').to.equal('failed');
      await turn();
      answer = () => Promise.resolve('bread');
      window.dispatchEvent(new Event('online'));
      await turn();
      expect(calls).to.equal(3);
      expect(feed.data).to.equal('bread');
      expect(settled.map(({phase}) => phase)).to.deep.equal(['failed', 'ready']);
      window.dispatchEvent(new Event('online'));
      expect(calls, 'what is there is not asked for again').to.equal(3);
    });

    it('asks again after waits that double, up to some ten minutes', async () => {
      await fail();
      for (let times = 0; times < 7; times++) {
        wake();
        await turn();
      }
      const base = [30, 60, 120, 240, 480, 600, 600, 600];
      expect(waits.length).to.equal(base.length);
      for (const [at, seconds] of base.entries()) {
        expect(waits[at]! / 1000).to.equal(seconds);
      }
      expect(calls, 'one each').to.equal(8);
    });

    it('asks nothing while nobody looks, and at once when somebody does', async () => {
      await fail();
      isHidden = true;
      wake();
      window.dispatchEvent(new Event('online'));
      expect(calls).to.equal(1);
      isHidden = false;
      document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
      document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
      expect(calls, 'once at a time').to.equal(2);
    });

    it('never asks again for what will not pass, or where the server asked for patience', async () => {
      for (const code of [
        'bad-address',
        'refused-csp',
        'not-found',
        'too-large',
        'busy',
      ] as const) {
        await fail(new FeedError(code, code));
        window.dispatchEvent(new Event('online'));
        expect([code, calls, waits.length]).to.deep.equal([code, 1, 0]);
      }
    });

    it('stops outside of the page and goes on inside', async () => {
      await fail();
      host.disconnect();
      window.dispatchEvent(new Event('online'));
      wake();
      expect(calls).to.equal(1);
      host.connect();
      window.dispatchEvent(new Event('online'));
      expect(calls).to.equal(2);
    });
  });

  it('does not load twice when a load begins before the element is in the page', () => {
    const newHost = new Host();
    const early = new FeedController<string>(newHost);
    const work = new Work();
    early.load(work.start);
    newHost.connect();
    expect(work.signals).to.have.lengthOf(1);
  });
});
