import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {NewsPage, RoomNews} from '@local-widgets/model/schemas.js';
import {LocalFanout} from '../../src/chat/fanout/local-fanout.js';
import {forEachDatabase} from '../support/databases.js';
import {addChatShop, listening, Page} from './support/chat-hub.js';
import {EventReader} from './support/event-source.js';

const seqOf = (event: {data: RoomNews} | undefined) => event?.data.event.seq;

forEachDatabase((name, open) => {
  const start = async () => {
    const database = await open();
    await addChatShop(database.db);
    const hub = await listening(database);
    const page = new Page(hub.address);
    const room = await page.begin();
    const listen = (headers: Record<string, string> = {}, address = hub.address) =>
      EventReader.open(`${address}/v1/events`, {...page.headers, ...headers});
    return {database, hub, page, room, listen};
  };

  it('tells of each message at once, in order', async () => {
    const {hub, page, room, listen} = await start();
    const line = await listen();
    assert.match(line.response.headers.get('content-type')!, /^text\/event-stream/);
    assert.match(line.response.headers.get('cache-control')!, /no-store, no-transform/);
    assert.equal(line.response.headers.get('x-accel-buffering'), 'no');
    for (const text of ['un', 'deux', 'trois']) await page.say(room, text);
    const events = await line.some(3);
    assert.deepEqual(
      events.map(({event, id, data}): unknown[] => [event, id, data.room, data.event.message.text]),
      [
        ['room', `${room}:1`, room, 'un'],
        ['room', `${room}:2`, room, 'deux'],
        ['room', `${room}:3`, room, 'trois'],
      ],
    );
    assert.ok(line.hello >= 2048, `${line.hello} bytes`);
    line.drop();
    await hub.stop();
  });

  it('goes on exactly where a line broke', async () => {
    const {hub, page, room, listen} = await start();
    const line = await listen();
    await page.say(room, '1');
    await line.next();
    line.drop();
    for (let at = 2; at <= 9; at++) await page.say(room, `${at}`);
    const again = await listen({'last-event-id': line.lastEventId!});
    assert.deepEqual((await again.some(8)).map(seqOf), [2, 3, 4, 5, 6, 7, 8, 9]);
    await page.say(room, '10');
    assert.equal(seqOf(await again.next()), 10);
    again.drop();
    await hub.stop();
  });

  it('says that it is too much beyond 200 events, and goes on from there', async () => {
    const {database, hub, page, room, listen} = await start();
    const events = Array.from({length: 201}, (_, at) => ({
      ...{room_id: room, seq: at + 1, at: at, kind: 'state'},
      data: JSON.stringify({state: 'open', by: 'shop'}),
    }));
    await database.db.insertInto('chat_events').values(events).execute();
    await database.db.updateTable('rooms').set({last_seq: 201}).execute();
    const exact = await listen({'last-event-id': `${room}:1`});
    assert.equal((await exact.some(200)).length, 200);
    exact.drop();
    const line = await listen({'last-event-id': `${room}:0`});
    const reset = await line.next();
    assert.deepEqual(
      [reset?.event, reset?.data, reset?.id],
      ['reset', {room, lastSeq: 201}, `${room}:201`],
    );
    await page.say(room, 'encore');
    assert.equal(seqOf(await line.next()), 202);
    line.drop();
    await hub.stop();
  });

  it('takes in conversations that begin while it is open', async () => {
    const {database, hub, page, room, listen} = await start();
    await addChatShop(database.db, {id: 'ferme'});
    const line = await listen();
    const other = await page.begin('ferme');
    await page.say(other, 'À la ferme');
    await page.say(room, 'Au fournil');
    const rooms = (await line.some(2)).map(({data}) => data.room as string);
    assert.deepEqual(rooms.sort(), [room, other].sort());
    assert.deepEqual(line.lastEventId?.split(',').sort(), [`${room}:1`, `${other}:1`].sort());
    line.drop();
    await hub.stop();
  });

  it('answers a long poll with the same cursor', async () => {
    const {hub, page, room, listen} = await start();
    const poll = async (query: string) => {
      const {status, body} = await page.ask('GET', `/v1/events?${query}`);
      assert.equal(status, 200);
      return body as NewsPage;
    };
    const now = await poll('wait=25');
    assert.deepEqual(now, {news: [], reset: [], cursor: `${room}:0`});
    const waiting = poll(`wait=25&after=${now.cursor}`);
    await page.say(room, 'un');
    const one = await waiting;
    assert.deepEqual([one.news.map(({event}) => event.seq), one.cursor], [[1], `${room}:1`]);
    assert.deepEqual((await poll(`wait=0&after=${one.cursor}`)).news, []);
    await page.say(room, 'deux');
    const line = await listen({'last-event-id': one.cursor});
    assert.equal(seqOf(await line.next()), 2);
    const two = await poll(`wait=0&after=${one.cursor}`);
    assert.equal(two.cursor, line.lastEventId);
    line.drop();
    await hub.stop();
  });

  it('tells of what another hub wrote', async () => {
    const {database, hub, page, room, listen} = await start();
    const other = await listening(database);
    const line = await listen({}, other.address);
    for (let at = 1; at <= 3; at++) await page.say(room, `${at}`);
    assert.deepEqual((await line.some(3)).map(seqOf), [1, 2, 3]);
    line.drop();
    await Promise.all([hub.stop(), other.stop()]);
  });

  if (name === 'postgres') {
    it('finds what a lost NOTIFY told of', async () => {
      const {database, hub, page, room} = await start();
      const deaf = await listening(database, {fanout: new LocalFanout(), chatLooksEvery: 20});
      const line = await EventReader.open(`${deaf.address}/v1/events`, page.headers);
      for (let at = 1; at <= 3; at++) await page.say(room, `${at}`);
      assert.deepEqual((await line.some(3)).map(seqOf), [1, 2, 3]);
      line.drop();
      await Promise.all([hub.stop(), deaf.stop()]);
    });
  }

  it('keeps the line warm, and ends it for a visitor who is gone', async () => {
    const {database, hub, room, listen} = await start();
    const quick = await listening(database, {chatBeatsEvery: 60});
    const line = await listen({}, quick.address);
    const ended = line.next();
    while (line.comments < 3) await new Promise(resolve => setImmediate(resolve));
    await database.db.deleteFrom('visitors').execute();
    assert.equal(await ended, undefined);
    assert.ok(room);
    await Promise.all([hub.stop(), quick.stop()]);
  });

  it('ends the lines when the hub stops, and lets nobody listen without a secret', async () => {
    const {hub, listen} = await start();
    assert.equal((await fetch(`${hub.address}/v1/events`)).status, 401);
    assert.equal((await new Page(hub.address).ask('GET', '/v1/events')).status, 401);
    const lines = [await listen(), await listen()];
    const ends = lines.map(line => line.next());
    await hub.stop();
    assert.deepEqual(await Promise.all(ends), [undefined, undefined]);
  });
});
