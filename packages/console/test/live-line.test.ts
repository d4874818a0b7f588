import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import type {Order} from '@local-widgets/model/schemas.js';
import {HubError} from '../src/api/hub-error.js';
import {LiveLine, type Connection} from '../src/live/live-line.js';
import {CHAT_PACE, ORDERS_PACE, type Pace} from '../src/live/pace.js';
import {NOW, order} from './town.js';

type Stream = ReadableStreamDefaultController<Uint8Array>;

/** A hub that answers as the test says, and waits that end when the test says. */
class World {
  /** Whether the list, and the stream, can be had; an error is thrown. */
  list: true | HubError = true;
  line: true | HubError = true;
  /** The stream is asked for, and nothing comes back. */
  hangs = false;
  /** There is a place for a stream; how often it was given back. */
  hasLine = true;
  given = 0;
  loads = 0;
  readonly opened: string[] = [];
  readonly put: Order[] = [];
  readonly states: Connection['state'][] = [];
  refused: HubError | undefined;
  stream: Stream | undefined;
  now = NOW;
  private readonly waits = new Set<{ms: number; end: () => void}>();

  readonly live: LiveLine;

  constructor(pace: Pace = ORDERS_PACE) {
    this.live = new LiveLine({
      pace,
      load: async () => {
        this.loads++;
        await Promise.resolve();
        if (this.list !== true) throw this.list;
        return {
          ...(pace === ORDERS_PACE && {cursor: String(41 + this.loads)}),
          show: () => undefined,
        };
      },
      open: async (lastEventId, signal) => {
        this.opened.push(lastEventId);
        await Promise.resolve();
        if (this.hangs) await new Promise((_, no) => signal.addEventListener('abort', no));
        if (this.line !== true) throw this.line;
        return new Response(new ReadableStream<Uint8Array>({start: c => void (this.stream = c)}));
      },
      take: ({type, data}) => {
        if (type === 'order') this.put.push((JSON.parse(data) as {order: Order}).order);
      },
      changed: () => void this.states.push(this.live.connection.state),
      refused: error => (this.refused = error),
      clock: () => ({now: () => this.now}),
      environment: () => ({
        random: () => 0.5,
        takeLine: () => Promise.resolve(this.hasLine ? () => this.given++ : undefined),
        sleep: (ms, signal) =>
          new Promise(resolve => {
            const wait = {
              ms,
              end: () => {
                this.waits.delete(wait);
                resolve();
              },
            };
            this.waits.add(wait);
            signal.addEventListener('abort', wait.end);
            if (signal.aborted) wait.end();
          }),
      }),
    });
  }

  get state(): Connection['state'] {
    return this.live.connection.state;
  }

  get waiting(): number[] {
    return [...this.waits].map(({ms}) => ms);
  }

  send(text: string): void {
    this.stream?.enqueue(new TextEncoder().encode(text));
  }

