import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ChatEvent} from '@local-widgets/model/schemas.js';
import {HubError} from '../src/api/hub-error.js';
import {Outbox, requestOf, type UnsentMessage} from '../src/inbox/outbox.js';
import {settle, Waits} from './waits.js';

const KEY = 'local-inbox:outbox:p1';

/** A hub that answers as the test says, and a device that keeps what it is given. */
class World {
  readonly kept = new Map<string, string>();
  readonly waits = new Waits();
  readonly tried: string[] = [];
  readonly sent: string[] = [];
  signedOut = 0;
  isFull = false;
  /** What the hub says to a message; the event by default. */
  answer: (message: UnsentMessage) => HubError | Promise<never> | undefined = () => undefined;

  open(shop = 'fournil'): Outbox {
    const outbox = new Outbox({
      key: KEY,
      shop,
      send: async message => {
        this.tried.push(message.id);
        await Promise.resolve();
        const error = await this.answer(message);
        if (error) throw error;
        return {seq: 1} as ChatEvent;
      },
      sent: ({id}) => this.sent.push(id),
      changed: () => undefined,
      signedOut: () => this.signedOut++,
      environment: () => ({
        random: () => 0.5,
        sleep: this.waits.sleep,
        storage: () => ({
          getItem: key => this.kept.get(key) ?? null,
          setItem: (key, value) => {
            if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
            this.kept.set(key, value);
          },
          removeItem: key => void this.kept.delete(key),
        }),
      }),
    });
    outbox.start();
    return outbox;
  }

  /** Ids of what is kept on the device. */
  get keptIds(): string[] {
    return (JSON.parse(this.kept.get(KEY) ?? '[]') as UnsentMessage[]).map(({id}) => id);
  }
}

const message = (id: string, room = 'a', more: Partial<UnsentMessage> = {}): UnsentMessage => ({
  id,
  shop: 'fournil',
  room,
  text: `text of ${id}`,
  at: '2026-11-22T09:00:00.000Z',
  ...more,
});

const GONE = new HubError('unreachable');

