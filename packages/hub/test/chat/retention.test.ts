import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import {runRetentionWhenDue} from '../../src/retention/run-retention.js';
import {forEachDatabase} from '../support/databases.js';
import {NOW, testClock} from '../support/fixtures.js';
import {chatConfig} from './support/chat-hub.js';
import {chatHub, clerk, publicRoom, Visitor} from './support/guests.js';
import {png} from './support/pictures.js';

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const chat = chatConfig({contributionDays: 365});
    const hub = await chatHub(await open(), {clock, chat: {retentionDays: 60}, config: {chat}});
    const visitor = new Visitor(hub);
    const day = (days: number) => clock.set(new Date(NOW.getTime() + days * 86_400_000));
    const run = async () => (await runRetentionWhenDue(hub.context))!;
    return {clock, hub, visitor, day, run, db: hub.context.db};
  };

  it('erases what was said long ago, and lets the log begin later', async () => {
    const {visitor, day, run, db} = await start();
    const room = await visitor.begin({contact: {name: 'Anne'}});
    const image = randomUUID();
    await visitor.ask('PUT', `/v1/rooms/${room}/images/${image}`, png({}), {
      'content-type': 'image/png',
    });
    await visitor.must('PUT', `/v1/rooms/${room}/messages/${randomUUID()}`, {
      text: 'vieux',
      image: {id: image},
    });
    day(30);
    await visitor.say(room, 'récent');
    day(61);
    const {messagesDeleted, roomsDeleted} = await run();
    assert.deepEqual([messagesDeleted, roomsDeleted], [1, 0]);
    const {body} = await visitor.must('GET', `/v1/rooms/${room}/events?after=0`);
    assert.deepEqual([body.firstSeq, body.lastSeq, body.events.length], [2, 2, 1]);
    assert.deepEqual(await db.selectFrom('chat_images').select('id').execute(), []);
    const {body: next} = await visitor.say(room, 'encore');
    assert.equal(next.event.seq, 3);
  });

  it('removes a conversation when nothing is left of it, and its visitor', async () => {
    const {clock, hub, visitor, day, run, db} = await start();
    const room = await visitor.begin({contact: {email: 'anne@example.org'}});
    await visitor.say(room, 'Bonjour');
    await publicRoom(hub);
    const member = new Visitor(hub);
    await member.join('halles', 'Elo');
    await member.say('halles', 'Bonjour');
    day(61);
    clock.pass(1);
    const {roomsDeleted} = await run();
    assert.equal(roomsDeleted, 1);
    assert.equal((await visitor.ask('GET', `/v1/rooms/${room}`)).status, 404);
    assert.equal((await visitor.ask('GET', '/v1/me')).status, 401);
    const {body} = await member.must('GET', '/v1/rooms/halles/events');
    assert.deepEqual([body.events, body.firstSeq, body.lastSeq], [[], 2, 1]);
    assert.equal((await db.selectFrom('visitors').select('id').execute()).length, 1);
    assert.equal((await member.say('halles', 'Encore')).body.event.seq, 2);
    const rows = await db.selectFrom('rooms').selectAll().execute();
    assert.doesNotMatch(JSON.stringify(rows), /anne@/);
  });

  it('keeps the record of contributions for a year, apart', async () => {
    const {visitor, day, run, db} = await start();
    const room = await visitor.begin();
    const {body} = await visitor.say(room, 'Bonjour');
    const records = () => db.selectFrom('chat_contributions').selectAll().execute();
    const [record] = await records();
    assert.deepEqual(
      [record?.message_id, record?.address, record?.at],
      [body.event.message.id, '127.0.0.1', NOW.getTime()],
    );
    day(200);
    assert.equal((await run()).contributionsDeleted, 0);
    assert.equal((await records()).length, 1);
    day(366);
    assert.equal((await run()).contributionsDeleted, 1);
    assert.deepEqual(await records(), []);
  });

  it('forgets challenges, limits, links and pictures that nobody needs', async () => {
    const {hub, visitor, day, run, db} = await start();
    const room = await visitor.begin();
    await visitor.must('POST', `/v1/rooms/${room}/links`);
    await visitor.ask('PUT', `/v1/rooms/${room}/images/${randomUUID()}`, png({}), {
      'content-type': 'image/png',
    });
    await db
      .insertInto('chat_challenges')
      .values({challenge: 'x', expires_at: NOW.getTime() + 1})
      .execute();
    await clerk(hub);
    const counts = async () => {
      const tables = ['chat_challenges', 'chat_limits', 'visitor_links', 'chat_images'] as const;
      const all = tables.map(table =>
        db
          .selectFrom(table as 'rooms')
          .selectAll()
          .execute(),
      );
      return (await Promise.all(all)).map(({length}) => length);
    };
    assert.deepEqual(await counts(), [1, 3, 1, 1]);
    day(2);
    await run();
    assert.deepEqual(await counts(), [0, 0, 0, 0]);
  });
});
