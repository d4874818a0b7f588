import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {ChatEvent, EventPage} from '@local-widgets/model/schemas.js';
import {HubError} from '../src/api/hub-error.js';
import {RoomTalk} from '../src/inbox/room-talk.js';
import {logOf, said} from './chat-town.js';
import {settle} from './waits.js';

type Query = {after?: number; before?: number; limit?: number};

/** A hub with one room, and a talk that follows it. */
class World {
  events: ChatEvent[] = [];
  firstSeq = 1;
  readonly asked: Query[] = [];
  fault: HubError | undefined;
  readonly applied: number[] = [];

  readonly talk = new RoomTalk('room', {
    api: {
      events: async (_room, query) => {
        this.asked.push(query ?? {});
        await Promise.resolve();
        if (this.fault) throw this.fault;
        return this.page(query ?? {});
      },
    },
    changed: () => undefined,
    applied: events => this.applied.push(...events.map(({seq}) => seq)),
  });

  constructor(messages: number) {
    this.say(messages);
  }

  say(messages: number): void {
    const texts = Array.from({length: this.events.length + messages}, (_, at) =>
      said(`n° ${at + 1}`),
    );
    this.events = logOf(texts);
  }

  get texts(): (string | undefined)[] {
    return this.talk.log?.messages.map(({message}) => message.text) ?? [];
  }

  private page({after, before, limit = 60}: Query): EventPage {
    const kept = this.events.filter(({seq}) => seq >= this.firstSeq);
    const lastSeq = this.events.length;
    const found =
      after !== undefined
        ? kept.filter(({seq}) => seq > after).slice(0, limit)
        : kept.filter(({seq}) => before === undefined || seq < before).slice(-limit);
    return {events: found, lastSeq, firstSeq: this.firstSeq};
  }
}

const upTo = (first: number, last: number): string[] =>
  Array.from({length: last - first + 1}, (_, at) => `n° ${first + at}`);

describe('what was said in a room', () => {
  it('begins with the latest page, and goes back to the beginning on demand', async () => {
    const world = new World(150);
    await world.talk.load();
    assert.deepEqual(world.texts, upTo(91, 150));
    assert.ok(world.talk.hasOlder);
    await world.talk.older();
    await world.talk.older();
    assert.deepEqual(world.texts, upTo(1, 150));
    assert.equal(world.talk.hasOlder, false);
    assert.deepEqual(world.applied, []);
  });

  it('is empty where nobody has said anything', async () => {
    const world = new World(0);
    await world.talk.load();
    assert.deepEqual(world.texts, []);
    assert.equal(world.talk.hasOlder, false);
    world.say(1);
    world.talk.take(world.events[0]!);
    assert.deepEqual(world.texts, ['n° 1']);
  });

  it('takes what comes before the first page has', async () => {
    const world = new World(3);
    const loading = world.talk.load();
    world.say(2);
    for (const seq of [5, 4]) world.talk.take(world.events[seq - 1]!);
    await loading;
    await settle();
    assert.deepEqual(world.texts, upTo(1, 5));
  });

  it('asks for what is missing when an event comes before its turn', async () => {
    const world = new World(3);
    await world.talk.load();
    world.say(4);
    world.talk.take(world.events[6]!);
    await settle();
    assert.deepEqual(world.texts, upTo(1, 7));
    assert.deepEqual(world.asked.at(-1), {after: 3, limit: 200});
    assert.deepEqual(world.applied, [4, 5, 6, 7]);
  });

  it('catches up after the line was down, and asks for nothing when nothing was missed', async () => {
    const world = new World(3);
    await world.talk.load();
    await world.talk.catchUp(3);
    assert.equal(world.asked.length, 1);
    world.say(2);
    await world.talk.catchUp(5);
    assert.deepEqual(world.texts, upTo(1, 5));
  });

  it('begins anew when too much was missed, or what was missed is kept no more', async () => {
    const world = new World(3);
    await world.talk.load();
    world.say(400);
    await world.talk.catchUp(403);
    assert.deepEqual(world.texts, upTo(344, 403));
    world.say(100);
    world.firstSeq = 450;
    await world.talk.catchUp(503);
    assert.deepEqual(world.texts, upTo(450, 503).slice(-60));
    assert.equal(world.talk.hasOlder, false);
    await world.talk.reset();
    assert.equal(world.talk.log?.lastSeq, 503);
  });

  it('says what failed, and tries again', async () => {
    const world = new World(3);
    world.fault = new HubError('unreachable');
    await world.talk.load();
    assert.equal(world.talk.error, world.fault);
    world.fault = undefined;
    await world.talk.retry();
    assert.deepEqual(world.texts, upTo(1, 3));
    assert.equal(world.talk.error, undefined);

    world.say(2);
    world.fault = new HubError('unreachable');
    world.talk.take(world.events[4]!);
    await settle();
    assert.deepEqual(world.texts, upTo(1, 3));
    world.fault = undefined;
    await world.talk.retry();
    assert.deepEqual(world.texts, upTo(1, 5));
  });

  it('gives all of it, however long', async () => {
    const world = new World(200);
    await world.talk.loadAll();
    assert.equal(world.texts.length, 200);
    const broken = new World(200);
    await broken.talk.load();
    broken.fault = new HubError('unreachable');
    await assert.rejects(broken.talk.loadAll(), HubError);
  });

  it('loses, doubles and swaps nothing, in whatever order and number events arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 0, max: 30}),
        fc.array(fc.integer({min: 1, max: 40}), {maxLength: 60}),
        async (before, arrivals) => {
          const world = new World(before);
          const loading = world.talk.load();
          world.say(40 - before);
          for (const [at, seq] of arrivals.entries()) {
            world.talk.take(world.events[seq - 1]!);
            if (at % 7 === 0) await settle();
          }
          await loading;
          await world.talk.catchUp(40);
          await settle();
          assert.deepEqual(world.texts, upTo(1, 40));
          const {applied} = world;
          assert.deepEqual(
            applied,
            [...new Set(applied)].sort((a, b) => a - b),
          );
        },
      ),
      {seed: 7, numRuns: 60},
    );
  });
});
