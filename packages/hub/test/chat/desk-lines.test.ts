import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DeskLines, DeskStream, PRESENT} from '../../src/chat/desk/desk-lines.js';
import {shopAuthor} from '../../src/chat/rooms/authors.js';
import {HELLO} from '../../src/chat/stream/sse.js';
import {SETTINGS} from '../support/fixtures.js';
import {recordingLog} from '../support/recording-log.js';
import {memoryChat} from './support/memory-chat.js';
import {Visitor} from './support/guests.js';
import {idle, settles} from './support/rooms.js';

const SHOP = {id: 'fournil', settings: SETTINGS};

/** The desks of a process, with timers that are rung by hand. */
async function start() {
  const all = await memoryChat();
  const {lines: logged, log} = recordingLog();
  const context = {...all.context, log};
  const timers: {milliseconds: number; ring: () => void}[] = [];
  const after = (milliseconds: number, ring: () => void) => {
    timers.push({milliseconds, ring});
    return () => undefined;
  };
  const lines = new DeskLines(context, 'p1', after);
  const open = (personId?: string) => {
    const stream = new DeskStream(context, 'fournil', personId, () => Promise.resolve(true));
    lines.open(SHOP, stream);
    assert.equal(textOf(stream), HELLO);
    return stream;
  };
  const present = () => all.db.selectFrom('desk_lines').selectAll().execute();
  const visitor = new Visitor(all.hub);
  const room = await visitor.begin();
  return {...all, logged, timers, lines, open, present, visitor, room};
}

const textOf = (stream: DeskStream) => ((stream.read() as Buffer | null) ?? '').toString();

interface Heard {
  event: string;
  data: {room: {id: string} | string; lastSeq?: number};
}

/** What a desk was told since it was asked last. */
const heard = (stream: DeskStream): Heard[] =>
  textOf(stream)
    .split('\n\n')
    .filter(block => block.includes('event: '))
    .map(block => ({
      event: /event: (.*)/.exec(block)![1]!,
      data: JSON.parse(/data: (.*)/.exec(block)![1]!) as Heard['data'],
    }));

const eventsOf = (stream: DeskStream) => heard(stream).map(({event}) => event);

