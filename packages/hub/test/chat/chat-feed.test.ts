import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FeedListener} from '../../src/chat/stream/chat-feed.js';
import type {RoomListener} from '../../src/chat/stream/room-tail.js';
import {until} from '../bridges/support/until.js';
import {addShop} from '../support/fixtures.js';
import {row} from './support/fake-log.js';
import {addRoom, feedOf, idle, say, settles} from './support/rooms.js';

const HALLES = {id: 'halles', shop: 'fournil', lastSeq: 0};

/** Who hears of rooms, and writes down what. */
function ear() {
  const heard: string[] = [];
  const listener: RoomListener = {
    take: (room, events) => heard.push(...events.map(({seq}) => `${room}:${seq}`)),
  };
  return {heard, listener};
}

/** Who hears of all else, and writes down what. */
function newsReader() {
  const news: unknown[][] = [];
  const listener: Required<FeedListener> = {
    typing: (room, author) => news.push(['typing', room, author]),
    profile: profile => news.push(['profile', profile]),
    member: room => news.push(['member', room]),
    shopRoom: (room, from) => news.push(['shopRoom', room, from]),
    summary: room => news.push(['summary', room]),
  };
  return {news, listener};
}

const roomNews = (to: number, from = to, room = 'halles', shop = 'fournil') =>
  ({kind: 'room', room, shop, from, to}) as const;

describe('who listens to a room', () => {
  it('hears of what came since the room was read', async () => {
    const {db, feed} = await feedOf();
    await addRoom(db, {lastSeq: 2});
    const {heard, listener} = ear();
    feed.follow({...HALLES, lastSeq: 1}, listener);
    await settles('it is told', () => heard.length > 0);
    assert.deepEqual(heard, ['halles:2']);
  });

  it('shares one end of the log with all others in this process', async () => {
    const {db, feed, asked} = await feedOf();
    await addRoom(db);
    const [one, other] = [ear(), ear()];
    const tail = feed.follow(HALLES, one.listener);
    assert.equal(feed.follow({...HALLES, lastSeq: 5}, other.listener), tail);
    assert.deepEqual([tail.room, tail.shop, tail.lastSeq], ['halles', 'fournil', 0]);
    await idle();
    assert.equal(asked.count, 1, 'what may have come is looked for once');
    feed.offer('halles', row(1));
    assert.deepEqual([one.heard, other.heard, asked.count], [['halles:1'], ['halles:1'], 1]);
  });

  it('hears nothing more once it leaves, and the last takes the tail along', async () => {
    const {db, feed} = await feedOf();
    await addRoom(db);
    const [one, other] = [ear(), ear()];
    const tail = feed.follow(HALLES, one.listener);
    feed.follow(HALLES, other.listener);
    await idle();
    feed.unfollow('halles', one.listener);
    feed.offer('halles', row(1));
    assert.deepEqual([one.heard, other.heard], [[], ['halles:1']]);
    assert.equal(feed.follow(HALLES, one.listener), tail);
    feed.unfollow('halles', one.listener);
    feed.unfollow('halles', other.listener);
    assert.notEqual(feed.follow(HALLES, one.listener), tail);
    feed.unfollow('unknown', one.listener);
    feed.offer('unknown', row(1));
    assert.deepEqual(one.heard, []);
  });

  it('is read to when an announcement tells of more than it has', async () => {
    const {db, feed, fanout, asked} = await feedOf();
    await addRoom(db);
    const {heard, listener} = ear();
    feed.follow(HALLES, listener);
    await idle();
    await say(db, 'halles', 2);
    fanout.announce(roomNews(2, 1));
    await settles('both are told', () => heard.length === 2);
    assert.deepEqual(heard, ['halles:1', 'halles:2']);
    const before = asked.count;
    for (const to of [1, 2]) fanout.announce(roomNews(to));
    fanout.announce(roomNews(9, 9, 'place'));
    await idle();
    assert.equal(asked.count, before, 'what is known, or of another room, is not read');
  });
});