describe('replies on their way', () => {
  it('are kept before the first try, and forgotten when the hub has them', async () => {
    const world = new World();
    const outbox = world.open();
    outbox.add(message('1'));
    assert.deepEqual(world.keptIds, ['1']);
    await settle();
    assert.deepEqual(world.sent, ['1']);
    assert.equal(world.kept.has(KEY), false);
  });

  it('go out one after the other in a room, and side by side in two', async () => {
    const world = new World();
    const outbox = world.open();
    world.answer = ({id}) => (id === '1' ? GONE : undefined);
    for (const id of ['1', '2']) outbox.add(message(id));
    outbox.add(message('3', 'b'));
    await settle();
    assert.deepEqual(world.sent, ['3']);
    assert.deepEqual(world.tried, ['1', '3']);
    world.answer = () => undefined;
    await world.waits.pass();
    assert.deepEqual(world.sent, ['3', '1', '2']);
  });

  it('are tried for ever, ever more slowly, at once when woken, and not before the hub wants', async () => {
    const world = new World();
    const outbox = world.open();
    world.answer = () => GONE;
    outbox.add(message('1'));
    const waits: number[] = [];
    for (let time = 0; time < 9; time++) {
      await settle();
      waits.push(...world.waits.pending);
      await world.waits.pass();
    }
    assert.deepEqual(waits, [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    world.answer = () => new HubError('too-many-requests', 429, undefined, 7000);
    await world.waits.pass();
    assert.deepEqual(world.waits.pending, [7000]);
    world.answer = () => undefined;
    outbox.wake();
    await settle();
    assert.deepEqual(world.sent, ['1']);
    outbox.stop();
  });

  it('that are refused wait for somebody, and hold up no others', async () => {
    const world = new World();
    const outbox = world.open();
    world.answer = ({id}) =>
      id === '1' ? new HubError('blocked-word', 422, {detail: 'Un mot est bloqué.'}) : undefined;
    for (const id of ['1', '2']) outbox.add(message(id));
    await settle();
    assert.deepEqual(world.sent, ['2']);
    const [refused] = outbox.of('a');
    assert.deepEqual(refused?.refused, {code: 'blocked-word', detail: 'Un mot est bloqué.'});
    assert.deepEqual(world.keptIds, ['1']);
    world.answer = () => undefined;
    outbox.retry('1');
    await settle();
    assert.deepEqual(world.sent, ['2', '1']);
    assert.equal(outbox.size, 0);
  });

  it('survive a reload with their ids, and are sent by the next page', async () => {
    const world = new World();
    world.answer = () => GONE;
    const before = world.open();
    before.add(message('1'));
    before.add(message('2'));
    await settle();
    before.stop();
    world.answer = () => undefined;
    const outbox = world.open();
    await settle();
    assert.deepEqual(world.sent, ['1', '2']);
    assert.equal(outbox.size, 0);
    assert.deepEqual(world.keptIds, []);
  });

  it('of two windows do not overwrite each other', async () => {
    const world = new World();
    world.answer = () => GONE;
    const [one, other] = [world.open(), world.open()];
    one.add(message('1'));
    other.add(message('2'));
    await settle();
    assert.deepEqual(world.keptIds.sort(), ['1', '2']);
    one.remove('1');
    assert.deepEqual(world.keptIds, ['2']);
    one.stop();
    other.stop();
  });

  it('of two shops of a person are kept together, and sent by the desk of their own', async () => {
    const world = new World();
    world.answer = () => GONE;
    const fournil = world.open();
    fournil.add(message('1'));
    await settle();
    fournil.stop();
    const ferme = world.open('ferme');
    assert.deepEqual(ferme.of('a'), []);
    assert.equal(ferme.size, 1);
    ferme.add(message('2', 'b', {shop: 'ferme'}));
    assert.deepEqual(world.keptIds, ['1', '2']);
    ferme.clear();
    assert.equal(world.kept.has(KEY), false);
    ferme.stop();
  });

  it('are sent also where nothing can be kept, and what was kept is no reply', async () => {
    const world = new World();
    world.kept.set(KEY, '[{"id": 7}, "x"]');
    world.isFull = true;
    const outbox = world.open();
    assert.equal(outbox.size, 0);
    outbox.add(message('1'));
    await settle();
    assert.deepEqual(world.sent, ['1']);
    world.kept.set(KEY, '{broken');
    assert.equal(world.open().size, 0);
  });

  it('stop when the hub wants to know who this is, and are still there after', async () => {
    const world = new World();
    world.answer = () => new HubError('unauthorized', 401);
    const outbox = world.open();
    outbox.add(message('1'));
    await settle();
    assert.equal(world.signedOut, 1);
    assert.deepEqual(world.waits.pending, []);
    assert.deepEqual(world.keptIds, ['1']);
  });

  it('are gone when somebody wants no trace of them', async () => {
    const world = new World();
    world.answer = () => GONE;
    const outbox = world.open();
    outbox.add(message('1'));
    await settle();
    outbox.clear();
    await world.waits.pass();
    assert.deepEqual(world.tried, ['1']);
    assert.equal(world.kept.has(KEY), false);
  });
});

describe('what is sent of a reply', () => {
  it('is its text, and the name of its picture', () => {
    const image = {id: 'i', type: 'image/jpeg', base64: 'AAAA', width: 1, height: 1};
    assert.deepEqual(requestOf(message('1')), {text: 'text of 1'});
    const bare = {...message('1', 'a', {image: {...image, alt: 'Une bûche'}})};
    delete bare.text;
    assert.deepEqual(requestOf(bare), {image: {id: 'i', alt: 'Une bûche'}});
    assert.deepEqual(requestOf({...bare, image}), {image: {id: 'i'}});
  });
});