  /** Everything that can happen without waiting has happened. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve));
  }

  async pass(ms?: number): Promise<void> {
    for (const wait of [...this.waits]) if (ms === undefined || wait.ms === ms) wait.end();
    await this.settle();
  }
}

const {silence: SILENCE, poll: POLL} = ORDERS_PACE;

describe('a live line of the desk', () => {
  let world: World;

  beforeEach(async () => {
    world = new World();
    world.live.start();
    await world.settle();
  });

  it('loads the list, then follows the stream from where the list ends', () => {
    assert.equal(world.state, 'live');
    assert.equal(world.loads, 1);
    assert.deepEqual(world.opened, ['42']);
    world.live.stop();
  });

  it('gives every order that comes, and skips what it cannot use', async () => {
    const one = order();
    world.send(`: hello\n\nevent: other\ndata: 1\n\nid: 50\nevent: order\n`);
    world.send(`data: ${JSON.stringify({order: one})}\n\n`);
    await world.settle();
    assert.deepEqual(world.put, [one]);
    world.live.stop();
  });

  it('resumes after the last event when the line breaks, without loading again', async () => {
    world.send(`id: 50\nevent: order\ndata: ${JSON.stringify({order: order()})}\n\n`);
    await world.settle();
    world.stream?.close();
    await world.settle();
    assert.equal(world.state, 'connecting');
    await world.pass(1000);
    assert.equal(world.state, 'live');
    assert.deepEqual(world.opened, ['42', '50']);
    assert.equal(world.loads, 1);
    world.live.stop();
  });

  it('gives a silent line up, and resumes', async () => {
    await world.pass(SILENCE);
    assert.equal(world.state, 'connecting');
    await world.pass(1000);
    assert.deepEqual(world.opened, ['42', '42']);
    assert.equal(world.state, 'live');
    world.live.stop();
  });

  it('asks again and again where no stream gets through, and says so', async () => {
    world.line = new HubError('unavailable', 502);
    world.stream?.close();
    await world.settle();
    await world.pass(1000);
    assert.equal(world.state, 'polling');
    assert.equal(world.loads, 2);
    await world.pass(POLL);
    // once for a new try of the stream, and once because it failed
    assert.equal(world.state, 'polling');
    world.line = true;
    await world.pass(POLL);
    assert.equal(world.state, 'live');
    world.live.stop();
  });

  it('says since when it is offline, tries ever more slowly, and recovers', async () => {
    world.line = new HubError('unreachable');
    world.list = new HubError('unreachable');
    world.now = new Date(NOW.getTime() + 600_000);
    world.stream?.close();
    await world.settle();
    await world.pass(1000);
    assert.deepEqual(world.live.connection, {state: 'offline', since: NOW});
    const waits: number[] = [];
    for (let time = 0; time < 7; time++) {
      waits.push(...world.waiting);
      await world.pass();
    }
    assert.deepEqual(waits, [1500, 3000, 6000, 12_000, 22_500, 22_500, 22_500]);
    world.line = world.list = true;
    await world.pass();
    assert.equal(world.state, 'live');
    world.live.stop();
  });

  it('tries at once when the network is back', async () => {
    world.list = world.line = new HubError('offline');
    world.live.lose();
    await world.settle();
    await world.pass(1000);
    assert.equal(world.state, 'offline');
    world.list = world.line = true;
    world.live.wake();
    await world.settle();
    assert.equal(world.state, 'live');
    world.live.stop();
  });

  it('stops and tells when the hub wants to know who this is', async () => {
    world.line = world.list = new HubError('unauthorized', 401);
    world.stream?.close();
    await world.settle();
    await world.pass(1000);
    assert.equal(world.refused?.status, 401);
    assert.deepEqual(world.waiting, []);
  });

  it('loads the whole list when something came that cannot be read', async () => {
    world.send('id: 51\nevent: order\ndata: {broken\n\n');
    await world.settle();
    await world.pass(1000);
    assert.equal(world.loads, 2);
    assert.equal(world.state, 'live');
    world.live.stop();
  });

  it('asks instead where other windows have all the streams, until one is given back', async () => {
    assert.equal(world.given, 0);
    world.stream?.close();
    await world.settle();
    assert.equal(world.given, 1);
    world.hasLine = false;
    await world.pass(1000);
    assert.equal(world.state, 'polling');
    assert.equal(world.opened.length, 1);
    world.hasLine = true;
    await world.pass(POLL);
    assert.equal(world.state, 'live');
    world.live.stop();
    await world.settle();
    assert.equal(world.given, 2);
  });

  it('ends with nothing left behind, and starts again', async () => {
    world.live.stop();
    await world.settle();
    assert.deepEqual(world.waiting, []);
    world.live.start();
    await world.settle();
    assert.equal(world.loads, 2);
    assert.equal(world.state, 'live');
    world.live.stop();
  });
});

describe('a live line whose list does not tell where the stream goes on', () => {
  const begin = CHAT_PACE.begin!;

  async function started(change: (world: World) => void = () => undefined): Promise<World> {
    const world = new World(CHAT_PACE);
    change(world);
    world.live.start();
    await world.settle();
    return world;
  }

  it('shows the list at once, and loads it anew when the stream has begun', async () => {
    const world = await started();
    assert.equal(world.loads, 1);
    assert.equal(world.state, 'connecting');
    const one = order();
    world.send(`: hello\n\nid: a:1\nevent: order\ndata: ${JSON.stringify({order: one})}\n\n`);
    await world.settle();
    assert.equal(world.state, 'live');
    assert.equal(world.loads, 2);
    assert.deepEqual(world.put, [one], 'what came with the first bytes');
    world.live.stop();
  });

  it('does so each time it breaks, and resumes', async () => {
    const world = await started();
    world.send(': hello\n\nid: a:7\nevent: other\ndata: 1\n\n');
    await world.settle();
    world.stream?.close();
    await world.settle();
    await world.pass(CHAT_PACE.firstWait);
    world.send(': hello\n\n');
    await world.settle();
    assert.equal(world.state, 'live');
    assert.equal(world.loads, 3);
    assert.deepEqual(world.opened, ['', 'a:7']);
    world.live.stop();
  });

  it('asks instead where the stream is held back, and tries it ever less often', async () => {
    const world = await started();
    await world.pass(begin);
    assert.deepEqual(world.live.connection, {state: 'polling', every: CHAT_PACE.poll});
    assert.equal(world.loads, 2);
    const between: number[] = [];
    for (let loads = world.loads; between.length < 6;) {
      const {opened} = world;
      const before = opened.length;
      await world.pass(CHAT_PACE.poll);
      if (opened.length === before) continue;
      between.push(world.loads - loads + 1);
      // the bytes do not come this time either
      await world.pass(begin);
      loads = world.loads;
    }
    assert.deepEqual(between, [1, 2, 4, 8, 12, 12]);
    await world.pass(CHAT_PACE.poll);
    world.live.wake();
    await world.settle();
    world.send(': hello\n\n');
    await world.settle();
    assert.equal(world.state, 'live');
    world.live.stop();
  });

  it('tries the stream again when somebody looks while it is being opened, and does not give it up', async () => {
    const world = await started();
    world.send(': hello\n\n');
    await world.settle();
    world.hangs = true;
    world.stream?.close();
    await world.settle();
    await world.pass(CHAT_PACE.firstWait);
    assert.equal(world.opened.length, 2);
    world.hangs = false;
    world.live.wake();
    await world.settle();
    assert.equal(world.opened.length, 3);
    world.send(': hello\n\n');
    await world.settle();
    assert.equal(world.state, 'live');
    world.live.stop();
  });

  it('leaves a hub alone for as long as it says', async () => {
    const world = await started(each => {
      each.list = new HubError('too-many-requests', 429, undefined, 42_000);
    });
    assert.deepEqual(world.waiting, [42_000]);
    world.live.stop();
  });
});