describe('who subscribes to a topic', () => {
  const author = {id: 'anne', role: 'visitor'} as const;
  const open = {shop: 'fournil', isOpen: true, isAway: false};
  const announcements = [
    roomNews(7, 5),
    {kind: 'summary', room: 'halles', shop: 'fournil'},
    {kind: 'member', visitor: 'anne', room: 'halles'},
    {kind: 'profile', ...open},
    {kind: 'typing', room: 'halles', shop: 'fournil', author},
  ] as const;

  it('is told what belongs to it, and nothing else', async () => {
    for (const [topic, told] of [
      ['room:halles', [['typing', 'halles', author]]],
      [
        'desk:fournil',
        [
          ['shopRoom', 'halles', 5],
          ['summary', 'halles'],
          ['typing', 'halles', author],
        ],
      ],
      ['shop:fournil', [['profile', open]]],
      ['visitor:anne', [['member', 'halles']]],
      ['room:place', []],
      ['desk:ferme', []],
      ['shop:ferme', []],
      ['visitor:yann', []],
    ] as const) {
      const {feed, fanout} = await feedOf();
      const {news, listener} = newsReader();
      feed.subscribe(topic, listener);
      for (const one of announcements) fanout.announce(one);
      assert.deepEqual(news, told, topic);
    }
  });

  it('may care for some of it only', async () => {
    const {feed, fanout} = await feedOf();
    for (const topic of ['room:halles', 'desk:fournil', 'shop:fournil', 'visitor:anne'] as const) {
      feed.subscribe(topic, {});
    }
    for (const one of announcements) fanout.announce(one);
  });

  it('is told nothing more once it leaves, and others are', async () => {
    const {feed, fanout} = await feedOf();
    const [one, other, late] = [newsReader(), newsReader(), newsReader()];
    const leave = feed.subscribe('visitor:anne', one.listener);
    const leaveToo = feed.subscribe('visitor:anne', other.listener);
    const announce = () => fanout.announce(announcements[2]);
    announce();
    leave();
    announce();
    assert.deepEqual([one.news.length, other.news.length], [1, 2]);
    leaveToo();
    feed.subscribe('visitor:anne', late.listener);
    leave();
    leaveToo();
    announce();
    assert.deepEqual([one.news.length, other.news.length, late.news.length], [1, 2, 1]);
  });

  it('may leave while it is told', async () => {
    const {feed, fanout} = await feedOf();
    const told: string[] = [];
    const leave = feed.subscribe('visitor:anne', {
      member: () => {
        told.push('one');
        leave();
      },
    });
    feed.subscribe('visitor:anne', {member: () => told.push('two')});
    fanout.announce(announcements[2]);
    fanout.announce(announcements[2]);
    assert.deepEqual(told, ['one', 'two', 'two']);
  });
});

describe('a look for what no announcement told of', () => {
  it('finds what is new in the rooms that are listened to, a thousand in one question', async () => {
    const {db, feed, asked} = await feedOf();
    const {heard, listener} = ear();
    const ids = Array.from({length: 1001}, (_, at) => `room-${at}`);
    // of the others the database knows nothing
    for (const id of [ids[0]!, ids[1]!, ids[1000]!]) await addRoom(db, {id});
    for (const id of ids) feed.follow({id, shop: 'fournil', lastSeq: 0}, listener);
    await settles('all have looked', () => asked.count === 1001);
    await idle();
    for (const id of [ids[0]!, ids[1000]!]) await say(db, id);
    asked.count = 0;
    await feed.look();
    await settles('both are told', () => heard.length === 2);
    assert.deepEqual(heard.sort(), ['room-0:1', 'room-1000:1']);
    assert.equal(asked.count, 4, 'two for the numbers, one for each room with news');
  });

  it('asks nothing where nobody listens', async () => {
    const {db, feed, asked} = await feedOf();
    await addRoom(db, {lastSeq: 3});
    await feed.look();
    feed.subscribe('room:halles', {});
    feed.subscribe('shop:fournil', {});
    await feed.look();
    assert.equal(asked.count, 0);
  });

  it('passes by a room that is left, or erased, meanwhile', async () => {
    const {db, feed, lines} = await feedOf();
    await addRoom(db, {lastSeq: 1});
    const {heard, listener} = ear();
    feed.follow({...HALLES, lastSeq: 1}, listener);
    feed.follow({...HALLES, id: 'erased'}, listener);
    await idle();
    await say(db, 'halles');
    const looking = feed.look();
    feed.unfollow('halles', listener);
    await looking;
    await idle();
    assert.deepEqual([heard, lines], [[], []]);
  });

  it('happens every so often, until the feed stops; 0 is never', async () => {
    const feeds = [{lookEvery: 1}, {lookEvery: 1}, {lookEvery: 0}];
    const [often, stopped, never] = await Promise.all(feeds.map(feedOf));
    for (const {feed} of [often!, stopped!, never!]) feed.subscribe('desk:fournil', {});
    const looks = (asked: {count: number}) =>
      until('it looks', () => asked.count >= 3 && asked).then(() => (asked.count = 0));
    await looks(often!.asked);
    await looks(stopped!.asked);
    stopped!.feed.stop();
    await idle();
    stopped!.asked.count = 0;
    await looks(often!.asked);
    often!.feed.stop();
    assert.deepEqual([stopped!.asked.count, never!.asked.count], [0, 0]);
  });

  it('happens when announcements may have been lost', async () => {
    const {db, feed, fanout} = await feedOf();
    await addRoom(db);
    const {heard, listener} = ear();
    feed.follow(HALLES, listener);
    await idle();
    await say(db, 'halles');
    fanout.mayHaveMissed();
    await settles('it is told', () => heard.length === 1);
  });

  it('is one at a time, and says when it could not look', async () => {
    const {db, feed, asked, lines} = await feedOf();
    feed.subscribe('desk:fournil', {});
    await Promise.all([feed.look(), feed.look()]);
    assert.equal(asked.count, 1);
    await feed.look();
    assert.equal(asked.count, 2);
    await db.schema.alterTable('rooms').renameTo('elsewhere').execute();
    await feed.look();
    const sentence = 'What is new in the chat could not be read; it is tried again.';
    const [[level, facts, text] = []] = lines;
    assert.deepEqual([level, text, lines.length], ['warn', sentence, 1]);
    assert.deepEqual(Object.keys((facts as {error: object}).error), ['name', 'code', 'places']);
    await db.schema.alterTable('elsewhere').renameTo('rooms').execute();
    await feed.look();
    assert.equal(lines.length, 1);
  });

  it('says when a room could not be read', async () => {
    const {db, feed, lines} = await feedOf();
    await addRoom(db);
    await db.schema.alterTable('chat_events').renameTo('elsewhere').execute();
    feed.follow(HALLES, ear().listener);
    await settles('it is said', () => lines.length === 1);
    assert.equal(lines[0]?.[0], 'warn');
  });
});