describe('the desks of a process', () => {
  it('follow each room in which something is said, from then on', async () => {
    const {open, visitor, room, lines} = await start();
    const [one, two] = [open('paul'), open()];
    await visitor.say(room, 'un');
    await settles('both follow', () => one.readableLength > 0 && two.readableLength > 0);
    for (const desk of [one, two]) {
      assert.deepEqual([...desk.line.rooms], [room]);
      assert.deepEqual(eventsOf(desk), ['room']);
      desk.destroy();
    }
    lines.stop();
  });

  it('are told one summary for all that changes in a moment', async () => {
    const {open, visitor, room, timers, lines} = await start();
    const desk = open();
    await visitor.say(room, 'un');
    await visitor.say(room, 'deux');
    await visitor.must('PUT', `/v1/rooms/${room}/contact`, {email: 'a@b.example'});
    await idle();
    assert.deepEqual(
      timers.map(({milliseconds}) => milliseconds),
      [150],
    );
    heard(desk);
    timers.pop()!.ring();
    await settles('it is told', () => desk.readableLength > 0);
    const [summary] = heard(desk);
    assert.deepEqual(summary!.event, 'summary');
    const {lastSeq} = (summary!.data as unknown as {room: {lastSeq: number}}).room;
    assert.equal(lastSeq, 2);
    await visitor.say(room, 'trois');
    await idle();
    assert.equal(timers.length, 1, 'the next one is another');
    desk.destroy();
    lines.stop();
  });

  it('tell nothing of a room that is gone by then, and log what else goes wrong', async () => {
    const {open, room, timers, lines, context, db, logged} = await start();
    const desk = open();
    const announce = (id: string) =>
      context.chat.fanout.announce({kind: 'summary', room: id, shop: 'fournil'});
    announce('gone');
    timers.pop()!.ring();
    await idle();
    assert.deepEqual([heard(desk), logged], [[], []]);
    await db.schema.alterTable('chat_reports').renameTo('elsewhere').execute();
    announce(room);
    timers.pop()!.ring();
    await settles('it is said', () => logged.length > 0);
    const [[level, facts, sentence] = []] = logged;
    assert.deepEqual([level, sentence], ['warn', 'The summary of a room could not be read.']);
    assert.deepEqual(Object.keys(facts as object), ['error']);
    desk.destroy();
    lines.stop();
  });

  it('are told who types, but for oneself, and who is away, of this shop alone', async () => {
    const {open, context, room, lines} = await start();
    const [paul, program] = [open('paul'), open()];
    const {fanout} = context.chat;
    const type = (shop: string, personId?: string) =>
      fanout.announce({kind: 'typing', room, shop, author: shopAuthor(room, {personId})});
    type('fournil', 'paul');
    type('ferme', 'anyone');
    fanout.announce({kind: 'profile', shop: 'fournil', isOpen: false, isAway: true});
    fanout.announce({kind: 'profile', shop: 'ferme', isOpen: false, isAway: true});
    assert.deepEqual(eventsOf(paul), ['profile']);
    assert.deepEqual(eventsOf(program), ['typing', 'profile']);
    type('fournil');
    assert.deepEqual(eventsOf(paul), ['typing']);
    assert.deepEqual(eventsOf(program), []);
    paul.typing();
    assert.deepEqual(eventsOf(paul), []);
    for (const desk of [paul, program]) desk.destroy();
    lines.stop();
  });

  it('follow five hundred rooms each, those that were last spoken in', async () => {
    const {open, lines} = await start();
    const desk = open();
    for (let at = 0; at < 501; at++) desk.follow(`room-${at}`, 5);
    assert.equal(desk.line.size, 500);
    assert.deepEqual([desk.line.has('room-0'), desk.line.has('room-1')], [false, true]);
    desk.follow('room-1', 9);
    assert.deepEqual([...desk.line.rooms][0], 'room-1', 'one that is followed stays where it is');
    assert.ok(desk.line.cursor.endsWith('room-500:4'));
    desk.destroy();
    lines.stop();
  });
});

describe('the presence of desks', () => {
  it('is written down with the first, and forgotten with the last of a shop', async () => {
    const {open, present, lines, clock, timers, context, room} = await start();
    assert.deepEqual(PRESENT, {told: 20_000, holds: 50_000});
    const one = open();
    await idle();
    const row = {shop_id: 'fournil', process: 'p1', seen_at: clock.now().getTime()};
    assert.deepEqual(await present(), [row]);
    clock.pass(1);
    const two = open();
    await idle();
    assert.deepEqual(await present(), [row], 'the second changes nothing');
    one.destroy();
    await idle();
    assert.deepEqual(await present(), [row]);
    two.destroy();
    await idle();
    assert.deepEqual(await present(), []);
    context.chat.fanout.announce({kind: 'summary', room, shop: 'fournil'});
    assert.equal(timers.length, 0, 'nobody listens any more');
    const late = open();
    await idle();
    assert.deepEqual(await present(), [{...row, seen_at: clock.now().getTime()}]);
    late.destroy();
    lines.stop();
  });

  it('of other processes and shops stays', async () => {
    const {open, present, lines, db} = await start();
    const other = {shop_id: 'fournil', process: 'p2', seen_at: 1};
    await db.insertInto('desk_lines').values(other).execute();
    const desk = open();
    await idle();
    assert.equal((await present()).length, 2);
    desk.destroy();
    await idle();
    assert.deepEqual(await present(), [other]);
    lines.stop();
  });

  it('that cannot be written down keeps no desk from hearing', async () => {
    const {open, db, lines, visitor, room} = await start();
    await db.schema.alterTable('desk_lines').renameTo('elsewhere').execute();
    const desk = open();
    await idle();
    await db.schema.alterTable('elsewhere').renameTo('desk_lines').execute();
    await visitor.say(room, 'un');
    await settles('it is told', () => desk.readableLength > 0);
    await db.schema.alterTable('desk_lines').renameTo('elsewhere').execute();
    desk.destroy();
    await idle();
    lines.stop();
  });
});
