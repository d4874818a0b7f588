import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import type {ChatEvent} from '@local-widgets/model/schemas.js';
import {forEachDatabase} from '../support/databases.js';
import {putPublicRoom} from '../../src/chat/rooms/public-rooms.js';
import {addChatShop, listening, Page, textsOf} from './support/chat-hub.js';
import {ROOM} from './support/guests.js';

forEachDatabase((_name, open) => {
  const start = async () => {
    const database = await open();
    await addChatShop(database.db);
    const hub = await listening(database);
    const page = new Page(hub.address);
    return {database, hub, page, room: await page.begin()};
  };

  it('writes a message once, however often it is sent', async () => {
    const {hub, page, room} = await start();
    const id = randomUUID();
    const first = await page.say(room, ' Bonjour\r\n\u202eMarie ', id);
    assert.equal(first.status, 201);
    const {event} = first.body as {event: Extract<ChatEvent, {kind: 'message'}>};
    assert.deepEqual(
      [event.seq, event.kind, event.message.id, event.message.text, event.message.via],
      [1, 'message', id, 'Bonjour\nMarie', 'page'],
    );
    const again = await page.say(room, 'Bonjour\nMarie', id);
    assert.deepEqual([again.status, again.body], [200, first.body]);
    const changed = await page.say(room, 'Bonsoir', id);
    assert.deepEqual([changed.status, changed.body.code], [422, 'message-changed']);
    const {events, lastSeq, firstSeq} = await page.events(room);
    assert.deepEqual([events, lastSeq, firstSeq], [[event], 1, 1]);
    await hub.stop();
  });

  it('answers ten tries at once over two hubs with one 201 and nine 200', async () => {
    const {database, hub, page, room} = await start();
    const other = await listening(database);
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({length: 10}, async (_, at) => {
        const asking = new Page(at % 2 ? hub.address : other.address, page);
        return asking.say(room, 'Une seule fois', id);
      }),
    );
    const statuses = answers.map(({status}) => status).sort();
    assert.deepEqual(statuses, [...Array<number>(9).fill(200), 201]);
    for (const {body} of answers) assert.deepEqual(body, answers[0]!.body);
    assert.equal((await page.events(room)).lastSeq, 1);
    await Promise.all([hub.stop(), other.stop()]);
  });

  it('numbers without a gap, whoever writes at the same time', async () => {
    const {database, hub, page, room} = await start();
    const other = await listening(database);
    const writers = [hub, other, hub, other].map(({address}) => new Page(address, page));
    await Promise.all(
      writers.map(async (writer, name) => {
        for (let at = 0; at < 10; at++) {
          const {status} = await writer.say(room, `${name}-${at}`);
          assert.equal(status, 201);
        }
      }),
    );
    const {events, lastSeq} = await page.events(room);
    assert.equal(lastSeq, 40);
    assert.deepEqual(
      events.map(({seq}) => seq),
      Array.from({length: 40}, (_, at) => at + 1),
    );
    // of each writer in the order in which it wrote
    const texts = textsOf(events);
    for (const name of writers.keys()) {
      const own = texts.filter(text => text?.startsWith(`${name}-`));
      assert.deepEqual(
        own,
        Array.from({length: 10}, (_, at) => `${name}-${at}`),
      );
    }
    await Promise.all([hub.stop(), other.stop()]);
  });

  it('numbers a public room without a gap, with several hubs and slow writers', async () => {
    const database = await open();
    await addChatShop(database.db);
    const hubs = [await listening(database), await listening(database)];
    const settings = {...ROOM, slowSeconds: 1};
    const made = {shop: 'fournil', roomId: 'halles', settings};
    await putPublicRoom(hubs[0]!.context, made);
    const joined = await Promise.all(
      Array.from({length: 12}, async (_, at) => {
        const page = new Page(hubs[at % 2]!.address);
        const join = {nickname: `Voisin ${at}`, acceptsRules: ROOM.rulesVersion};
        const {status} = await page.ask('PUT', '/v1/rooms/halles/members/me', join);
        assert.equal(status, 200);
        return page;
      }),
    );
    // each says two things at once, of which the slow mode takes one
    const answers = await Promise.all(
      joined.flatMap(page => [page.say('halles', 'un'), page.say('halles', 'deux')]),
    );
    const statuses = answers.map(({status}) => status).sort();
    assert.deepEqual(statuses, [...Array<number>(12).fill(201), ...Array<number>(12).fill(429)]);
    const {events, lastSeq} = await joined[0]!.events('halles');
    assert.equal(lastSeq, 12);
    assert.deepEqual(
      events.map(({seq}) => seq),
      Array.from({length: 12}, (_, at) => at + 1),
    );
    const authors = events.map(event => event.kind === 'message' && event.message.author.id);
    assert.equal(new Set(authors).size, 12);
    await Promise.all(hubs.map(hub => hub.stop()));
  });

  it('gives a number that was not used after all to the next message', async () => {
    const {hub, page, room} = await start();
    const id = randomUUID();
    await page.say(room, 'un', id);
    await page.say(room, 'deux', id);
    await page.say(room, 'un', id);
    const {body} = await page.say(room, 'trois');
    assert.equal(body.event.seq, 2);
    await hub.stop();
  });

  it('pages through the log, from both ends', async () => {
    const {hub, page, room} = await start();
    for (let at = 1; at <= 12; at++) await page.say(room, `${at}`);
    const seqs = async (query: string) => (await page.events(room, query)).events.map(e => e.seq);
    assert.deepEqual(await seqs('?limit=3'), [10, 11, 12]);
    assert.deepEqual(await seqs('?before=10&limit=3'), [7, 8, 9]);
    assert.deepEqual(await seqs('?before=2'), [1]);
    assert.deepEqual(await seqs('?after=10'), [11, 12]);
    assert.deepEqual(await seqs('?after=0&limit=2'), [1, 2]);
    assert.deepEqual(await seqs('?after=12'), []);
    await hub.stop();
  });

  it('tells nobody else that there is a conversation', async () => {
    const {hub, page, room} = await start();
    await page.say(room, 'Entre nous');
    const stranger = new Page(hub.address);
    const missing = randomUUID();
    await stranger.begin();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/events', undefined],
      ['PUT', `/messages/${randomUUID()}`, {text: 'Coucou'}],
      ['PUT', '', {shop: 'fournil', language: 'fr', consent: true}],
    ] as const) {
      const theirs = await stranger.ask(method, `/v1/rooms/${room}${path}`, body);
      assert.deepEqual([theirs.status, theirs.body.code], [404, 'not-found'], `${method} ${path}`);
      const none = await stranger.ask(method, `/v1/rooms/${missing}${path}`, body);
      if (method === 'GET') assert.deepEqual(none.body, theirs.body);
    }
    const nobody = await fetch(`${hub.address}/v1/rooms/${room}`);
    const nothing = await fetch(`${hub.address}/v1/rooms/${missing}x`);
    assert.deepEqual([nobody.status, nothing.status], [401, 401]);
    await hub.stop();
  });

  it('refuses what is empty or too long, and cuts nothing', async () => {
    const {hub, page, room} = await start();
    for (const text of ['', ' \u200b\n ', 'x'.repeat(2001)]) {
      const {status, body} = await page.say(room, text);
      assert.deepEqual([status, body.code], [400, 'invalid'], text.slice(0, 10));
    }
    assert.equal((await page.say(room, 'x'.repeat(2000))).status, 201);
    await hub.stop();
  });
});