describe('the desks of a shop', () => {
  /** A desk of `fournil`, and what it is told of rooms. */
  const desk = async () => {
    const all = await feedOf();
    const {news, listener} = newsReader();
    const leave = all.feed.subscribe('desk:fournil', listener);
    const told = async () => {
      await all.feed.look();
      return news.splice(0);
    };
    return {...all, news, leave, told};
  };

  it('hear of what was said since the first look, in whatever room', async () => {
    const {db, told} = await desk();
    await addShop(db, {id: 'ferme'});
    await addRoom(db, {lastSeq: 3});
    await addRoom(db, {id: 'place', shop: 'ferme', lastSeq: 1});
    assert.deepEqual(await told(), []);
    await say(db, 'halles', 2);
    await say(db, 'place');
    assert.deepEqual(await told(), [['shopRoom', 'halles', 4]]);
    assert.deepEqual(await told(), []);
  });

  it('hear of the last line of a room that is new to them', async () => {
    const {db, told} = await desk();
    assert.deepEqual(await told(), []);
    await addRoom(db, {lastSeq: 3});
    await addRoom(db, {id: 'silent'});
    assert.deepEqual(await told(), [['shopRoom', 'halles', 3]]);
    await say(db, 'silent');
    assert.deepEqual(await told(), [['shopRoom', 'silent', 1]]);
  });

  it('hear nothing twice of what an announcement told, also a late one', async () => {
    const {db, told, fanout, news} = await desk();
    await addRoom(db, {lastSeq: 3});
    await told();
    await say(db, 'halles', 2);
    fanout.announce(roomNews(5, 4));
    fanout.announce(roomNews(2));
    assert.deepEqual(news.splice(0), [
      ['shopRoom', 'halles', 4],
      ['shopRoom', 'halles', 2],
    ]);
    assert.deepEqual(await told(), []);
  });

  it('are looked at with fifty rooms, those in which something was said last', async () => {
    const {db, told} = await desk();
    await told();
    for (let at = 1; at <= 51; at++) await addRoom(db, {id: `room-${at}`, lastSeq: 1, lastAt: at});
    const rooms = (await told()).map(([, room]) => room);
    assert.deepEqual(
      rooms,
      Array.from({length: 50}, (_, at) => `room-${51 - at}`),
    );
  });

  it('miss nothing from when the shop was noted', async () => {
    const {db, feed, asked} = await feedOf();
    await addRoom(db, {lastSeq: 3});
    await feed.note('fournil');
    await feed.note('fournil');
    assert.equal(asked.count, 1, 'what is known is not noted again');
    await say(db, 'halles');
    const {news, listener} = newsReader();
    const leave = feed.subscribe('desk:fournil', listener);
    await feed.look();
    assert.deepEqual(news, [['shopRoom', 'halles', 4]]);
    leave();
    await say(db, 'halles');
    asked.count = 0;
    await feed.look();
    assert.equal(asked.count, 0, 'a shop without a desk is not looked at');
    await feed.note('fournil');
    feed.subscribe('desk:fournil', listener);
    await feed.look();
    assert.equal(news.length, 1, 'with the last desk its numbers are forgotten');
  });

  it('are forgotten with the last of them alone', async () => {
    const {db, told, feed} = await desk();
    await addRoom(db, {lastSeq: 3});
    const leave = feed.subscribe('desk:fournil', {});
    await told();
    leave();
    await say(db, 'halles');
    assert.deepEqual(await told(), [['shopRoom', 'halles', 4]]);
  });

  it('leave no number behind of a shop without one', async () => {
    const {db, feed, fanout} = await feedOf();
    await addRoom(db, {lastSeq: 3});
    fanout.announce(roomNews(2));
    const {news, listener} = newsReader();
    feed.subscribe('desk:fournil', listener);
    await feed.look();
    assert.deepEqual(news, []);
  });
});

it('a feed that is stopped tells nobody anything', async () => {
  const {db, feed, fanout, asked} = await feedOf();
  await addRoom(db);
  const {heard, listener} = ear();
  const {news, listener: reader} = newsReader();
  feed.follow(HALLES, listener);
  const leave = feed.subscribe('desk:fournil', reader);
  await idle();
  feed.stop();
  const before = asked.count;
  await say(db, 'halles');
  fanout.announce(roomNews(1));
  fanout.mayHaveMissed();
  feed.offer('halles', row(1));
  await feed.look();
  leave();
  await idle();
  assert.deepEqual([heard, news, asked.count], [[], [], before]);
});
